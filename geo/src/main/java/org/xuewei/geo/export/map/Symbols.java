package org.xuewei.geo.export.map;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.xuewei.geo.export.map.MapContent.Kind;
import org.xuewei.geo.export.map.MapContent.Level;

/** Point symbols. The form says the level, colour and mark the action, the size the number. */
final class Symbols {
  private static final float HALO_WIDTH = 2.4f;
  private static final double LARGEST_DOT = 15;
  private static final double SMALLEST_MARKED_DOT = 4;

  private Symbols() {}

  /** Radius of a school's symbol in sheet units. */
  static double schoolRadius(Kind kind, int classes) {
    double base = 2.1 + 0.46 * Math.sqrt(Math.min(classes, 100));
    return switch (kind) {
      case KEPT -> base;
      case EXPANDED -> Math.max(5.6, base * 1.45);
      case NEW -> Math.max(8, base * 1.85);
    };
  }

  static void school(Graphics2D g, Kind kind, Level level, double x, double y, double radius) {
    Shape form = form(level, x, y, radius);
    halo(g, form);
    g.setPaint(colour(kind));
    g.fill(form);
    g.setPaint(Color.WHITE);
    if (kind == Kind.NEW) {
      g.fill(star(x, y, radius * 0.64));
    } else if (kind == Kind.EXPANDED) {
      double arm = radius * 0.58;
      double half = Math.max(0.7, radius * 0.15);
      g.fill(new Rectangle2D.Double(x - arm, y - half, 2 * arm, 2 * half));
      g.fill(new Rectangle2D.Double(x - half, y - arm, 2 * half, 2 * arm));
    }
  }

  static Color colour(Kind kind) {
    return switch (kind) {
      case KEPT -> Palette.KEPT;
      case EXPANDED -> Palette.EXPANDED;
      case NEW -> Palette.NEW;
    };
  }

  static double servedRadius(int pupils) {
    return Math.min(LARGEST_DOT, 0.5 + 0.14 * Math.sqrt(pupils));
  }

  static void served(Graphics2D g, double x, double y, double radius) {
    g.setPaint(Palette.SERVED);
    g.fill(circle(x, y, radius));
  }

  static double unservedRadius(int pupils) {
    return Math.min(LARGEST_DOT, 2.6 + 0.3 * Math.sqrt(pupils));
  }

  static void unserved(Graphics2D g, double x, double y, double radius) {
    Shape dot = circle(x, y, radius);
    halo(g, dot);
    g.setPaint(Palette.UNSERVED);
    g.fill(dot);
    if (radius >= SMALLEST_MARKED_DOT) {
      g.setPaint(Color.WHITE);
      double half = radius * 0.13;
      g.fill(new Rectangle2D.Double(x - half, y - radius * 0.6, 2 * half, radius * 0.72));
      g.fill(circle(x, y + radius * 0.45, half * 1.2));
    }
  }

  static Shape circle(double x, double y, double radius) {
    return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  private static Shape form(Level level, double x, double y, double radius) {
    return switch (level) {
      case PRIMARY -> circle(x, y, radius);
      case JUNIOR ->
          new Rectangle2D.Double(
              x - radius * 0.89, y - radius * 0.89, radius * 1.78, radius * 1.78);
      case NINE_YEAR -> polygon(x, y, 6, radius * 1.1, radius * 1.1);
    };
  }

  private static Shape star(double x, double y, double radius) {
    return polygon(x, y, 10, radius, radius * 0.42);
  }

  /** A regular polygon that stands on an edge or a point, with every other corner drawn in. */
  private static Shape polygon(double x, double y, int corners, double even, double odd) {
    Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners - Math.PI / 2;
      double radius = i % 2 == 0 ? even : odd;
      double cornerX = x + radius * StrictMath.cos(angle);
      double cornerY = y + radius * StrictMath.sin(angle);
      if (i == 0) {
        path.moveTo(cornerX, cornerY);
      } else {
        path.lineTo(cornerX, cornerY);
      }
    }
    path.closePath();
    return path;
  }

  private static void halo(Graphics2D g, Shape form) {
    g.setPaint(Color.WHITE);
    g.setStroke(new BasicStroke(HALO_WIDTH, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(form);
  }
}
