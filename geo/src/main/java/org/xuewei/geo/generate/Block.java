package org.xuewei.geo.generate;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/**
 * A block between streets, in four quarters counted around it. Places in the block are told by two
 * shares: along the street from the first corner to the second, and away from that street.
 *
 * @param nodes the nodes at its corners, around it
 * @param corners their places, in metres
 * @param remoteness distance from the middle of the town as a share of the town's radius
 */
record Block(List<Integer> nodes, List<Coordinate> corners, double remoteness) {
  private static final double PAVEMENT = 0.035;

  /** Where the gate of a school in this block is, along the first street. */
  private static final double GATE = 0.2;

  private static final double NARROWEST_SITE = 0.36;

  private static final double[][] QUARTERS = {
    {0.25, 0.25}, {0.75, 0.25}, {0.75, 0.75}, {0.25, 0.75}
  };

  Coordinate place(double along, double away) {
    Coordinate a = corners.get(0);
    Coordinate b = corners.get(1);
    Coordinate c = corners.get(2);
    Coordinate d = corners.get(3);
    double x =
        (1 - away) * ((1 - along) * a.x + along * b.x) + away * ((1 - along) * d.x + along * c.x);
    double y =
        (1 - away) * ((1 - along) * a.y + along * b.y) + away * ((1 - along) * d.y + along * c.y);
    return new Coordinate(x, y);
  }

  Coordinate middle() {
    return place(0.5, 0.5);
  }

  /** A place in a quarter, shaken by at most the given share of the block. */
  Coordinate inQuarter(int quarter, double alongShake, double awayShake) {
    double[] centre = QUARTERS[quarter];
    return place(centre[0] + alongShake, centre[1] + awayShake);
  }

  Coordinate gate() {
    return place(GATE, PAVEMENT);
  }

  /**
   * A school's site in the first two quarters, or as much of them as it takes.
   *
   * @param squareMetres area wanted
   */
  Polygon site(double squareMetres, GeometryFactory geometries) {
    double whole = rectangle(PAVEMENT, PAVEMENT, 1 - PAVEMENT, 0.5, geometries).getArea();
    double share = Math.min(1, squareMetres / whole);
    double end = PAVEMENT + share * (1 - 2 * PAVEMENT);
    return rectangle(PAVEMENT, PAVEMENT, Math.max(NARROWEST_SITE, end), 0.5, geometries);
  }

  /** The land of consecutive quarters: one, two, three or all. */
  Polygon quarters(int first, int count, GeometryFactory geometries) {
    double near = PAVEMENT;
    double far = 1 - PAVEMENT;
    if (count == 4) {
      return rectangle(near, near, far, far, geometries);
    }
    if (count == 3 && first == 0) {
      return ring(
          geometries,
          place(near, near),
          place(far, near),
          place(far, far),
          place(0.5, far),
          place(0.5, 0.5),
          place(near, 0.5));
    }
    double low = first == 0 ? near : 0.5;
    double high = first == 0 ? 0.5 : far;
    if (count == 2) {
      return rectangle(near, low, far, high, geometries);
    }
    return first == 0
        ? rectangle(near, low, 0.5, high, geometries)
        : rectangle(0.5, low, far, high, geometries);
  }

  private Polygon rectangle(
      double along, double away, double alongEnd, double awayEnd, GeometryFactory geometries) {
    return ring(
        geometries,
        place(along, away),
        place(alongEnd, away),
        place(alongEnd, awayEnd),
        place(along, awayEnd));
  }

  private static Polygon ring(GeometryFactory geometries, Coordinate... corners) {
    List<Coordinate> ring = new ArrayList<>(List.of(corners));
    ring.add(corners[0].copy());
    return geometries.createPolygon(ring.toArray(Coordinate[]::new));
  }
}
