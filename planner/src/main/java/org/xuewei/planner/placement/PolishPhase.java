package org.xuewei.planner.placement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.xuewei.data.model.Progress;
import org.xuewei.data.model.StopSignal;
import org.xuewei.planner.placement.bound.ReducedCosts;
import org.xuewei.planner.placement.polish.Merger;
import org.xuewei.planner.placement.polish.Polish;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.placement.state.Solution;
import org.xuewei.planner.program.ProgramSolver;

/**
 * Polishes some solutions that differ: all of them a little, the better half twice as much, until
 * one is left; the others go on when nothing is left to improve in that one, or where no sites are
 * chosen when it gains nothing for a while. Which sites are best shows only when the catchments
 * around them are good. Now and then what they do best in different places is merged.
 */
final class PolishPhase {
  private static final int SOLUTIONS = 8;

  /** Neighbourhoods of the first heat for each site in use, and for every solution at least. */
  private static final double OF_A_SITE = 0.5;

  private static final int AT_LEAST = 8;

  /** The first heat may take this part of all neighbourhoods. */
  private static final int PART_OF_FIRST_HEAT = 4;

  private static final double SHARE_OF_A_HEAT = 0.5;

  /** A turn after the heats is as long as so many first heats of one solution. */
  private static final int HEATS_OF_A_TURN = 4;

  /** Mergers in a row where sites are chosen, as long as each gains something. */
  private static final int MERGERS = 4;

  private static final Comparator<Polish> BEST_FIRST =
      Comparator.comparingLong(polish -> polish.solution().yuan());

  private final Instance instance;
  private final ReducedCosts costs;
  private final ProgramSolver solver;
  private final long seed;
  private final Progress.Phase phase;
  private final Consumer<Solution> report;

  /**
   * Not where sites are chosen and catchments hang together: a merger takes as long as a hundred
   * neighbourhoods there.
   */
  private final boolean merges;

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
    this.merges = instance.contiguity.isEmpty() || !instance.hasCandidates();
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
    List<Polish> all = List.copyOf(waiting);
    Merger merger = new Merger(instance, near(first), solver);
    int ofHeat = each;
    for (int running = waiting.size(); running > 1 && mayGoOn(waiting, stop); running /= 2) {
      StopSignal part = stop.within(SHARE_OF_A_HEAT);
      heat(waiting, Math.min(running, waiting.size()), ofHeat, part);
      merge(merger, all, part);
      waiting.sort(BEST_FIRST);
      ofHeat *= 2;
    }
    takeTurns(waiting, HEATS_OF_A_TURN * each, () -> merge(merger, all, stop), stop);
    return best;
  }

  /** Neighbourhoods that may still be solved. */
  int left() {
    return left;
  }

  /** The best goes on; where all sites are in use the next one as soon as a turn gains nothing. */
  private void takeTurns(List<Polish> waiting, int each, Runnable merge, StopSignal stop) {
    int turn = 0;
    while (mayGoOn(waiting, stop)) {
      Polish one = waiting.get(turn % waiting.size());
      long before = best.yuan();
      boolean isDone = improve(one, each, stop);
      merge.run();
      if (isDone) {
        waiting.remove(one);
      }
      if (best.yuan() < before) {
        waiting.sort(BEST_FIRST);
        turn = 0;
      } else if (!isDone && !instance.hasCandidates()) {
        turn++;
      }
    }
  }

  private boolean mayGoOn(List<Polish> waiting, StopSignal stop) {
    return !waiting.isEmpty() && left > 0 && !stop.stopRequested();
  }

  private void heat(List<Polish> waiting, int running, int each, StopSignal part) {
    List<Polish> heat = List.copyOf(waiting.subList(0, running));
    for (int k = 0; k < running; k++) {
      if (improve(heat.get(k), each, part.within(1.0 / (running - k)))) {
        waiting.remove(heat.get(k));
      }
    }
  }

  /** Improves the best by what the others do elsewhere. */
  private void merge(Merger merger, List<Polish> all, StopSignal part) {
    if (!merges) {
      return;
    }
    Polish least = Collections.min(all, BEST_FIRST);
    int most = instance.hasCandidates() ? MERGERS : 1;
    boolean gained = true;
    for (int k = 0; k < most && gained && !part.stopRequested(); k++) {
      long before = least.solution().yuan();
      merger.merge(least, all, part);
      gained = least.solution().yuan() < before;
    }
    keep(least);
    report.accept(best);
  }

  private void keep(Polish polish) {
    if (polish.solution().isFeasible() && polish.solution().yuan() < best.yuan()) {
      best = polish.solution().copy();
    }
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
      keep(polish);
      report.accept(best);
    }
    return false;
  }

  private List<Solution> differing(Solution first, List<Solution> others, int most) {
    List<Solution> differing = new ArrayList<>(List.of(first));
    for (Solution other : others) {
      if (differing.size() < most
          && other.isFeasible()
          && differing.stream().noneMatch(one -> areAlike(one, other))) {
        differing.add(other);
      }
    }
    return differing;
  }

  /** The same way for every unit; the same sites where nothing could be merged. */
  private boolean areAlike(Solution one, Solution other) {
    return merges
        ? IntStream.range(0, instance.units).allMatch(unit -> one.arcOf(unit) == other.arcOf(unit))
        : IntStream.range(0, instance.sites)
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
