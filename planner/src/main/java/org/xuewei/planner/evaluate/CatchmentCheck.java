package org.xuewei.planner.evaluate;

import java.util.ArrayDeque;
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
    return problem.contiguity().map(where -> broken(where, siteOf)).orElse(0);
  }

  private static int broken(Contiguity where, int[] siteOf) {
    int[] units = new int[where.sites()];
    for (int site : siteOf) {
      if (site >= 0) {
        units[site]++;
      }
    }
    int[] reached = new int[where.sites()];
    boolean[] seen = new boolean[siteOf.length];
    for (int site = 0; site < where.sites(); site++) {
      int home = where.homeUnit(site);
      if (siteOf[home] == site) {
        reached[site] = fill(where, siteOf, home, seen);
      }
    }
    int broken = 0;
    for (int site = 0; site < units.length; site++) {
      broken += reached[site] == units[site] ? 0 : 1;
    }
    return broken;
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
