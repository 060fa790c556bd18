package org.xuewei.planner.placement.polish;

import java.util.ArrayDeque;
import java.util.List;
import org.xuewei.data.model.Contiguity;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.placement.state.Solution;

/** Connects catchments again: loose units go to the cheapest catchment beside them with seats. */
final class Repair {
  private Repair() {}

  /** Units that find no place stay without one. */
  static void connect(Instance instance, Solution solution, List<Separators.Cut> loose) {
    Contiguity where = instance.contiguity.orElseThrow();
    ArrayDeque<Integer> queue = new ArrayDeque<>();
    for (Separators.Cut cut : loose) {
      for (int unit : cut.loose()) {
        solution.assign(unit, Solution.UNSERVED);
        queue.add(unit);
      }
    }
    int idle = 0;
    while (!queue.isEmpty() && idle < queue.size()) {
      int unit = queue.remove();
      if (place(instance, where, solution, unit)) {
        idle = 0;
      } else {
        queue.add(unit);
        idle++;
      }
    }
  }

  private static boolean place(Instance instance, Contiguity where, Solution solution, int unit) {
    int best = Solution.UNSERVED;
    for (int k = where.start(unit); k < where.start(unit + 1); k++) {
      int site = solution.siteOf(where.neighbour(k));
      int arc = site < 0 ? -1 : instance.arcTo(unit, site);
      if (arc < 0 || (best >= 0 && instance.arcYuan[arc] >= instance.arcYuan[best])) {
        continue;
      }
      solution.assign(unit, arc);
      if (solution.overfull() == 0) {
        best = arc;
      }
      solution.assign(unit, Solution.UNSERVED);
    }
    if (best >= 0) {
      solution.assign(unit, best);
    }
    return best >= 0;
  }
}
