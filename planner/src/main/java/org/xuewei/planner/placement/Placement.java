package org.xuewei.planner.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.data.model.Progress;
import org.xuewei.data.model.Scenario.Effort;
import org.xuewei.data.model.StopSignal;
import org.xuewei.planner.evaluate.Evaluator;
import org.xuewei.planner.placement.PlacementResult.Step;
import org.xuewei.planner.placement.bound.PriceAscent;
import org.xuewei.planner.placement.construct.SitingSearch;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.placement.state.Solution;

/**
 * Siting and districting of one stage and year: classes of every site and a site for every unit, at
 * least cost, with a lower bound. Lagrangian relaxation gives bound and prices, annealing the
 * solution; both take turns and use each other's result. Heuristic with a certificate.
 */
public final class Placement {
  private static final String METHOD = "lagrangian-bound+annealing";

  private final Instance instance;
  private final Work work;
  private final long seed;
  private final StopSignal stop;
  private final Progress progress;
  private final List<Step> trace = new ArrayList<>();
  private boolean stopped;

  private Placement(
      PlacementProblem problem, Work work, long seed, StopSignal stop, Progress progress) {
    this.instance = new Instance(problem);
    this.work = work;
    this.seed = seed;
    this.stop = stop;
    this.progress = progress;
  }

  /**
   * Solves a problem. The same problem, effort and seed give the same result unless the stop signal
   * ends the search; a stopped search returns its best solution so far.
   *
   * @throws IllegalArgumentException if the first sizes of today's schools cost more capital than
   *     the budget
   */
  public static PlacementResult solve(
      PlacementProblem problem, Effort effort, long seed, StopSignal stop, Progress progress) {
    return solve(problem, Work.of(effort), seed, stop, progress);
  }

  static PlacementResult solve(
      PlacementProblem problem, Work work, long seed, StopSignal stop, Progress progress) {
    return new Placement(problem, work, seed, stop, progress).run();
  }

  private PlacementResult run() {
    Solution best = new Solution(instance);
    if (!best.isFeasible()) {
      throw new IllegalArgumentException("today's schools alone cost more than the budget");
    }
    long fixed = instance.fixedYuan();
    PriceAscent ascent = new PriceAscent(instance, startPrices());
    for (int round = 0; round < work.rounds(); round++) {
      try (Progress.Phase phase = progress.start("bound", work.ascentSteps())) {
        int steps = ascent.ascend(work.ascentSteps(), best.yuan() - fixed, this::askStop);
        phase.advance(steps);
        record(phase, "bound", steps, best, ascent);
      }
      try (Progress.Phase phase = progress.start("search", work.annealing())) {
        SitingSearch annealing = new SitingSearch(instance, best, ascent.prices(), seed + round);
        long done = annealing.run(hotYuan() / (1 << round), 500, 3e5, 2000, 30000, work.annealing(), this::askStop);
        best = annealing.best();
        phase.advance(done);
        record(phase, "search", done, best, ascent);
      }
    }
    return certified(best, ascent.prices().lowerBoundYuan());
  }

  private boolean askStop() {
    stopped |= stop.stopRequested();
    return stopped;
  }

  private double hotYuan() {
    long sum = 0;
    for (long price : instance.unservedYuan) {
      sum += price;
    }
    return Math.max(1_000, 0.1 * sum / Math.max(1, instance.units));
  }

  private double[] startPrices() {
    double[] price = new double[instance.units];
    for (int unit = 0; unit < instance.units; unit++) {
      if (instance.rowStart[unit] < instance.rowStart[unit + 1]) {
        long nearest = instance.arcYuan[instance.rowStart[unit]];
        price[unit] = nearest + 0.1 * (instance.unservedYuan[unit] - nearest);
      }
    }
    return price;
  }

  private void record(
      Progress.Phase phase, String name, long done, Solution best, PriceAscent ascent) {
    long yuan = best.yuan() - instance.fixedYuan();
    long bound = Math.min(yuan, ascent.prices().lowerBoundYuan());
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
        siteOf, classes, yuan - fixed, bound, fixed, METHOD, !stopped, trace);
  }
}
