package org.xuewei.geo.export.map;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/**
 * A bar of a round length on the ground, true at the centre of the map.
 *
 * @param metres 1, 2 or 5 times a power of ten
 * @param units its length in sheet units
 */
record ScaleBar(double metres, double units) {
  private static final double HEIGHT = 5;
  private static final int PARTS = 4;

  /** The longest round bar that is not longer than given. */
  static ScaleBar of(double metresPerUnit, double longestUnits) {
    double longestMetres = metresPerUnit * longestUnits;
    double power = 1;
    while (power * 10 <= longestMetres) {
      power *= 10;
    }
    double factor = longestMetres >= 5 * power ? 5 : longestMetres >= 2 * power ? 2 : 1;
    double metres = factor * power;
    return new ScaleBar(metres, metres / metresPerUnit);
  }

  String label(MapText text) {
    return metres >= 1000
        ? text.count("kilometres", Math.round(metres / 1000))
        : text.count("metres", Math.round(metres));
  }

  /** Draws the bar with its left end at a point and its words above it. */
  void draw(Graphics2D g, MapText text, double x, double y) {
    g.setPaint(Palette.INK);
    g.fill(new Rectangle2D.Double(x - 1, y - 1, units + 2, HEIGHT + 2));
    g.setPaint(Color.WHITE);
    for (int part = 1; part < PARTS; part += 2) {
      g.fill(new Rectangle2D.Double(x + units * part / PARTS, y, units / PARTS, HEIGHT));
    }
    Lettering lettering = Lettering.regular(13, Palette.INK);
    lettering.left(g, "0", x - 1, y - 8);
    lettering.right(g, label(text), x + units + 1, y - 8);
  }
}
