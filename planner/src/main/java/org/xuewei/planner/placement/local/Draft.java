package org.xuewei.planner.placement.local;

import java.util.Arrays;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.placement.state.Solution;

/**
 * A copy of the working solution on which a site move is worked out before OptaPlanner sees it.
 * Knows which units have changed and counts its score calculations.
 */
final class Draft {
  final Solution solution;
  private final Task task;
  private final Instance instance;
  private final int[] units;
  private final int[] arcs;
  private final int[] seen;
  private int round;
  private int count;
  private long calculations;

  Draft(Task task) {
    this.task = task;
    this.instance = task.instance;
    this.solution = new Solution(instance);
    this.units = new int[instance.units];
    this.arcs = new int[instance.units];
    this.seen = new int[instance.units];
  }

  void startFrom(Solution working) {
    solution.set(working);
    round++;
    count = 0;
  }

  void assign(int unit, int arc) {
    if (seen[unit] != round) {
      seen[unit] = round;
      arcs[count] = solution.arcOf(unit);
      units[count++] = unit;
    }
    solution.assign(unit, arc);
  }

  /** Counts a score calculation. */
  boolean isFeasible() {
    calculations++;
    return solution.isFeasible();
  }

  /** A move that needs no calculation counts as one. */
  void countIdleMove() {
    calculations++;
  }

  /** Sends an unserved unit where it adds least, or leaves it. */
  void insert(int unit, int shunnedSite) {
    long before = solution.yuan();
    long least = before;
    int best = Solution.UNSERVED;
    long unserved = instance.unservedYuan[unit];
    int end = instance.rowStart[unit] + task.rangeSize(unit);
    for (int arc = instance.rowStart[unit]; arc < end; arc++) {
      if (before + instance.arcYuan[arc] - unserved >= least) {
        break;
      }
      if (instance.arcSite[arc] == shunnedSite) {
        continue;
      }
      solution.assign(unit, arc);
      if (isFeasible() && solution.yuan() < least) {
        least = solution.yuan();
        best = arc;
      }
      solution.assign(unit, Solution.UNSERVED);
    }
    if (best != Solution.UNSERVED) {
      assign(unit, best);
    }
  }

  /** Units touched so far: some may have their old arc again. */
  int touched() {
    return count;
  }

  int touchedUnit(int index) {
    return units[index];
  }

  /** The arc that a touched unit had at the start. */
  int arcBefore(int index) {
    return arcs[index];
  }

  /** What has changed, as a move; {@link Reassignment#NONE} when nothing has. */
  Reassignment toMove(PlaceIndex places) {
    int[] changed = new int[count];
    int[] target = new int[count];
    int changes = 0;
    for (int k = 0; k < count; k++) {
      int arc = solution.arcOf(units[k]);
      if (arc != arcs[k]) {
        changed[changes] = units[k];
        target[changes++] = arc;
      }
    }
    return places.all(Arrays.copyOf(changed, changes), target, changes);
  }

  /** Score calculations since the last call. */
  long takeCalculations() {
    long taken = calculations;
    calculations = 0;
    return taken;
  }
}
