package org.xuewei.planner.placement.construct;

import java.util.Optional;
import org.xuewei.planner.placement.state.Connectivity;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.placement.state.Solution;

/**
 * Makes a solution feasible: units leave overfull sites, those first that cost least to leave out,
 * as far as catchments stay connected. Heuristic; O(units) for each that leaves.
 */
public final class Eviction {
  private Eviction() {}

  /** Changes the solution until no site is overfull. */
  public static void run(Instance instance, Solution solution) {
    Optional<Connectivity> connectivity = instance.contiguity.map(Connectivity::new);
    for (int site = 0; site < instance.sites; site++) {
      while (solution.excess(site) > 0) {
        solution.assign(leaver(instance, solution, site, connectivity), Solution.UNSERVED);
      }
    }
  }

  private static int leaver(
      Instance instance, Solution solution, int site, Optional<Connectivity> connectivity) {
    int last = -1;
    int best = -1;
    for (int k = instance.columnStart[site]; k < instance.columnStart[site + 1]; k++) {
      int arc = instance.columnArc[k];
      int unit = instance.arcUnit[arc];
      if (solution.arcOf(unit) != arc || instance.pupils[unit] == 0) {
        continue;
      }
      last = unit;
      boolean free = connectivity.map(where -> where.mayLeave(solution, unit)).orElse(true);
      if (free && (best < 0 || isBetter(instance, unit, best, solution.excess(site)))) {
        best = unit;
      }
    }
    return best < 0 ? last : best;
  }

  /** A unit that undoes the excess alone, the cheapest of those, or else the largest. */
  private static boolean isBetter(Instance instance, int unit, int other, int excess) {
    boolean enough = instance.pupils[unit] >= excess;
    boolean otherEnough = instance.pupils[other] >= excess;
    return enough && otherEnough
        ? instance.unservedYuan[unit] < instance.unservedYuan[other]
        : enough || (!otherEnough && instance.pupils[unit] > instance.pupils[other]);
  }
}
