package org.xuewei.geo.export.map;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;

/** How boundaries and roads are drawn: colour, width and dashes in sheet units. */
record Linework(Color colour, double width, float... dashes) {
  static final Linework DISTRICT = new Linework(Palette.DISTRICT_LINE, 1.1, 7, 2.5f, 1.2f, 2.5f);
  static final Linework COUNTY = new Linework(Palette.COUNTY_LINE, 1.7);

  /** Draws a road with its casing. */
  static void road(Graphics2D g, RoadRank rank, Shape lines) {
    roadCasing(g, rank, lines);
    roadSurface(g, rank, lines);
  }

  static void roadCasing(Graphics2D g, RoadRank rank, Shape lines) {
    if (rank == RoadRank.STREET || rank == RoadRank.PATH) {
      return;
    }
    Color colour = rank == RoadRank.MAJOR ? Palette.MAJOR_CASING : Palette.ROAD_CASING;
    new Linework(colour, roadWidth(rank) + 0.9).draw(g, lines);
  }

  static void roadSurface(Graphics2D g, RoadRank rank, Shape lines) {
    Color colour =
        switch (rank) {
          case MAJOR -> Palette.MAJOR_ROAD;
          case MAIN, SECONDARY, LOCAL -> Palette.ROAD;
          case STREET, PATH -> Palette.STREET;
        };
    new Linework(colour, roadWidth(rank)).draw(g, lines);
  }

  private static double roadWidth(RoadRank rank) {
    return switch (rank) {
      case MAJOR -> 2.4;
      case MAIN -> 2;
      case SECONDARY -> 1.5;
      case LOCAL -> 1;
      case STREET -> 0.6;
      case PATH -> 0.4;
    };
  }

  void draw(Graphics2D g, Shape shape) {
    g.setPaint(colour);
    int join = BasicStroke.JOIN_ROUND;
    g.setStroke(
        dashes.length == 0
            ? new BasicStroke((float) width, BasicStroke.CAP_ROUND, join)
            : new BasicStroke((float) width, BasicStroke.CAP_BUTT, join, 1, dashes.clone(), 0));
    g.draw(shape);
  }
}
