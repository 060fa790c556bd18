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
 * Solves the linear relaxation again and again, each time with the arcs that prices ask for and
 * with the ties and seat covers that the last solution violated. Its prices start the Lagrangian
 * ascent, which alone proves the bound: nothing here has to be exact.
 */
public final class LinearRelaxation {
  /** Arcs of a unit that the program starts with; more come where prices ask for them. */
  private static final int NEAREST_ARCS = 12;

  /** Times that the program grows by arcs and ties before it is asked for covers. */
  private static final int GROWTHS_OF_A_ROUND = 2;

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
    SitingModel model = new SitingModel(instance, seats, site -> true);
    boolean[] possible = possibleArcs(model);
    CoverSearch search = new CoverSearch(instance, seats, possible);
    try (LinearSession session = solver.linear(model.program())) {
      for (int round = 0; round < rounds; round++) {
        boolean grown = true;
        for (int growth = 0; grown && growth < GROWTHS_OF_A_ROUND; growth++) {
          ProgramSolution found = session.solve(stop);
          if (!found.isFound()) {
            return round;
          }
          solution = Optional.of(model.priced(found));
          grown = model.grow(found);
        }
        List<SeatCover> violated = search.violatedBy(solution.orElseThrow());
        if (!grown && violated.isEmpty()) {
          return round + 1;
        }
        violated.forEach(model::add);
        covers.addAll(violated);
      }
      return rounds;
    }
  }

  /** Adds the nearest arcs of every unit that its sites could seat; tells all of those. */
  private boolean[] possibleArcs(SitingModel model) {
    boolean[] possible = new boolean[instance.arcSite.length];
    for (int unit = 0; unit < instance.units; unit++) {
      int added = 0;
      for (int arc = instance.rowStart[unit]; arc < instance.rowStart[unit + 1]; arc++) {
        possible[arc] = SitingModel.couldSeat(instance, arc);
        if (possible[arc] && added < NEAREST_ARCS) {
          model.add(arc);
          added++;
        }
      }
    }
    return possible;
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
