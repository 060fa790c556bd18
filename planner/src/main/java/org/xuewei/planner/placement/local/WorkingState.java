package org.xuewei.planner.placement.local;

import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.placement.state.Solution;

/** The working solution with its cost, and which units each site has. */
final class WorkingState {
  final Solution solution;
  private final Instance instance;
  private final int[] unitAt;
  private final int[] indexOf;

  WorkingState(Districting districting) {
    this.instance = districting.task.instance;
    this.solution = new Solution(instance);
    this.unitAt = new int[instance.columnArc.length];
    this.indexOf = new int[instance.units];
    for (Place place : districting.places) {
      assign(place.unit, place.arcOrNone());
    }
  }

  void assign(int unit, int arc) {
    int before = solution.siteOf(unit);
    if (before >= 0) {
      int last = unitAt[instance.columnStart[before] + solution.unitsAt(before) - 1];
      unitAt[instance.columnStart[before] + indexOf[unit]] = last;
      indexOf[last] = indexOf[unit];
    }
    solution.assign(unit, arc);
    int after = solution.siteOf(unit);
    if (after >= 0) {
      indexOf[unit] = solution.unitsAt(after) - 1;
      unitAt[instance.columnStart[after] + indexOf[unit]] = unit;
    }
  }

  /**
   * A unit of the site.
   *
   * @param index from 0 to the number of units at the site, exclusive
   */
  int unitAt(int site, int index) {
    return unitAt[instance.columnStart[site] + index];
  }
}
