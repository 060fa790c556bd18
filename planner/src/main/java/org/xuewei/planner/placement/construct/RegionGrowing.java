package org.xuewei.planner.placement.construct;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntPredicate;
import org.xuewei.data.model.Contiguity;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.placement.state.Solution;

/**
 * Grows connected catchments from the units that schools lie in: always the cheapest unit beside a
 * catchment, as long as seats last; then the rest, with overload. Of several sites with one home
 * unit the first grows. Heuristic.
 */
public final class RegionGrowing {
  private record Step(int arc, double yuan) {}

  private final Instance instance;
  private final Contiguity where;
  private final double[] arcYuan;
  private final Solution solution;
  private final PriorityQueue<Step> queue =
      new PriorityQueue<>(Comparator.comparingDouble(Step::yuan).thenComparingInt(Step::arc));
  private final List<Step> later = new ArrayList<>();

  private RegionGrowing(Instance instance, Contiguity where, double[] arcYuan) {
    this.instance = instance;
    this.where = where;
    this.arcYuan = arcYuan;
    this.solution = new Solution(instance);
  }

  /**
   * @param isOpen sites to grow
   * @param arcYuan by arc: what decides the order
   * @return a solution with connected catchments, perhaps with overload; units that no catchment
   *     reaches are left without a place
   */
  public static Solution grow(
      Instance instance, Contiguity where, IntPredicate isOpen, double[] arcYuan) {
    return new RegionGrowing(instance, where, arcYuan).grow(isOpen);
  }

  private Solution grow(IntPredicate isOpen) {
    for (int site = 0; site < instance.sites; site++) {
      int home = where.homeUnit(site);
      int arc = instance.arcTo(home, site);
      if (isOpen.test(site) && arc >= 0 && solution.arcOf(home) < 0) {
        take(arc);
      }
    }
    run(true);
    queue.addAll(later);
    run(false);
    return solution;
  }

  private void run(boolean withinSeats) {
    while (!queue.isEmpty()) {
      Step step = queue.poll();
      int unit = instance.arcUnit[step.arc];
      if (solution.arcOf(unit) >= 0) {
        continue;
      }
      if (withinSeats && !fits(unit, step.arc)) {
        later.add(step);
      } else {
        take(step.arc);
      }
    }
  }

  private boolean fits(int unit, int arc) {
    long before = solution.overload();
    solution.assign(unit, arc);
    boolean fits = solution.overload() == before;
    solution.assign(unit, Solution.UNSERVED);
    return fits;
  }

  private void take(int arc) {
    int unit = instance.arcUnit[arc];
    int site = instance.arcSite[arc];
    solution.assign(unit, arc);
    for (int k = where.start(unit); k < where.start(unit + 1); k++) {
      int other = where.neighbour(k);
      int next = instance.arcTo(other, site);
      if (solution.arcOf(other) < 0 && next >= 0) {
        queue.add(new Step(next, arcYuan[next]));
      }
    }
  }
}
