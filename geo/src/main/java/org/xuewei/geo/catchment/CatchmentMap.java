package org.xuewei.geo.catchment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.noding.BoundarySegmentNoder;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.xuewei.data.model.DemandPoint;
import org.xuewei.data.model.Progress;
import org.xuewei.data.model.region.Dataset;
import org.xuewei.data.model.region.Road;

/** One making of {@link Catchments}. A label is a place in the list of schools, or one of two. */
final class CatchmentMap {
  /** Demand points without a school. */
  private static final int UNSERVED = -1;

  /** No demand point at all. */
  private static final int EMPTY = -2;

  /** OpenStreetMap's ways that bound no block; every other class does, the user's own too. */
  private static final Set<String> NO_BORDER =
      Set.of(
          "bridleway",
          "construction",
          "corridor",
          "cycleway",
          "elevator",
          "footway",
          "path",
          "platform",
          "proposed",
          "service",
          "steps",
          "track");

  private final Dataset dataset;
  private final Map<String, String> schoolOfPoint;
  private final UnaryOperator<Geometry> toMetric;
  private final List<String> schools;
  private final Map<String, Integer> labelOfSchool = new HashMap<>();

  /**
   * @param toMetric brings a lon/lat polygon to a plane in metres
   */
  CatchmentMap(
      Dataset dataset, Map<String, String> schoolOfPoint, UnaryOperator<Geometry> toMetric) {
    this.dataset = dataset;
    this.schoolOfPoint = schoolOfPoint;
    this.toMetric = toMetric;
    this.schools = List.copyOf(new TreeSet<>(schoolOfPoint.values()));
    for (int label = 0; label < schools.size(); label++) {
      labelOfSchool.put(schools.get(label), label);
    }
    Set<String> unknown = new TreeSet<>(schoolOfPoint.keySet());
    dataset.demandPoints().forEach(point -> unknown.remove(point.id()));
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException("assigned, but not in the dataset: " + unknown);
    }
  }

  Catchments draw(Progress progress) {
    try (Progress.Phase phase = progress.start("catchments", 4)) {
      List<Geometry> districts = List.copyOf(new TreeMap<>(dataset.shapes().districts()).values());
      Linework.Division streets = streets(districts);
      List<Polygon> blocks = streets.facesWithin(new PolygonIndex(districts));
      PolygonIndex index = new PolygonIndex(blocks);
      phase.advance(1);
      BlockDemand demand = demand(new BlockDemand(index, blocks.size()));
      Map<Integer, SharedBlock> shared = new TreeMap<>();
      int[] labelOfBlock = new int[blocks.size()];
      for (int block = 0; block < blocks.size(); block++) {
        SortedMap<Coordinate, SortedSet<Integer>> labelsAt = demand.in(block);
        SortedSet<Integer> labels = new TreeSet<>();
        labelsAt.values().forEach(labels::addAll);
        if (labels.size() > 1) {
          shared.put(block, new SharedBlock(blocks.get(block), labelsAt));
        }
        labelOfBlock[block] = labels.isEmpty() ? EMPTY : labels.first();
      }
      List<Polygon> cells = cells(index, streets.borders(), shared.values());
      phase.advance(1);
      int[] labels = labels(cells, index, labelOfBlock, shared);
      phase.advance(1);
      Catchments catchments = unite(cells, labels);
      phase.advance(1);
      return catchments;
    }
  }

  /** The lines of districts and streets. */
  private Linework.Division streets(Iterable<Geometry> districts) {
    Envelope extent = new Envelope();
    Linework linework = new Linework();
    for (Geometry district : districts) {
      extent.expandToInclude(district.getEnvelopeInternal());
      linework.add(district);
    }
    for (Road road : dataset.shapes().roads()) {
      if (!NO_BORDER.contains(road.roadClass())
          && extent.intersects(road.line().getEnvelopeInternal())) {
        linework.add(road.line());
      }
    }
    return linework.divide();
  }

  private BlockDemand demand(BlockDemand demand) {
    Set<Coordinate> served = new HashSet<>();
    for (DemandPoint point : dataset.demandPoints()) {
      String school = schoolOfPoint.get(point.id());
      if (school != null) {
        served.add(place(point));
        demand.add(place(point), label(school));
      }
    }
    for (DemandPoint point : dataset.demandPoints()) {
      if (!served.contains(place(point))) {
        demand.add(place(point), UNSERVED);
      }
    }
    demand.settleBorders();
    return demand;
  }

  private int label(String school) {
    return Objects.requireNonNull(labelOfSchool.get(school));
  }

  private static Coordinate place(DemandPoint point) {
    return Linework.onGrid(point.location().lon(), point.location().lat());
  }

  /** The blocks with the borders in shared ones, noded together so that all share vertices. */
  private List<Polygon> cells(
      PolygonIndex blocks, List<LineString> streets, Iterable<SharedBlock> shared) {
    Linework linework = new Linework();
    linework.addNoded(streets);
    shared.forEach(block -> linework.add(block.borders()));
    for (DemandPoint point : dataset.demandPoints()) {
      if (schoolOfPoint.containsKey(point.id())) {
        linework.pin(place(point));
      }
    }
    return linework.divide().facesWithin(blocks);
  }

  private static int[] labels(
      List<Polygon> cells,
      PolygonIndex blocks,
      int[] labelOfBlock,
      Map<Integer, SharedBlock> shared) {
    AffineTransformation toPlane =
        LocalPlane.around(Linework.FACTORY.buildGeometry(cells).getEnvelopeInternal());
    int[] labels = new int[cells.size()];
    List<Coordinate> centres = new ArrayList<>();
    for (int cell = 0; cell < labels.length; cell++) {
      Coordinate inside = Linework.placeInside(cells.get(cell));
      int block = blocks.covering(inside).get(0);
      SharedBlock several = shared.get(block);
      labels[cell] = several == null ? labelOfBlock[block] : several.labelAt(inside);
      centres.add(LocalPlane.map(toPlane, inside));
    }
    EmptyBlocks.fill(cells, centres, labels, EMPTY);
    return labels;
  }

  private Catchments unite(List<Polygon> cells, int[] labels) {
    List<List<Polygon>> cellsOf = new ArrayList<>();
    List<List<String>> pointsOf = new ArrayList<>();
    for (int label = 0; label < schools.size(); label++) {
      cellsOf.add(new ArrayList<>());
      pointsOf.add(new ArrayList<>());
    }
    for (int cell = 0; cell < labels.length; cell++) {
      if (labels[cell] >= 0) {
        cellsOf.get(labels[cell]).add(cells.get(cell));
      }
    }
    List<MultiPolygon> areas = new ArrayList<>();
    cellsOf.forEach(own -> areas.add(union(own)));
    PolygonIndex index = new PolygonIndex(areas);
    List<String> uncovered = new ArrayList<>();
    for (DemandPoint point : dataset.demandPoints()) {
      String school = schoolOfPoint.get(point.id());
      if (school != null) {
        int label = label(school);
        pointsOf.get(label).add(point.id());
        if (!index.covering(place(point)).contains(label)) {
          uncovered.add(point.id());
        }
      }
    }
    List<Catchment> catchments = new ArrayList<>();
    for (int label = 0; label < schools.size(); label++) {
      MultiPolygon area = areas.get(label);
      if (!area.isEmpty()) {
        Geometry metric = toMetric.apply(area);
        catchments.add(
            new Catchment(
                schools.get(label),
                area,
                metric.getArea(),
                compactness(metric),
                pointsOf.get(label)));
      }
    }
    return new Catchments(catchments, uncovered);
  }

  /** Of all parts together; borders of holes count. */
  private static double compactness(Geometry metric) {
    double perimeter = metric.getLength();
    return 4 * Math.PI * metric.getArea() / (perimeter * perimeter);
  }

  /**
   * Unites cells that share their vertices. JTS 1.20's CoverageUnion leaves rings that touch
   * themselves (fixed in 1.21, JTS issue 1134); noding by single sides does not.
   */
  private static MultiPolygon union(List<Polygon> cells) {
    if (cells.isEmpty()) {
      return Linework.FACTORY.createMultiPolygon();
    }
    Geometry coverage = Linework.FACTORY.createGeometryCollection(cells.toArray(new Polygon[0]));
    Geometry union = OverlayNG.overlay(coverage, null, OverlayNG.UNION, new BoundarySegmentNoder());
    List<?> parts = PolygonExtracter.getPolygons(union);
    MultiPolygon area = Linework.FACTORY.createMultiPolygon(parts.toArray(new Polygon[0]));
    area.normalize();
    return area;
  }
}
