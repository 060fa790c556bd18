package org.xuewei.planner.placement;

import org.xuewei.data.model.Scenario.Effort;

/**
 * How much work a search does, in counts that time does not touch.
 *
 * @param ascentSteps steps that raise the lower bound, in each of the rounds
 * @param search score calculations of the search, in each of the rounds
 * @param rounds turns of bound and search
 */
record Work(int ascentSteps, long search, int rounds) {
  static Work of(Effort effort) {
    return switch (effort) {
      case QUICK -> new Work(150, 5_000_000, 2);
      case STANDARD -> new Work(400, 25_000_000, 3);
      case THOROUGH -> new Work(1_000, 200_000_000, 5);
    };
  }
}
