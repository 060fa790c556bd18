package org.xuewei.planner.placement;

import org.xuewei.data.model.Scenario.Effort;

/**
 * How much work a search does, in counts that time does not touch.
 *
 * @param linearRounds rounds of the linear relaxation with new seat covers
 * @param nodes nodes of the search tree that chooses sites
 * @param ascentSteps steps that raise the lower bound, before and after the search
 * @param search score calculations of the local search
 * @param neighbourhoods neighbourhoods solved as mixed-integer programs
 */
record Work(int linearRounds, int nodes, int ascentSteps, long search, int neighbourhoods) {
  static Work of(Effort effort) {
    return switch (effort) {
      case QUICK -> new Work(8, 1, 40, 2_000_000, 20);
      case STANDARD -> new Work(20, 10, 80, 20_000_000, 60);
      case THOROUGH -> new Work(40, 300, 400, 100_000_000, 600);
    };
  }
}
