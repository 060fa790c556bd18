package org.xuewei.geo.network;

import com.graphhopper.isochrone.algorithm.ShortestPathTree;
import com.graphhopper.routing.Dijkstra;
import com.graphhopper.routing.Path;
import com.graphhopper.routing.ev.DecimalEncodedValue;
import com.graphhopper.routing.ev.DecimalEncodedValueImpl;
import com.graphhopper.routing.util.EncodingManager;
import com.graphhopper.routing.util.TraversalMode;
import com.graphhopper.routing.weighting.SpeedWeighting;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.BaseGraph;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xuewei.data.model.Progress;
import org.xuewei.data.model.TravelMatrix;
import org.xuewei.data.model.TravelMatrix.MissingReason;

/**
 * Streets known by their nodes and lengths, without a map: points and gates lie at nodes. Every
 * street is walked in both directions. Held in memory by GraphHopper. Not thread-safe.
 */
public final class StreetGraph implements AutoCloseable {
  private static final int SPEED_BITS = 4;
  private static final double SPEED = 5;

  /** GraphHopper keeps lengths in millimetres; a sum of them may come out some of them long. */
  private static final double ROUNDING_METRES = 0.1;

  /** A street between two nodes, counted from 0. */
  public record Street(int from, int to, double metres) {}

  /** A point or gate and the node where it lies. */
  public record Stop(String id, int node) {}

  private final BaseGraph graph;
  private final Weighting weighting;

  private StreetGraph(BaseGraph graph, Weighting weighting) {
    this.graph = graph;
    this.weighting = weighting;
  }

  public static StreetGraph of(List<Street> streets) {
    DecimalEncodedValue speed = new DecimalEncodedValueImpl("speed", SPEED_BITS, 1, true);
    BaseGraph graph = new BaseGraph.Builder(EncodingManager.start().add(speed).build()).create();
    for (Street street : streets) {
      graph.edge(street.from(), street.to()).setDistance(street.metres()).set(speed, SPEED, SPEED);
    }
    return new StreetGraph(graph, new SpeedWeighting(speed));
  }

  /**
   * The nodes of the shortest way, both ends included; empty when there is none.
   *
   * @throws IllegalArgumentException if a node is not in the graph
   */
  public List<Integer> shortestWay(int from, int to) {
    Path path = new Dijkstra(graph, weighting, TraversalMode.NODE_BASED).calcPath(from, to);
    return Arrays.stream(path.calcNodes().toArray()).boxed().toList();
  }

  /**
   * Distances as {@link WalkingNetwork#travel} finds them: a tree of shortest ways towards each
   * site, cut off at the limit.
   *
   * @param sites in the order of the matrix's site indices
   * @param limitMetres longest way of interest, at least 0
   */
  public TravelMatrix travel(
      List<Stop> points, List<Stop> sites, int limitMetres, Progress progress) {
    Map<Integer, int[]> pointsAtNode = new HashMap<>();
    for (int point = 0; point < points.size(); point++) {
      pointsAtNode.merge(points.get(point).node(), new int[] {point}, StreetGraph::joined);
    }
    TravelRows rows = new TravelRows(points.size());
    try (Progress.Phase phase = progress.start("travel", sites.size())) {
      for (Stop site : sites) {
        walkTowards(site.node(), limitMetres, pointsAtNode, rows);
        rows.endSite();
        phase.advance(1);
      }
    }
    BitSet connected = ReachableNodes.of(graph, weighting, sites.stream().map(Stop::node).toList());
    return rows.matrix(
        points.stream().map(Stop::id).toList(),
        sites.stream().map(Stop::id).toList(),
        limitMetres,
        point ->
            connected.get(points.get(point).node())
                ? MissingReason.BEYOND_LIMIT
                : MissingReason.OTHER_COMPONENT);
  }

  private static int[] joined(int[] some, int[] more) {
    int[] all = Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, all, some.length, more.length);
    return all;
  }

  private void walkTowards(
      int siteNode, int limitMetres, Map<Integer, int[]> pointsAtNode, TravelRows rows) {
    ShortestPathTree tree = new ShortestPathTree(graph, weighting, true, TraversalMode.NODE_BASED);
    tree.setDistanceLimit(limitMetres + ROUNDING_METRES);
    tree.search(
        siteNode,
        label -> {
          int[] here = pointsAtNode.get(label.node);
          if (here != null) {
            int metres = Math.max(0, (int) Math.ceil(label.distance - ROUNDING_METRES));
            for (int point : here) {
              rows.add(point, metres);
            }
          }
        });
  }

  /** Frees the graph. */
  @Override
  public void close() {
    graph.close();
  }
}
