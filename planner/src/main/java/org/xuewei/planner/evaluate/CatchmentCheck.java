package org.xuewei.planner.evaluate;

import java.util.ArrayDeque;
import java.util.Arrays;
import org.xuewei.data.model.Contiguity;
import org.xuewei.data.model.PlacementProblem;

/** Counts catchments that are not connected, or lack the unit that their school lies in. */
final class CatchmentCheck {
  private CatchmentCheck() {}

  /**
   * @param siteOf by unit; -1: no place
   * @return 0 when the problem does not ask for contiguity
   */
  static int broken(PlacementProblem problem, int[] siteOf) {
    return problem
        .contiguity()
        .map(where -> (int) Arrays.stream(looseUnits(where, siteOf)).filter(n -> n > 0).count())
        .orElse(0);
  }

  /**
   * By site: its units that do not hang together with the unit that it lies in.
   *
   * @param siteOf by unit; negative: no place
   */
  static int[] looseUnits(Contiguity where, int[] siteOf) {
    int[] loose = new int[where.sites()];
    for (int site : siteOf) {
      if (site >= 0) {
        loose[site]++;
      }
    }
    boolean[] seen = new boolean[siteOf.length];
    for (int site = 0; site < loose.length; site++) {
      int home = where.homeUnit(site);
      if (home != Contiguity.NO_UNIT && siteOf[home] == site) {
        loose[site] -= fill(where, siteOf, home, seen);
      }
    }
    return loose;
  }

  /** Units of the same site that hang together with this one. */
  private static int fill(Contiguity where, int[] siteOf, int home, boolean[] seen) {
    ArrayDeque<Integer> queue = new ArrayDeque<>();
    queue.add(home);
    seen[home] = true;
    int count = 0;
    while (!queue.isEmpty()) {
      int unit = queue.remove();
      count++;
      for (int k = where.start(unit); k < where.start(unit + 1); k++) {
        int other = where.neighbour(k);
        if (!seen[other] && siteOf[other] == siteOf[home]) {
          seen[other] = true;
          queue.add(other);
        }
      }
    }
    return count;
  }
}
