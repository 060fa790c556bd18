package org.xuewei.geo.osm;

import com.carrotsearch.hppc.LongArrayList;
import com.carrotsearch.hppc.cursors.LongCursor;
import com.graphhopper.reader.ReaderElement;
import com.graphhopper.reader.ReaderNode;
import com.graphhopper.reader.ReaderRelation;
import com.graphhopper.reader.ReaderWay;
import com.graphhopper.reader.osm.SkipOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.xuewei.data.model.Progress;

/**
 * The objects of a file that matter to school planning, as OpenStreetMap has them: nodes with
 * positions, ways of nodes, relations of members. Read in three passes (relations, ways, nodes), so
 * that the order of the file does not matter and only needed positions are kept.
 */
final class RawMap {
  private static final Set<String> KEPT_TAGS =
      Set.of(
          "admin_level",
          "amenity",
          "area",
          "barrier",
          "boundary",
          "building",
          "building:levels",
          "entrance",
          "highway",
          "isced:level",
          "landuse",
          "leisure",
          "name",
          "natural",
          "place",
          "population",
          "school",
          "school:type",
          "type",
          "waterway");

  /** A way as the numbers of its nodes. */
  record Way(OsmId id, Map<String, String> tags, LongArrayList nodes) {
    boolean closed() {
      return nodes.size() > 3 && nodes.get(0) == nodes.get(nodes.size() - 1);
    }
  }

  record Member(OsmId id, String role) {}

  record Relation(OsmId id, Map<String, String> tags, List<Member> members) {
    boolean isAdministrative() {
      return "administrative".equals(tags.get("boundary"));
    }
  }

  /** A node with tags. */
  record Node(OsmId id, Map<String, String> tags, Coordinate lonLat) {}

  private final SortedMap<Long, Relation> relations = new TreeMap<>();
  private final SortedMap<Long, Way> ways = new TreeMap<>();
  private final SortedMap<Long, Node> nodes = new TreeMap<>();
  private long[] positioned = {};
  private double[] lon = {};
  private double[] lat = {};

  private RawMap() {}

  static RawMap read(OsmFile file, Progress.Phase phase) {
    RawMap map = new RawMap();
    Set<Long> memberWays = new HashSet<>();
    file.read(
        new SkipOptions(true, true, false),
        element -> {
          if (element instanceof ReaderRelation relation) {
            map.addRelation(relation, memberWays);
          }
        });
    phase.advance(1);
    file.read(
        new SkipOptions(true, false, true),
        element -> {
          if (element instanceof ReaderWay way) {
            map.addWay(way, memberWays);
          }
        });
    phase.advance(1);
    map.preparePositions();
    file.read(
        new SkipOptions(false, true, true),
        element -> {
          if (element instanceof ReaderNode node) {
            map.addNode(node);
          }
        });
    phase.advance(1);
    return map;
  }

  private void addRelation(ReaderRelation source, Set<Long> memberWays) {
    Map<String, String> tags = keptTags(source);
    Relation relation = new Relation(OsmId.relation(source.getId()), tags, members(source));
    if (relation.isAdministrative() || !Layer.of(tags).isEmpty()) {
      relations.put(source.getId(), relation);
      for (Member member : relation.members()) {
        if (member.id().type() == OsmId.Type.WAY) {
          memberWays.add(member.id().number());
        }
      }
    }
  }

  private static List<Member> members(ReaderRelation relation) {
    List<Member> members = new ArrayList<>();
    for (ReaderRelation.Member member : relation.getMembers()) {
      OsmId.Type type = OsmId.Type.valueOf(member.getType().name());
      members.add(new Member(new OsmId(type, member.getRef()), member.getRole()));
    }
    return members;
  }

  private void addWay(ReaderWay source, Set<Long> memberWays) {
    Map<String, String> tags = keptTags(source);
    if (memberWays.contains(source.getId())
        || tags.containsKey("highway")
        || !Layer.of(tags).isEmpty()) {
      ways.put(source.getId(), new Way(OsmId.way(source.getId()), tags, source.getNodes()));
    }
  }

  private void preparePositions() {
    positioned =
        ways.values().stream()
            .flatMapToLong(way -> Arrays.stream(way.nodes().buffer, 0, way.nodes().size()))
            .sorted()
            .distinct()
            .toArray();
    lon = new double[positioned.length];
    lat = new double[positioned.length];
    Arrays.fill(lon, Double.NaN);
  }

  private void addNode(ReaderNode source) {
    if (!(Math.abs(source.getLon()) <= 180 && Math.abs(source.getLat()) <= 90)) {
      return;
    }
    int index = Arrays.binarySearch(positioned, source.getId());
    if (index >= 0) {
      lon[index] = source.getLon();
      lat[index] = source.getLat();
    }
    if (source.hasTag("place")
        || source.hasTag("amenity", "school")
        || source.hasTag("entrance")
        || source.hasTag("barrier", "gate")) {
      Coordinate position = new Coordinate(source.getLon(), source.getLat());
      nodes.put(source.getId(), new Node(OsmId.node(source.getId()), keptTags(source), position));
    }
  }

  private static Map<String, String> keptTags(ReaderElement element) {
    Map<String, String> tags = new TreeMap<>();
    for (Map.Entry<String, Object> tag : element.getTags().entrySet()) {
      if (KEPT_TAGS.contains(tag.getKey())) {
        tags.put(tag.getKey(), tag.getValue().toString());
      }
    }
    return tags;
  }

  /** In ascending order of their numbers. */
  Collection<Relation> relations() {
    return relations.values();
  }

  /** In ascending order of their numbers. */
  Collection<Way> ways() {
    return ways.values();
  }

  /** Nodes with tags, in ascending order of their numbers. */
  Collection<Node> nodes() {
    return nodes.values();
  }

  Optional<Way> findWay(OsmId id) {
    return Optional.ofNullable(ways.get(id.number()));
  }

  /** The positions of a way's nodes, lon/lat; nodes that the file lacks are left out. */
  Coordinate[] positions(Way way) {
    List<Coordinate> positions = new ArrayList<>(way.nodes().size());
    for (LongCursor node : way.nodes()) {
      int index = Arrays.binarySearch(positioned, node.value);
      if (!Double.isNaN(lon[index])) {
        positions.add(new Coordinate(lon[index], lat[index]));
      }
    }
    return positions.toArray(Coordinate[]::new);
  }
}
