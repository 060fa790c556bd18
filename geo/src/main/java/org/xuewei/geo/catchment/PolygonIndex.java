package org.xuewei.geo.catchment;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;

/** Finds the polygons at a point. */
final class PolygonIndex {
  private final STRtree boxes = new STRtree();
  private final List<IndexedPointInAreaLocator> locators = new ArrayList<>();

  PolygonIndex(List<? extends Geometry> polygons) {
    for (Geometry polygon : polygons) {
      if (!polygon.isEmpty()) {
        boxes.insert(polygon.getEnvelopeInternal(), locators.size());
      }
      locators.add(new IndexedPointInAreaLocator(polygon));
    }
    boxes.build();
  }

  /** Locates points in one of the polygons. */
  PointOnGeometryLocator locator(int polygon) {
    return locators.get(polygon);
  }

  /** Indices of the polygons that hold the point inside or on their border, ascending. */
  List<Integer> covering(Coordinate point) {
    List<Integer> found = new ArrayList<>();
    for (Object box : boxes.query(new Envelope(point))) {
      int index = (Integer) box;
      if (locators.get(index).locate(point) != Location.EXTERIOR) {
        found.add(index);
      }
    }
    found.sort(null);
    return found;
  }
}
