package org.xuewei.planner.placement;

import org.xuewei.data.model.Scenario.Effort;

/**
 * How much work a search does, in counts that time does not touch.
 *
 * @param linearRounds rounds of the linear relaxation with new seat covers
 * @param nodes nodes of the search tree that chooses sites
 * @param ascentSteps steps that raise the lower bound
 * @param connectedSteps steps that raise it where catchments hang together, each much longer
 * @param parts parts of the solutions that are divided by the sites in use, before the search and
 *     again after it
 * @param choices choices of sizes that are tried near those of the parts
 * @param search score calculations of the local search
 * @param neighbourhoods neighbourhoods solved as mixed-integer programs
 * @param rounds times that the search starts anew when nothing is left to improve, the first
 *     included
 */
record Work(
    int linearRounds,
    int nodes,
    int ascentSteps,
    int connectedSteps,
    int parts,
    int choices,
    long search,
    int neighbourhoods,
    int rounds) {
  static Work of(Effort effort) {
    return switch (effort) {
      case QUICK -> new Work(10, 1, 80, 20, 4, 60, 750_000, 20, 1);
      case STANDARD -> new Work(20, 1, 200, 50, 6, 200, 3_000_000, 48, 1);
      case THOROUGH -> new Work(40, 20, 800, 200, 1_000, 2_000, 50_000_000, 3_000, 4);
    };
  }

  /** For one of many questions that together make a search. */
  static Work ofQuestion(Effort effort) {
    return switch (effort) {
      case QUICK -> new Work(10, 1, 80, 0, 4, 40, 100_000, 10, 1);
      case STANDARD -> new Work(10, 1, 120, 0, 6, 100, 400_000, 20, 1);
      case THOROUGH -> new Work(20, 1, 200, 0, 40, 400, 3_000_000, 60, 1);
    };
  }
}
