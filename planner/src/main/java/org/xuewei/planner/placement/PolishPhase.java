package org.xuewei.planner.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.xuewei.data.model.Progress;
import org.xuewei.data.model.StopSignal;
import org.xuewei.planner.placement.bound.ReducedCosts;
import org.xuewei.planner.placement.polish.Polish;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.placement.state.Solution;
import org.xuewei.planner.program.ProgramSolver;

/**
 * Polishes some solutions with different sites: all of them a little, the better half twice as
 * much, until one is left; the others go on when nothing is left to improve in that one. Which
 * sites are best shows only when the catchments around them are good.
 */
final class PolishPhase {
  private static final int SOLUTIONS = 8;

  /** Neighbourhoods of the first heat for each site in use, and for every solution at least. */
  private static final double OF_A_SITE = 0.5;

  private static final int AT_LEAST = 8;

  /** The first heat may take this part of all neighbourhoods. */
  private static final int PART_OF_FIRST_HEAT = 4;

  private static final double SHARE_OF_A_HEAT = 0.5;

  private final Instance instance;
  private final ReducedCosts costs;
  private final ProgramSolver solver;
  private final long seed;
  private final Progress.Phase phase;
  private final Consumer<Solution> report;
  private int left;
  private Solution best;

  /**
   * @param most neighbourhoods at most
   * @param report hears of the best solution after every batch of neighbourhoods
   */
  PolishPhase(
      Instance instance,
      ReducedCosts costs,
      ProgramSolver solver,
      int most,
      long seed,
      Progress.Phase phase,
      Consumer<Solution> report) {
    this.instance = instance;
    this.costs = costs;
    this.solver = solver;
    this.left = most;
    this.seed = seed;
    this.phase = phase;
    this.report = report;
    this.best = new Solution(instance);
  }

  /**
   * The best solution that is found.
   *
   * @param first feasible
   * @param others the best first; those that break limits are left out
   */
  Solution run(Solution first, List<Solution> others, StopSignal stop) {
    best = first;
    int each = (int) Math.max(AT_LEAST, Math.ceil(OF_A_SITE * inUse(first)));
    int number = Math.max(1, Math.min(SOLUTIONS, left / (PART_OF_FIRST_HEAT * each)));
    List<Polish> waiting = new ArrayList<>();
    for (Solution solution : differing(first, others, number)) {
      waiting.add(new Polish(instance, solution, near(solution), solver, seed));
    }
    int running = waiting.size();
    while (!waiting.isEmpty() && left > 0 && !stop.stopRequested()) {
      List<Polish> heat = List.copyOf(waiting.subList(0, running));
      StopSignal part = stop.within(running == 1 ? 1 : SHARE_OF_A_HEAT);
      for (int k = 0; k < running; k++) {
        boolean isDone =
            improve(heat.get(k), running == 1 ? left : each, part.within(1.0 / (running - k)));
        if (isDone) {
          waiting.remove(heat.get(k));
        }
      }
      waiting.sort(Comparator.comparingLong(polish -> polish.solution().yuan()));
      running = Math.min(waiting.size(), Math.max(1, running / 2));
      each *= 2;
    }
    return best;
  }

  /** Neighbourhoods that may still be solved. */
  int left() {
    return left;
  }

  /**
   * @return whether nothing is left to improve
   */
  private boolean improve(Polish polish, int most, StopSignal part) {
    int end = Math.max(0, left - most);
    while (left > end && !part.stopRequested()) {
      int more = polish.improve(left, part);
      if (more == 0) {
        return !part.stopRequested();
      }
      left -= more;
      phase.advance(more);
      if (polish.solution().isFeasible() && polish.solution().yuan() < best.yuan()) {
        best = polish.solution().copy();
      }
      report.accept(best);
    }
    return false;
  }

  private List<Solution> differing(Solution first, List<Solution> others, int most) {
    List<Solution> differing = new ArrayList<>(List.of(first));
    for (Solution other : others) {
      if (differing.size() < most
          && other.isFeasible()
          && differing.stream().noneMatch(one -> haveSameSites(one, other))) {
        differing.add(other);
      }
    }
    return differing;
  }

  private boolean haveSameSites(Solution one, Solution other) {
    return IntStream.range(0, instance.sites)
        .allMatch(site -> one.isClosed(site) == other.isClosed(site));
  }

  private long inUse(Solution solution) {
    return IntStream.range(0, instance.sites).filter(site -> !solution.isClosed(site)).count();
  }

  private ReducedCosts near(Solution solution) {
    boolean isPricedAlready = costs.isShort || instance.contiguity.isPresent();
    int[] sizes = IntStream.range(0, instance.sites).map(solution::sizeOf).toArray();
    return isPricedAlready ? costs : costs.near(instance, sizes);
  }
}
