package org.xuewei.geo.osm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.xuewei.data.model.DataIssues;
import org.xuewei.data.model.LonLat;
import org.xuewei.data.model.School;
import org.xuewei.data.model.Stage;

/**
 * Schools mapped as areas and as nodes. A node on the ground of a school area is the same school
 * and gives it the name and the stages that the area does not name. Pupils enter at an entrance or
 * gate mapped on the outline, else where the outline is nearest to a road.
 *
 * @param areas site areas of the schools mapped as areas, by school id, metres
 * @param nodesRead school nodes inside the county, with those merged into areas
 */
record Schools(List<School> list, SortedMap<String, Geometry> areas, int nodesRead, int merged) {
  private static final String LAYER = Layer.SCHOOL.label();
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  /** A node this close to a school area is on its outline, drawn with less care. */
  private static final double SAME_SCHOOL_METRES = 5;

  /** A gate this close to the outline is on it. */
  private static final double ON_OUTLINE_METRES = 1;

  /** An entrance or gate; the lowest rank is the likeliest way in. */
  private record Gate(Point point, int rank) {}

  static Schools read(RawMap map, List<Area> areas, Roads roads, County county, DataIssues issues) {
    return new Reader(map, areas, roads, county, issues).read();
  }

  private static final class Reader {
    private final List<Area> areas;
    private final Roads roads;
    private final County county;
    private final DataIssues issues;
    private final Nearby<Gate> gates;
    private final SortedMap<OsmId, Map<String, String>> nodeTags = new TreeMap<>();
    private final SortedMap<OsmId, Point> nodePoints = new TreeMap<>();
    private final List<School> schools = new ArrayList<>();

    Reader(RawMap map, List<Area> areas, Roads roads, County county, DataIssues issues) {
      this.areas = areas;
      this.roads = roads;
      this.county = county;
      this.issues = issues;
      List<Gate> found = new ArrayList<>();
      for (RawMap.Node node : map.nodes()) {
        if (!county.isNear(node.lonLat())) {
          continue;
        }
        LonLat position = new LonLat(node.lonLat().x, node.lonLat().y);
        Point point = GEOMETRIES.createPoint(county.projection().toMetric(position));
        int rank = gateRank(node.tags());
        if (rank >= 0) {
          found.add(new Gate(point, rank));
        }
        if (node.tags().getOrDefault("amenity", "").equals("school")) {
          addNode(node, point);
        }
      }
      this.gates = new Nearby<>(found, Gate::point);
    }

    private static int gateRank(Map<String, String> tags) {
      return switch (tags.getOrDefault("entrance", "")) {
        case "main" -> 0;
        case "" -> tags.getOrDefault("barrier", "").equals("gate") ? 2 : -1;
        case "no", "exit", "emergency", "service", "garage" -> -1;
        default -> 1;
      };
    }

    private void addNode(RawMap.Node node, Point point) {
      if (county.districtAt(point.getCoordinate()).isEmpty()) {
        issues.info(
            "outside-districts", LAYER, node.id().toString(), "left out: not inside any district");
      } else {
        nodeTags.put(node.id(), node.tags());
        nodePoints.put(node.id(), point);
      }
    }

    Schools read() {
      SortedMap<OsmId, OsmId> areaOfNode = mergeNodes();
      SortedMap<String, Geometry> shapes = new TreeMap<>();
      for (Area area : areas) {
        String name = area.name();
        Map<String, String> tags = new TreeMap<>(area.tags());
        boolean saysNoStage = Collections.disjoint(tags.keySet(), SchoolStages.KEYS);
        for (Map.Entry<OsmId, OsmId> merged : areaOfNode.entrySet()) {
          if (merged.getValue().equals(area.id())) {
            Map<String, String> ofNode = nodeTags.getOrDefault(merged.getKey(), Map.of());
            name = name.isEmpty() ? ofNode.getOrDefault("name", "") : name;
            for (String key : SchoolStages.KEYS) {
              if (saysNoStage && ofNode.containsKey(key)) {
                tags.merge(key, ofNode.getOrDefault(key, ""), (a, b) -> a + ";" + b);
              }
            }
          }
        }
        if (addSchool(area.id(), name, tags, gate(area.shape()), area.shape())) {
          shapes.put(id(area.id()), area.shape());
        }
      }
      nodePoints.forEach(
          (id, point) -> {
            if (!areaOfNode.containsKey(id)) {
              Map<String, String> tags = nodeTags.getOrDefault(id, Map.of());
              String name = tags.getOrDefault("name", "");
              addSchool(id, name, tags, point.getCoordinate(), point);
            }
          });
      schools.sort(Comparator.comparing(School::id));
      return new Schools(List.copyOf(schools), shapes, nodePoints.size(), areaOfNode.size());
    }

    private SortedMap<OsmId, OsmId> mergeNodes() {
      Nearby<Area> index = new Nearby<>(areas, Area::shape);
      SortedMap<OsmId, OsmId> areaOfNode = new TreeMap<>();
      nodePoints.forEach(
          (id, point) -> {
            Envelope around = new Envelope(point.getCoordinate());
            around.expandBy(SAME_SCHOOL_METRES);
            Optional<Area> area =
                index.list(around).stream()
                    .filter(candidate -> candidate.shape().distance(point) <= SAME_SCHOOL_METRES)
                    .min(
                        Comparator.comparingDouble(candidate -> candidate.shape().distance(point)));
            if (area.isPresent()) {
              areaOfNode.put(id, area.get().id());
              issues.info(
                  "school-node-inside-area",
                  LAYER,
                  id.toString(),
                  "the same school as " + area.get().id());
            }
          });
      return areaOfNode;
    }

    private static String id(OsmId id) {
      return "school-" + id.brief();
    }

    private boolean addSchool(
        OsmId id, String name, Map<String, String> tags, Coordinate gate, Geometry shape) {
      Optional<Set<Stage>> stages = SchoolStages.of(tags);
      Coordinate inner = shape.getInteriorPoint().getCoordinate();
      OptionalInt district = county.districtAt(inner);
      if (stages.isEmpty()) {
        issues.info(
            "school-of-other-stage",
            LAYER,
            id.toString(),
            "left out: its tags name neither primary nor lower secondary education");
        return false;
      }
      if (district.isEmpty()) {
        return false;
      }
      if (tags.containsKey("building") && shape.getDimension() > 0) {
        issues.info(
            "school-area-is-building",
            LAYER,
            id.toString(),
            "the area is that of a building; the school's ground is larger");
      }
      schools.add(
          new School(
              id(id),
              name,
              county.boundaries().get(district.getAsInt()).id(),
              county.toLonLat(gate),
              (int) Math.min(Math.round(shape.getArea()), Integer.MAX_VALUE),
              stages.get(),
              List.of()));
      return true;
    }

    private Coordinate gate(Geometry shape) {
      Geometry outline = shape.getBoundary();
      Envelope around = new Envelope(outline.getEnvelopeInternal());
      around.expandBy(ON_OUTLINE_METRES);
      return gates.list(around).stream()
          .filter(gate -> gate.point().isWithinDistance(outline, ON_OUTLINE_METRES))
          .min(Comparator.comparingInt(Gate::rank))
          .map(gate -> gate.point().getCoordinate())
          .orElseGet(() -> roads.nearest(outline).point());
    }
  }
}
