package org.xuewei.geo.network;

import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.Graph;
import com.graphhopper.util.EdgeExplorer;
import com.graphhopper.util.EdgeIterator;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;

/** The nodes from which a walker can get to at least one of the targets, however far. */
final class ReachableNodes {
  private ReachableNodes() {}

  static BitSet of(Graph graph, Weighting weighting, Iterable<Integer> targets) {
    BitSet reached = new BitSet(graph.getNodes());
    Deque<Integer> open = new ArrayDeque<>();
    for (int target : targets) {
      visit(target, reached, open);
    }
    EdgeExplorer explorer = graph.createEdgeExplorer();
    while (!open.isEmpty()) {
      EdgeIterator edge = explorer.setBaseNode(open.remove());
      while (edge.next()) {
        if (Double.isFinite(weighting.calcEdgeWeight(edge, true))) {
          visit(edge.getAdjNode(), reached, open);
        }
      }
    }
    return reached;
  }

  private static void visit(int node, BitSet reached, Deque<Integer> open) {
    if (!reached.get(node)) {
      reached.set(node);
      open.add(node);
    }
  }
}
