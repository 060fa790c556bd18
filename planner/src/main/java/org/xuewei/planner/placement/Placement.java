package org.xuewei.planner.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.data.model.Progress;
import org.xuewei.data.model.Scenario.Effort;
import org.xuewei.data.model.StopSignal;
import org.xuewei.planner.evaluate.Evaluator;
import org.xuewei.planner.placement.PlacementResult.Step;
import org.xuewei.planner.placement.bound.LinearRelaxation;
import org.xuewei.planner.placement.bound.PriceAscent;
import org.xuewei.planner.placement.local.LocalSearch;
import org.xuewei.planner.placement.polish.OpenSites;
import org.xuewei.planner.placement.polish.Polish;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.placement.state.Solution;
import org.xuewei.planner.program.ProgramSolver;

/**
 * Siting and districting of one stage and year: classes of every site and a site for every unit, at
 * least cost, with a lower bound. One phase after the other: the linear relaxation with seat covers
 * gives prices; a program with whole sizes chooses sites; Lagrangian relaxation proves the bound;
 * local search settles the units; neighbourhoods solved as programs polish. Heuristic with a
 * certificate.
 */
public final class Placement {
  /** Local searches at a time; part of what a seed means, so not the machine's cores. */
  private static final int STREAMS = 4;

  /** More work on so few ways finds nothing new. */
  private static final long CALCULATIONS_OF_A_WAY = 300;

  /** Where the ascent expects the best solution, as a multiple of the linear relaxation. */
  private static final double ABOVE_RELAXATION = 1.05;

  /** Processes that solve programs; how many are needed does not depend on the machine. */
  private static final int PROCESSES = 2;

  private static final String METHOD = "lagrangian-bound+mip+local-search";
  private static final String METHOD_WITHOUT_PROGRAMS = "lagrangian-bound+local-search";

  private final Instance instance;
  private final Work work;
  private final long seed;
  private final StopSignal stop;
  private final Progress progress;
  private final ProgramSolver solver;
  private final List<Step> trace = new ArrayList<>();
  private volatile boolean stopped;

  private Placement(
      PlacementProblem problem,
      Work work,
      long seed,
      StopSignal stop,
      Progress progress,
      ProgramSolver solver) {
    this.instance = new Instance(problem);
    this.work = work;
    this.seed = seed;
    this.stop = stop;
    this.progress = progress;
    this.solver = solver;
  }

  /**
   * Solves a problem. The same problem, effort and seed give the same result unless the stop signal
   * ends the search or a process that solves programs is lost; a stopped search returns its best
   * solution so far. Where no such process runs, the result's method says so.
   *
   * @throws IllegalArgumentException if the first sizes of today's schools cost more capital than
   *     the budget
   */
  public static PlacementResult solve(
      PlacementProblem problem, Effort effort, long seed, StopSignal stop, Progress progress) {
    try (ProgramSolver solver = new ProgramSolver(PROCESSES)) {
      return solve(problem, Work.of(effort), seed, stop, progress, solver);
    }
  }

  static PlacementResult solve(
      PlacementProblem problem,
      Work work,
      long seed,
      StopSignal stop,
      Progress progress,
      ProgramSolver solver) {
    return new Placement(problem, work, seed, stop, progress, solver).run();
  }

  private PlacementResult run() {
    Solution best = new Solution(instance);
    if (!best.isFeasible()) {
      throw new IllegalArgumentException("today's schools alone cost more than the budget");
    }
    LinearRelaxation linear = new LinearRelaxation(instance);
    try (Progress.Phase phase = progress.start("relax", work.linearRounds())) {
      phase.advance(linear.run(work.linearRounds(), solver, this::askStop));
      phase.note(solver.unavailableReason());
    }
    try (Progress.Phase phase = progress.start("open", 1)) {
      best = better(best, OpenSites.choose(instance, linear, work.nodes(), solver, this::askStop));
      phase.advance(1);
    }
    PriceAscent ascent = new PriceAscent(instance, linear);
    raiseBound(ascent, decidedYuan(best), expectedYuan(linear));
    if (decidedYuan(best) > ascent.lowerBoundYuan()) {
      best = search(best, ascent);
    }
    if (decidedYuan(best) > ascent.lowerBoundYuan() && solver.isAvailable()) {
      best = polish(best, ascent);
    }
    return certified(best, ascent.lowerBoundYuan());
  }

  /** The objective that gap and bound speak of. */
  private long decidedYuan(Solution solution) {
    return solution.yuan() - instance.fixedYuan();
  }

  private static long expectedYuan(LinearRelaxation linear) {
    return linear.solution().map(s -> (long) (s.yuan * ABOVE_RELAXATION)).orElse(Long.MAX_VALUE);
  }

  private static Solution better(Solution best, Optional<Solution> other) {
    return other.filter(o -> o.isFeasible() && o.yuan() < best.yuan()).orElse(best);
  }

  private void raiseBound(PriceAscent ascent, long knownYuan, long expectedYuan) {
    try (Progress.Phase phase = progress.start("bound", work.ascentSteps())) {
      int steps =
          ascent.ascend(
              work.ascentSteps(), knownYuan, Math.min(knownYuan, expectedYuan), this::askStop);
      phase.advance(steps);
      long bound = ascent.lowerBoundYuan();
      trace.add(new Step("bound", steps, knownYuan, bound));
      phase.note(String.format(Locale.ROOT, "bound %,d", bound));
    }
  }

  /** Streams of their own seeds side by side; the first of the best goes on. */
  private Solution search(Solution start, PriceAscent ascent) {
    long each = Math.min(work.search(), CALCULATIONS_OF_A_WAY * instance.arcSite.length);
    try (Progress.Phase phase = progress.start("search", STREAMS * each)) {
      Solution found =
          LongStream.range(0, STREAMS)
              .parallel()
              .mapToObj(stream -> searched(start, each, stream))
              .min(Comparator.comparingLong(Solution::yuan))
              .orElseThrow();
      phase.advance(STREAMS * each);
      record(phase, "search", STREAMS * each, found, ascent);
      return found;
    }
  }

  private Solution searched(Solution start, long calculations, long stream) {
    long seedOfStream = seed * STREAMS + stream;
    return LocalSearch.improve(instance, start, calculations, seedOfStream, this::askStop);
  }

  private Solution polish(Solution start, PriceAscent ascent) {
    try (Progress.Phase phase = progress.start("polish", work.neighbourhoods())) {
      Polish polish = new Polish(instance, start, seed, solver);
      int done = 0;
      int more = polish.improve(work.neighbourhoods(), this::askStop);
      while (more > 0) {
        phase.advance(more);
        done += more;
        more = polish.improve(work.neighbourhoods() - done, this::askStop);
      }
      record(phase, "polish", done, polish.solution(), ascent);
      return polish.solution();
    }
  }

  private boolean askStop() {
    stopped |= stop.stopRequested();
    return stopped;
  }

  private void record(
      Progress.Phase phase, String name, long done, Solution best, PriceAscent ascent) {
    long yuan = decidedYuan(best);
    long bound = Math.min(yuan, ascent.lowerBoundYuan());
    trace.add(new Step(name, done, yuan, bound));
    double gap = yuan == 0 ? 0 : 100.0 * (yuan - bound) / yuan;
    phase.note(
        String.format(Locale.ROOT, "best %,d yuan  bound %,d  gap %.1f%%", yuan, bound, gap));
  }

  /** Computes the objective anew by the evaluator, which must agree with the search. */
  private PlacementResult certified(Solution best, long bound) {
    int[] siteOf = new int[instance.units];
    int[] classes = new int[instance.sites];
    for (int unit = 0; unit < siteOf.length; unit++) {
      siteOf[unit] = best.siteOf(unit);
    }
    for (int site = 0; site < classes.length; site++) {
      classes[site] = best.isClosed(site) ? 0 : instance.sizeClasses[best.sizeOf(site)];
    }
    long yuan = Evaluator.objectiveYuan(instance.problem, siteOf, classes);
    if (yuan != best.yuan() || !Evaluator.isFeasible(instance.problem, siteOf, classes)) {
      throw new IllegalStateException(
          "search and evaluator disagree: " + best.yuan() + " against " + yuan);
    }
    long fixed = instance.fixedYuan();
    return new PlacementResult(
        siteOf,
        classes,
        yuan - fixed,
        bound,
        fixed,
        solver.isAvailable() ? METHOD : METHOD_WITHOUT_PROGRAMS,
        !stopped && solver.crashes() == 0,
        trace);
  }
}
