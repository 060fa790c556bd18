package org.xuewei.planner.placement;

import org.xuewei.data.model.StopSignal;
import org.xuewei.planner.placement.local.Annealing;
import org.xuewei.planner.placement.local.LocalSearch;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.placement.state.Solution;

/**
 * A local search that can be run.
 *
 * @param where the instance, or the same at the sizes of a choice
 * @param start taken over into that instance
 */
record Trial(Instance where, Solution start, Annealing annealing) {
  Trial {
    start = start.in(where);
  }

  Trial from(Solution other) {
    return new Trial(where, other, annealing);
  }

  /** The best solution found in so many score calculations. */
  Solution search(long calculations, long seed, StopSignal stop) {
    return LocalSearch.improve(where, start, calculations, annealing, seed, stop);
  }
}
