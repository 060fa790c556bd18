package org.xuewei.geo.catchment;

import java.util.stream.IntStream;
import org.locationtech.jts.algorithm.Angle;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;

/**
 * The directions from a spot that stay inside an area: the full circle in its middle, about half of
 * it at a straight border.
 */
record Sector(double startRadians, double widthRadians) {
  private static final int RAYS = 72;
  private static final double STEP = 2 * Math.PI / RAYS;

  /**
   * The widest sector whose rays end inside; the full circle when none does.
   *
   * @param length of the rays, in the unit of the area
   */
  static Sector inside(PointOnGeometryLocator area, Coordinate spot, double length) {
    boolean[] inside = new boolean[RAYS];
    for (int ray = 0; ray < RAYS; ray++) {
      inside[ray] = endsInside(area, spot, ray, length);
    }
    int start = 0;
    int longest = 0;
    for (int first = 0; first < RAYS; first++) {
      int run = 0;
      while (run < RAYS && inside[(first + run) % RAYS]) {
        run++;
      }
      if (run > longest) {
        start = first;
        longest = run;
      }
    }
    if (longest == 0 || longest == RAYS) {
      return new Sector(0, 2 * Math.PI);
    }
    return new Sector((start - 0.5) * STEP, longest * STEP);
  }

  /** True when some ray ends inside; false in the tip of a sliver. */
  static boolean opens(PointOnGeometryLocator area, Coordinate spot, double length) {
    return IntStream.range(0, RAYS).anyMatch(ray -> endsInside(area, spot, ray, length));
  }

  private static boolean endsInside(
      PointOnGeometryLocator area, Coordinate spot, int ray, double length) {
    return area.locate(Angle.project(spot, ray * STEP, length)) == Location.INTERIOR;
  }

  /** The direction at a share of the width, 0..1, in radians from the x axis. */
  double direction(double share) {
    return startRadians + share * widthRadians;
  }
}
