package org.xuewei.geo.catchment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import org.locationtech.jts.algorithm.Angle;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.geom.util.NoninvertibleTransformationException;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/**
 * A block with demand points of several schools. Every place in it belongs to the nearest point
 * (Voronoi cells). Where points of several schools lie on the same spot, their cells meet there.
 */
final class SharedBlock {
  /** Far below the grid step of 1 cm, so that it parts points on one spot and no others. */
  private static final double PARTING_METRES = 0.002;

  /** How far one looks from a spot for the side on which its block lies. */
  private static final double VIEW_METRES = 0.5;

  private record Site(Coordinate place, int label) {}

  private final Polygon block;
  private final AffineTransformation toPlane;
  private final Envelope extent;
  private final List<Site> sites = new ArrayList<>();

  /**
   * @param labelsAt labels by place, in a fixed order; at least two labels in all
   */
  SharedBlock(Polygon block, Map<Coordinate, SortedSet<Integer>> labelsAt) {
    this.block = block;
    this.toPlane = LocalPlane.around(block.getEnvelopeInternal());
    Geometry inPlane = toPlane.transform(block);
    this.extent = inPlane.getEnvelopeInternal();
    PointOnGeometryLocator locator = new IndexedPointInAreaLocator(inPlane);
    labelsAt.forEach(
        (place, labels) -> {
          Coordinate spot = LocalPlane.map(toPlane, place);
          if (labels.size() == 1) {
            sites.add(new Site(spot, labels.iterator().next()));
          } else {
            Sector sector = Sector.inside(locator, spot, VIEW_METRES);
            int k = 0;
            for (int label : labels) {
              double angle = sector.direction((k++ + 0.5) / labels.size());
              sites.add(new Site(Angle.project(spot, angle, PARTING_METRES), label));
            }
          }
        });
  }

  /** The lines in the block between places of different labels, in lon/lat. */
  Geometry borders() {
    VoronoiDiagramBuilder voronoi = new VoronoiDiagramBuilder();
    voronoi.setSites(sites.stream().map(Site::place).toList());
    voronoi.setClipEnvelope(extent);
    Map<Coordinate, Integer> labels = new HashMap<>();
    sites.forEach(site -> labels.put(site.place(), site.label()));
    Map<LineSegment, Integer> open = new HashMap<>();
    List<LineString> borders = new ArrayList<>();
    for (Object cell : voronoi.getSubdivision().getVoronoiCellPolygons(Linework.FACTORY)) {
      int label = Objects.requireNonNull(labels.get(((Polygon) cell).getUserData()));
      for (LineSegment side : Sides.of((Polygon) cell)) {
        Integer other = open.putIfAbsent(side, label);
        if (other != null && other != label) {
          borders.add(side.toGeometry(Linework.FACTORY));
        }
      }
    }
    Geometry lines = Linework.FACTORY.buildGeometry(borders);
    return OverlayNGRobust.overlay(inLonLat(lines), block, OverlayNG.INTERSECTION);
  }

  private Geometry inLonLat(Geometry inPlane) {
    try {
      return toPlane.getInverse().transform(inPlane);
    } catch (NoninvertibleTransformationException impossible) {
      throw new IllegalStateException("block at a pole", impossible);
    }
  }

  /** The label of the point nearest to a place in lon/lat. */
  int labelAt(Coordinate lonLat) {
    Coordinate place = LocalPlane.map(toPlane, lonLat);
    Site nearest = sites.get(0);
    for (Site site : sites) {
      if (site.place().distance(place) < nearest.place().distance(place)) {
        nearest = site;
      }
    }
    return nearest.label();
  }
}
