package org.xuewei.planner.placement.local;

import java.util.Random;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.placement.state.Solution;

/** Short annealing of the units around a site that has changed, on the draft. */
final class Settling {
  /** Trials for each unit around. */
  private static final int TRIALS = 8;

  /** Temperatures at the start and the end, as shares of the hottest of the search. */
  private static final double HOT = 0.1;

  private static final double COLD = 0.01;

  private final Task task;
  private final Instance instance;
  private final Draft draft;
  private final Solution solution;
  private final Random random;
  private final UnitQueue around;
  private double temperature;

  Settling(Task task, Draft draft, Random random) {
    this.task = task;
    this.instance = task.instance;
    this.draft = draft;
    this.solution = draft.solution;
    this.random = random;
    this.around = new UnitQueue(instance.units);
  }

  void run() {
    gather();
    int trials = TRIALS * around.size();
    double hot = HOT * task.annealing.hotYuan();
    double factor = Math.log(COLD / HOT) / Math.max(1, trials);
    for (int trial = 0; trial < trials; trial++) {
      temperature = hot * Math.exp(factor * trial);
      int unit = around.unit(random.nextInt(around.size()));
      if (random.nextBoolean()) {
        shift(unit);
      } else {
        swap(unit);
      }
    }
  }

  private void shift(int unit) {
    int arc = randomArc(unit);
    if (solution.arcOf(unit) == arc || solution.isClosed(instance.arcSite[arc])) {
      draft.countIdleMove();
      return;
    }
    long yuan = solution.yuan();
    int before = solution.arcOf(unit);
    draft.assign(unit, arc);
    if (!isAccepted(yuan)) {
      solution.assign(unit, before);
    }
  }

  private void swap(int unit) {
    int arc = randomArc(unit);
    int own = solution.arcOf(unit);
    int otherArc = own == arc ? -1 : randomUsedArc(instance.arcSite[arc]);
    int back = otherArc < 0 || own < 0 ? -1 : backArc(otherArc, instance.arcSite[own]);
    if (otherArc < 0 || (own >= 0 && back < 0)) {
      draft.countIdleMove();
      return;
    }
    int other = instance.arcUnit[otherArc];
    long yuan = solution.yuan();
    draft.assign(other, back);
    draft.assign(unit, arc);
    if (!isAccepted(yuan)) {
      solution.assign(unit, own);
      solution.assign(other, otherArc);
    }
  }

  /** The arc of a unit at the site, -1 if the one drawn is elsewhere. */
  private int randomUsedArc(int site) {
    int first = instance.columnStart[site];
    int arc = instance.columnArc[first + random.nextInt(instance.columnStart[site + 1] - first)];
    return solution.arcOf(instance.arcUnit[arc]) == arc ? arc : -1;
  }

  private int backArc(int otherArc, int site) {
    int back = instance.problem.findArc(instance.arcUnit[otherArc], site);
    return back >= 0 && task.inRange(back) ? back : -1;
  }

  private boolean isAccepted(long yuanBefore) {
    if (!draft.isFeasible()) {
      return false;
    }
    long worse = solution.yuan() - yuanBefore;
    return worse <= 0
        || (worse < 30 * temperature && random.nextDouble() < Math.exp(-worse / temperature));
  }

  private int randomArc(int unit) {
    return instance.rowStart[unit] + random.nextInt(task.rangeSize(unit));
  }

  /** Collects the units that reach a site whose units the move has touched. */
  private void gather() {
    around.clear();
    for (int k = 0; k < draft.touched(); k++) {
      int unit = draft.touchedUnit(k);
      add(unit);
      gatherSite(solution.siteOf(unit));
      int before = draft.arcBefore(k);
      gatherSite(before < 0 ? -1 : instance.arcSite[before]);
    }
  }

  private void gatherSite(int site) {
    if (site < 0) {
      return;
    }
    for (int k = instance.columnStart[site]; k < instance.columnStart[site + 1]; k++) {
      add(instance.arcUnit[instance.columnArc[k]]);
    }
  }

  private void add(int unit) {
    if (!around.contains(unit)) {
      around.add(unit, 0);
    }
  }
}
