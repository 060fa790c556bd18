package org.xuewei.geo.catchment;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;

/** The straight pieces of rings, equal for both neighbours of a shared border. */
final class Sides {
  private Sides() {}

  static List<LineSegment> of(Geometry polygons) {
    List<LineSegment> sides = new ArrayList<>();
    for (Object ring : LinearComponentExtracter.getLines(polygons)) {
      Coordinate[] path = ((LineString) ring).getCoordinates();
      for (int i = 1; i < path.length; i++) {
        LineSegment side = new LineSegment(path[i - 1], path[i]);
        side.normalize();
        sides.add(side);
      }
    }
    return sides;
  }
}
