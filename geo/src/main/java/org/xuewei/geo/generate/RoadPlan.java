package org.xuewei.geo.generate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.triangulate.DelaunayTriangulationBuilder;
import org.locationtech.jts.triangulate.quadedge.QuadEdge;
import org.locationtech.jts.triangulate.quadedge.QuadEdgeSubdivision;
import org.locationtech.jts.triangulate.quadedge.Vertex;
import org.xuewei.geo.network.StreetGraph;

/**
 * Streets as they are drawn: nodes in metres, and ways between them. Villages and the edges of
 * towns are joined by a Gabriel graph (Gabriel and Sokal 1969), which is planar, connected and
 * close to what lanes look like: two places are joined when no third lies in the circle between
 * them.
 */
final class RoadPlan {
  /** Nodes of villages belong to no town. */
  static final int NO_TOWN = -1;

  /** Homes in blocks and gates, to which no lane leads. */
  private static final int INSIDE = -2;

  private final List<Coordinate> nodes = new ArrayList<>();
  private final List<Integer> towns = new ArrayList<>();
  private final List<Way> ways = new ArrayList<>();
  private final Map<Long, Integer> wayBetween = new HashMap<>();

  /** Kinds of road, by OpenStreetMap's words. */
  enum Kind {
    PRIMARY,
    SECONDARY,
    TERTIARY,
    RESIDENTIAL,
    UNCLASSIFIED,
    /** The way from a street to a home or a gate; not drawn. */
    ACCESS;

    String highway() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  record Way(int from, int to, Kind kind, String name) {}

  /**
   * @param town the town whose streets meet at the node, or {@link #NO_TOWN}
   */
  int addNode(Coordinate place, int town) {
    nodes.add(place);
    towns.add(town);
    return nodes.size() - 1;
  }

  /** Adds a place inside a block or beside a village, with ways to the nodes near it. */
  int addInside(Coordinate place, List<Integer> near) {
    int node = addNode(place, INSIDE);
    near.forEach(other -> addWay(node, other, Kind.ACCESS, ""));
    return node;
  }

  /** Adds a way, unless the two nodes have one. */
  void addWay(int from, int to, Kind kind, String name) {
    if (wayBetween.putIfAbsent(key(from, to), ways.size()) == null) {
      ways.add(new Way(from, to, kind, name));
    }
  }

  Coordinate node(int node) {
    return nodes.get(node);
  }

  List<Way> ways() {
    return List.copyOf(ways);
  }

  /** Joins the nodes that are not of one town, without those inside blocks. */
  void joinPlaces() {
    Map<Coordinate, Integer> nodeAt = new HashMap<>();
    for (int node = 0; node < nodes.size(); node++) {
      if (towns.get(node) != INSIDE) {
        nodeAt.put(nodes.get(node), node);
      }
    }
    DelaunayTriangulationBuilder builder = new DelaunayTriangulationBuilder();
    builder.setSites(new ArrayList<>(nodeAt.keySet()));
    QuadEdgeSubdivision triangles = builder.getSubdivision();
    Collection<?> edges = triangles.getPrimaryEdges(false);
    List<int[]> lanes = new ArrayList<>();
    for (Object item : edges) {
      QuadEdge edge = (QuadEdge) item;
      Integer from = nodeAt.get(edge.orig().getCoordinate());
      Integer to = nodeAt.get(edge.dest().getCoordinate());
      if (from != null && to != null && differ(from, to) && isGabriel(edge)) {
        lanes.add(new int[] {Math.min(from, to), Math.max(from, to)});
      }
    }
    lanes.sort((a, b) -> a[0] != b[0] ? Integer.compare(a[0], b[0]) : Integer.compare(a[1], b[1]));
    lanes.forEach(lane -> addWay(lane[0], lane[1], Kind.UNCLASSIFIED, ""));
  }

  private boolean differ(int from, int to) {
    return towns.get(from) == NO_TOWN || !towns.get(from).equals(towns.get(to));
  }

  /** Among the neighbours of a Delaunay edge only the two apexes can lie in its circle. */
  private static boolean isGabriel(QuadEdge edge) {
    return outsideCircle(edge, edge.lNext().dest())
        && outsideCircle(edge, edge.sym().lNext().dest());
  }

  private static boolean outsideCircle(QuadEdge edge, Vertex apex) {
    Coordinate a = edge.orig().getCoordinate();
    Coordinate b = edge.dest().getCoordinate();
    Coordinate c = apex.getCoordinate();
    return (a.x - c.x) * (b.x - c.x) + (a.y - c.y) * (b.y - c.y) >= 0;
  }

  /** Makes roads of the shortest way between two nodes; a road already better stays. */
  void upgrade(StreetGraph graph, int from, int to, Kind kind, String name) {
    List<Integer> way = graph.shortestWay(from, to);
    for (int k = 1; k < way.size(); k++) {
      Integer index = wayBetween.get(key(way.get(k - 1), way.get(k)));
      if (index != null && kind.compareTo(ways.get(index).kind()) < 0) {
        Way old = ways.get(index);
        ways.set(
            index, new Way(old.from(), old.to(), kind, old.name().isEmpty() ? name : old.name()));
      }
    }
  }

  double metres(Way way) {
    return nodes.get(way.from()).distance(nodes.get(way.to()));
  }

  StreetGraph graph() {
    return StreetGraph.of(
        ways.stream()
            .map(way -> new StreetGraph.Street(way.from(), way.to(), metres(way)))
            .toList());
  }

  LineString line(Way way, GeometryFactory geometries) {
    return geometries.createLineString(
        new Coordinate[] {nodes.get(way.from()), nodes.get(way.to())});
  }

  private static long key(int from, int to) {
    return ((long) Math.min(from, to) << 32) | Math.max(from, to);
  }
}
