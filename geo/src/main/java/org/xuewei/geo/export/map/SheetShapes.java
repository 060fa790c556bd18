package org.xuewei.geo.export.map;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.GeometryFilter;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.operation.linemerge.LineMerger;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/**
 * Geometries made ready to draw: in sheet units, cut to a window, without detail finer than a
 * tolerance. Sheet units are fine enough for overlay on a fixed grid, which never fails on valid
 * areas; invalid ones are repaired first.
 */
final class SheetShapes {
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final PrecisionModel GRID = new PrecisionModel(50);
  private static final double SHORTEST_LINE = 0.8;

  private final LocalProjection projection;
  private final Envelope window;
  private final double tolerance;

  /**
   * @param window what is drawn, in sheet units
   * @param tolerance how far a drawn line may be from the true one, in sheet units
   */
  SheetShapes(LocalProjection projection, Envelope window, double tolerance) {
    this.projection = projection;
    this.window = window;
    this.tolerance = tolerance;
  }

  /** The visible polygons of a geometry, valid and not simplified. */
  Geometry area(Geometry lonLat) {
    List<Polygon> parts = new ArrayList<>();
    for (Polygon polygon : polygons(lonLat)) {
      if (window.intersects(projection.project(polygon.getEnvelopeInternal()))) {
        Geometry onSheet = projection.project(polygon);
        parts.addAll(polygons(clip(onSheet.isValid() ? onSheet : GeometryFixer.fix(onSheet))));
      }
    }
    return FACTORY.createMultiPolygon(parts.toArray(Polygon[]::new));
  }

  /** The visible lines of many geometries, joined end to end where just two meet. */
  Geometry lines(Collection<Geometry> lonLat) {
    LineMerger merger = new LineMerger();
    for (Geometry geometry : lonLat) {
      for (Object part : LinearComponentExtracter.getLines(geometry)) {
        LineString line = (LineString) part;
        if (window.intersects(projection.project(line.getEnvelopeInternal()))) {
          merger.add(clip(projection.project(line)));
        }
      }
    }
    return merged(merger);
  }

  /** One area for many. */
  static Geometry union(Collection<Geometry> areas) {
    return areas.isEmpty() ? FACTORY.createPolygon() : UnaryUnionNG.union(areas, GRID);
  }

  /** The boundaries that lie between areas: each once, without the outline of their union. */
  static Geometry innerBoundaries(Collection<Geometry> areas, Geometry union) {
    List<Geometry> rings = areas.stream().map(Geometry::getBoundary).toList();
    if (rings.isEmpty()) {
      return FACTORY.createLineString();
    }
    Geometry all = UnaryUnionNG.union(rings, GRID);
    Geometry inner = OverlayNG.overlay(all, union.getBoundary(), OverlayNG.DIFFERENCE, GRID);
    LineMerger merger = new LineMerger();
    merger.add(inner);
    return merged(merger);
  }

  /** A path of all polygons and lines of a geometry, simplified; holes stay open. */
  Path2D path(Geometry onSheet) {
    DouglasPeuckerSimplifier simplifier = new DouglasPeuckerSimplifier(onSheet);
    simplifier.setDistanceTolerance(tolerance);
    simplifier.setEnsureValid(false);
    Geometry simple = simplifier.getResultGeometry();
    Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    for (int i = 0; i < simple.getNumGeometries(); i++) {
      Geometry part = simple.getGeometryN(i);
      if (part instanceof Polygon polygon && !polygon.isEmpty()) {
        append(path, polygon.getExteriorRing(), true);
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          append(path, polygon.getInteriorRingN(hole), false);
        }
      } else if (part instanceof LineString line && line.getLength() >= SHORTEST_LINE) {
        append(path, line.getCoordinateSequence(), line.isClosed());
      }
    }
    return path;
  }

  static List<Polygon> polygons(Geometry geometry) {
    List<Polygon> polygons = new ArrayList<>();
    geometry.apply(
        (GeometryFilter)
            part -> {
              if (part instanceof Polygon polygon && !polygon.isEmpty()) {
                polygons.add(polygon);
              }
            });
    return polygons;
  }

  private Geometry clip(Geometry onSheet) {
    if (window.covers(onSheet.getEnvelopeInternal())) {
      return onSheet;
    }
    return OverlayNG.overlay(onSheet, FACTORY.toGeometry(window), OverlayNG.INTERSECTION, GRID);
  }

  private static Geometry merged(LineMerger merger) {
    List<Geometry> lines = new ArrayList<>();
    for (Object line : merger.getMergedLineStrings()) {
      lines.add((LineString) line);
    }
    return FACTORY.buildGeometry(lines);
  }

  private static void append(Path2D path, LinearRing ring, boolean clockwise) {
    CoordinateSequence points = ring.getCoordinateSequence();
    if (Orientation.isCCW(points) == clockwise) {
      points = ring.reverse().getCoordinateSequence();
    }
    append(path, points, true);
  }

  private static void append(Path2D path, CoordinateSequence points, boolean closed) {
    int last = closed ? points.size() - 1 : points.size();
    for (int i = 0; i < last; i++) {
      Coordinate point = points.getCoordinate(i);
      if (i == 0) {
        path.moveTo(point.x, point.y);
      } else {
        path.lineTo(point.x, point.y);
      }
    }
    if (closed && last > 0) {
      path.closePath();
    }
  }
}
