package org.xuewei.geo.osm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Overlays whose results are polygonal: touching lines and points fall away. */
final class Polygons {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private Polygons() {}

  static Geometry intersection(Geometry a, Geometry b) {
    return polygonal(OverlayNGRobust.overlay(a, b, OverlayNG.INTERSECTION));
  }

  static Geometry difference(Geometry a, Geometry b) {
    return polygonal(OverlayNGRobust.overlay(a, b, OverlayNG.DIFFERENCE));
  }

  static Geometry union(Collection<Geometry> shapes) {
    return shapes.isEmpty()
        ? GEOMETRIES.createPolygon()
        : polygonal(OverlayNGRobust.union(List.copyOf(shapes)));
  }

  /** The polygons of a geometry. */
  static List<Polygon> parts(Geometry geometry) {
    List<Polygon> parts = new ArrayList<>();
    geometry.apply(
        (org.locationtech.jts.geom.GeometryFilter)
            part -> {
              if (part instanceof Polygon polygon && !polygon.isEmpty()) {
                parts.add(polygon);
              }
            });
    return parts;
  }

  static Geometry polygonal(Geometry geometry) {
    if (geometry instanceof Polygon) {
      return geometry;
    }
    List<Polygon> parts = parts(geometry);
    return parts.size() == 1
        ? parts.get(0)
        : geometry.getFactory().createMultiPolygon(parts.toArray(Polygon[]::new));
  }
}
