package org.xuewei.planner.placement.bound;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xuewei.data.model.StopSignal;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.program.LinearSession;
import org.xuewei.planner.program.ProgramSolution;
import org.xuewei.planner.program.ProgramSolver;

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
   * Runs at most so many rounds; fewer when all covers are met, when a stop is requested and when
   * the solver finds nothing.
   *
   * @return rounds done
   */
  public int run(int rounds, ProgramSolver solver, StopSignal stop) {
    SitingModel model = new SitingModel(instance, seats, site -> true, arc -> true);
    CoverSearch search = new CoverSearch(instance, seats, model.arcsOfModel());
    try (LinearSession session = solver.linear(model.program())) {
      for (int round = 0; round < rounds; round++) {
        ProgramSolution found = session.solve(stop);
        if (!found.isFound()) {
          return round;
        }
        LinearSolution priced = model.priced(found);
        solution = Optional.of(priced);
        List<SeatCover> violated = search.violatedBy(priced);
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
