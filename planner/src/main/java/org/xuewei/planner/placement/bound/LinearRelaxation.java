package org.xuewei.planner.placement.bound;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xuewei.data.model.StopSignal;
import org.xuewei.planner.placement.state.Instance;

/**
 * Solves the linear relaxation again and again, each time with the seat covers that the last
 * solution violated. Its prices start the Lagrangian ascent, which alone proves the bound: nothing
 * here has to be exact.
 */
public final class LinearRelaxation {
  private final Instance instance;
  private final int[] seats;
  private final List<SeatCover> covers = new ArrayList<>();
  private Optional<LinearSolution> solution = Optional.empty();

  public LinearRelaxation(Instance instance) {
    this.instance = instance;
    this.seats = EffectiveSeats.of(instance);
  }

  /**
   * Runs at most so many rounds.
   *
   * @return rounds done
   */
  public int run(int rounds, StopSignal stop) {
    try (SitingModel model =
        new SitingModel(instance, seats, SitingModel.Kind.LINEAR, site -> true, arc -> true)) {
      CoverSearch search = new CoverSearch(instance, seats, model.arcsOfModel());
      for (int round = 0; round < rounds; round++) {
        if (stop.stopRequested() || !model.solveLinear()) {
          return round;
        }
        LinearSolution found = model.solution();
        solution = Optional.of(found);
        List<SeatCover> violated = search.violatedBy(found);
        if (violated.isEmpty()) {
          return round + 1;
        }
        violated.forEach(model::add);
        covers.addAll(violated);
      }
      return rounds;
    }
  }

  /** The last solution; empty when there was no time for any. */
  public Optional<LinearSolution> solution() {
    return solution;
  }

  /** Covers that the last solution was made with; more may have been found since. */
  public List<SeatCover> covers() {
    return covers.subList(0, solution.map(last -> last.coverPrice.length).orElse(0));
  }

  /** Most pupils that each size holds. */
  public int[] seats() {
    return seats;
  }
}
