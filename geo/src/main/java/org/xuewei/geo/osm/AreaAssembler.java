package org.xuewei.geo.osm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * Makes polygons of closed ways and of multipolygon relations, in lon/lat. The rings of a relation
 * are combined by the even-odd rule, as OpenStreetMap's own tools do: a ring inside another one is
 * a hole whatever its role says, and a ring inside a hole is an island.
 */
final class AreaAssembler {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private final RawMap map;

  AreaAssembler(RawMap map) {
    this.map = map;
  }

  /** The polygon of a way, possibly invalid; empty when it is not closed or lacks nodes. */
  Optional<Polygon> polygon(RawMap.Way way) {
    Coordinate[] positions = map.positions(way);
    if (!way.closed() || positions.length < way.nodes().size()) {
      return Optional.empty();
    }
    return Optional.of(GEOMETRIES.createPolygon(positions));
  }

  /** The line of a way; empty when fewer than two of its nodes are known. */
  Optional<LineString> line(RawMap.Way way) {
    Coordinate[] positions = map.positions(way);
    return positions.length < 2
        ? Optional.empty()
        : Optional.of(GEOMETRIES.createLineString(positions));
  }

  /**
   * The area of a relation of type multipolygon or boundary, valid; empty when the relation is of
   * another type, lacks members or nodes, or when its rings do not close.
   */
  Optional<Geometry> area(RawMap.Relation relation) {
    String type = relation.tags().getOrDefault("type", "");
    if (!type.equals("multipolygon") && !type.equals("boundary")) {
      return Optional.empty();
    }
    List<Geometry> rings = new ArrayList<>();
    List<LineString> openOuter = new ArrayList<>();
    List<LineString> openInner = new ArrayList<>();
    for (RawMap.Member member : memberWays(relation)) {
      Optional<RawMap.Way> way = map.findWay(member.id());
      if (way.isEmpty() || map.positions(way.get()).length < way.get().nodes().size()) {
        return Optional.empty();
      }
      Optional<Polygon> ring = polygon(way.get());
      if (ring.isPresent()) {
        rings.add(ring.get());
      } else {
        line(way.get()).ifPresent(member.role().equals("inner") ? openInner::add : openOuter::add);
      }
    }
    if (!closeRings(openOuter, rings) || !closeRings(openInner, rings) || rings.isEmpty()) {
      return Optional.empty();
    }
    rings.replaceAll(ring -> ring.isValid() ? ring : GeometryFixer.fix(ring));
    Geometry area = evenOdd(rings);
    return area.isEmpty() ? Optional.empty() : Optional.of(area);
  }

  private static Set<RawMap.Member> memberWays(RawMap.Relation relation) {
    Set<RawMap.Member> ways = new LinkedHashSet<>();
    for (RawMap.Member member : relation.members()) {
      if (member.id().type() == OsmId.Type.WAY) {
        ways.add(member);
      }
    }
    return ways;
  }

  /** Joins open ways to rings; false when some are left over. */
  private static boolean closeRings(List<LineString> open, List<Geometry> rings) {
    Polygonizer polygonizer = new Polygonizer();
    polygonizer.add(open);
    @SuppressWarnings("unchecked")
    Collection<Polygon> faces = polygonizer.getPolygons();
    faces.stream()
        .map(face -> GEOMETRIES.createPolygon(face.getExteriorRing().getCoordinates()).norm())
        .sorted()
        .forEach(rings::add);
    return polygonizer.getDangles().isEmpty()
        && polygonizer.getCutEdges().isEmpty()
        && polygonizer.getInvalidRingLines().isEmpty();
  }

  private static Geometry evenOdd(List<Geometry> rings) {
    if (rings.size() == 1) {
      return rings.get(0);
    }
    int half = rings.size() / 2;
    return OverlayNGRobust.overlay(
        evenOdd(rings.subList(0, half)),
        evenOdd(rings.subList(half, rings.size())),
        OverlayNG.SYMDIFFERENCE);
  }
}
