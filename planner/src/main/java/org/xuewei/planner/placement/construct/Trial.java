package org.xuewei.planner.placement.construct;

import java.util.Arrays;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.placement.state.Solution;

/**
 * Changes to a solution that can be taken back. Capital above the budget is allowed at a price, so
 * that a search can pass from one spending of the budget to another.
 */
final class Trial {
  final Instance instance;
  final Solution solution;
  private int[] unitLog = new int[256];
  private int[] arcLog = new int[256];
  private int length;
  private double overspendPrice;
  private long evaluations;

  Trial(Instance instance, Solution solution) {
    this.instance = instance;
    this.solution = solution;
  }

  /** Yuan a year for each yuan of capital above the budget. */
  void setOverspendPrice(double price) {
    overspendPrice = price;
  }

  void assign(int unit, int arc) {
    if (length == unitLog.length) {
      unitLog = Arrays.copyOf(unitLog, 2 * length);
      arcLog = Arrays.copyOf(arcLog, 2 * length);
    }
    unitLog[length] = unit;
    arcLog[length++] = solution.arcOf(unit);
    solution.assign(unit, arc);
  }

  /** A mark to which {@link #undoTo} returns. */
  int mark() {
    return length;
  }

  void undoTo(int mark) {
    while (length > mark) {
      length--;
      solution.assign(unitLog[length], arcLog[length]);
    }
  }

  void keep() {
    length = 0;
  }

  /** Unit of a logged change. */
  int changedUnit(int entry) {
    return unitLog[entry];
  }

  /** Cost with the price of overspending; infinite where seats or number of schools break. */
  double energy() {
    evaluations++;
    if (solution.overfull() > 0 || solution.opened() > instance.newSchoolsAtMost) {
      return Double.POSITIVE_INFINITY;
    }
    long above = solution.capital() - instance.budget;
    return above <= 0 ? solution.yuan() : solution.yuan() + overspendPrice * above;
  }

  /**
   * Sends an unserved unit where it adds least, or leaves it.
   *
   * @param shunned site that must not be used, -1 for none
   */
  void insert(int unit, int shunned) {
    double least = energy();
    double before = least;
    int best = Solution.UNSERVED;
    long unserved = instance.unservedYuan[unit];
    for (int arc = instance.rowStart[unit]; arc < instance.rowStart[unit + 1]; arc++) {
      if (before + instance.arcYuan[arc] - unserved >= least) {
        break;
      }
      if (instance.arcSite[arc] == shunned) {
        continue;
      }
      solution.assign(unit, arc);
      double here = energy();
      if (here < least) {
        least = here;
        best = arc;
      }
      solution.assign(unit, Solution.UNSERVED);
    }
    if (best != Solution.UNSERVED) {
      assign(unit, best);
    }
  }

  /** Counts a move that needed no calculation, so that every search ends. */
  void countIdleMove() {
    evaluations++;
  }

  long evaluations() {
    return evaluations;
  }
}
