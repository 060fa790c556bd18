package org.xuewei.geo.osm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.precision.GeometryPrecisionReducer;
import org.xuewei.data.model.DataIssues;
import org.xuewei.data.model.InputException;
import org.xuewei.data.model.LonLat;
import org.xuewei.geo.crs.Projection;

/** The districts of one administrative level and all that lies inside them, in metres. */
final class County {
  static final String LAYER = "districts";

  /**
   * Objects that reach further out than this are not projected; degrees. Transverse Mercator is
   * good far beyond it.
   */
  private static final double MARGIN_DEGREES = 3;

  private static final PrecisionModel DEGREES = new PrecisionModel(1e9);

  /** A district as its boundary relation, whose members may name the main place. */
  record Boundary(String id, RawMap.Relation relation, Geometry shape) {
    Boundary withShape(Geometry other) {
      return new Boundary(id, relation, other);
    }

    String name() {
      return relation.tags().getOrDefault("name", "");
    }
  }

  private final Projection projection;
  private final List<Boundary> boundaries;
  private final List<PointOnGeometryLocator> locators;
  private final Geometry union;
  private final PreparedGeometry prepared;
  private final Envelope near;

  private County(Projection projection, List<Boundary> boundaries, Envelope lonLat) {
    this.projection = projection;
    this.boundaries = boundaries;
    this.locators = new ArrayList<>();
    for (Boundary boundary : boundaries) {
      locators.add(new IndexedPointInAreaLocator(boundary.shape()));
    }
    this.union = Polygons.union(boundaries.stream().map(Boundary::shape).toList());
    this.prepared = PreparedGeometryFactory.prepare(union);
    this.near = new Envelope(lonLat);
    near.expandBy(MARGIN_DEGREES);
  }

  /**
   * The county made of the administrative boundaries of one level.
   *
   * @throws InputException when no boundary of the level closes
   */
  static County of(
      RawMap map, AreaAssembler assembler, int adminLevel, String fileName, DataIssues issues) {
    List<Boundary> closed = new ArrayList<>();
    for (RawMap.Relation relation : map.relations()) {
      if (relation.isAdministrative()
          && relation.tags().getOrDefault("admin_level", "").equals("" + adminLevel)) {
        Optional<Geometry> lonLat = assembler.area(relation);
        lonLat.ifPresent(
            area -> closed.add(new Boundary("district-" + relation.id().brief(), relation, area)));
        if (lonLat.isEmpty()) {
          issues.warn(
              "district-not-closed",
              LAYER,
              relation.id().toString(),
              "left out: parts of the boundary are missing in the file or do not join");
        }
      }
    }
    if (closed.isEmpty()) {
      throw new InputException(
          fileName
              + ", districts: no closed boundary with admin_level "
              + adminLevel
              + "; expected "
              + levels(map, assembler));
    }
    closed.sort(Comparator.comparing(Boundary::id));
    Envelope extent = new Envelope();
    closed.forEach(boundary -> extent.expandToInclude(boundary.shape().getEnvelopeInternal()));
    Coordinate centre = extent.centre();
    Projection projection =
        Projection.metric(Projection.metricEpsgFor(new LonLat(centre.x, centre.y)));
    closed.replaceAll(
        boundary -> boundary.withShape(AreaReader.valid(projection.toMetric(boundary.shape()))));
    return new County(projection, List.copyOf(closed), extent);
  }

  /** The levels that could be asked for: {@code 6 (boundaries: 2), 8 (boundaries: 11)}. */
  private static String levels(RawMap map, AreaAssembler assembler) {
    Map<String, Integer> counts = new TreeMap<>();
    for (RawMap.Relation relation : map.relations()) {
      if (relation.isAdministrative() && assembler.area(relation).isPresent()) {
        counts.merge(relation.tags().getOrDefault("admin_level", "none"), 1, Integer::sum);
      }
    }
    List<String> texts = new ArrayList<>();
    counts.forEach((level, count) -> texts.add(level + " (boundaries: " + count + ")"));
    return texts.isEmpty()
        ? "a file with administrative boundaries, which this one has not"
        : "a level of the file: " + String.join(", ", texts);
  }

  Projection projection() {
    return projection;
  }

  /** Lon/lat, rounded to 1e-9 degrees (0.1 mm), which gives mapped positions back exactly. */
  LonLat toLonLat(Coordinate metres) {
    LonLat position = projection.toLonLat(metres);
    return new LonLat(DEGREES.makePrecise(position.lon()), DEGREES.makePrecise(position.lat()));
  }

  /** Lon/lat, rounded in the same way; areas are valid. */
  Geometry toLonLat(Geometry metres) {
    Geometry rounded =
        GeometryPrecisionReducer.reducePointwise(projection.toLonLat(metres), DEGREES);
    return rounded.getDimension() == 2 ? AreaReader.valid(rounded) : rounded;
  }

  /** In the order of their ids. */
  List<Boundary> boundaries() {
    return boundaries;
  }

  Geometry union() {
    return union;
  }

  /** False for objects so far away that they need not be projected. */
  boolean isNear(Coordinate lonLat) {
    return near.contains(lonLat);
  }

  boolean isNear(Envelope lonLat) {
    return near.contains(lonLat);
  }

  boolean contains(Geometry shape) {
    return prepared.covers(shape);
  }

  /** The first district, in the order of ids, that has the position inside or on its border. */
  OptionalInt districtAt(Coordinate metres) {
    for (int i = 0; i < boundaries.size(); i++) {
      if (boundaries.get(i).shape().getEnvelopeInternal().contains(metres)
          && locators.get(i).locate(metres) != Location.EXTERIOR) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }
}
