package org.xuewei.api.bench;

import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.xuewei.data.benchmark.BenchmarkInstance;
import org.xuewei.data.model.Aim;
import org.xuewei.data.model.Objective;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.data.model.Progress;
import org.xuewei.data.model.Scenario.Effort;
import org.xuewei.data.model.StopSignal;
import org.xuewei.planner.evaluate.Evaluator;
import org.xuewei.planner.placement.AimedPlacement;
import org.xuewei.planner.placement.Placement;
import org.xuewei.planner.placement.PlacementResult;
import org.xuewei.planner.program.ProgramSolver;

/** Solves one instance and counts its plan again by the instance's own numbers. */
public final class Benchmark {
  private static final double NANOS = 1e9;

  /**
   * @param objective by the file's own numbers, without units that have no place; demand within the
   *     radius, or whole metres of the greatest way, rounded up
   * @param bound no plan that serves everybody costs less, covers more or has a shorter greatest
   *     way
   * @param gapPercent difference of objective and bound over the larger; empty when somebody has no
   *     place
   * @param seconds wall clock from problem to plan
   * @param feasible everybody served, no overload, no broken catchment, no site missing
   * @param outOfReach units among the unserved that no contiguous catchment can hold
   * @param missing sites to be opened beyond those that are, where exactly so many are asked for
   * @param siteOf by unit; -1: unserved
   */
  public record Row(
      BenchmarkInstance instance,
      double objective,
      double bound,
      OptionalDouble gapPercent,
      double seconds,
      boolean feasible,
      int unserved,
      int outOfReach,
      int brokenCatchments,
      long overload,
      int missing,
      int[] siteOf) {}

  private Benchmark() {}

  /** Solves the instance; ends early when a stop is requested. */
  public static Row run(
      BenchmarkInstance instance,
      Objective asked,
      Effort effort,
      long seed,
      StopSignal stop,
      Progress progress) {
    long start = System.nanoTime();
    PlacementResult result;
    try (ProgramSolver solver = Placement.programSolver()) {
      result =
          AimedPlacement.solve(instance.problem(), asked, effort, seed, stop, progress, solver);
    }
    double seconds = (System.nanoTime() - start) / NANOS;
    int[] siteOf = new int[instance.problem().units().size()];
    int unserved = 0;
    int outOfReach = 0;
    for (int unit = 0; unit < siteOf.length; unit++) {
      siteOf[unit] = result.siteOf(unit);
      unserved += siteOf[unit] < 0 ? 1 : 0;
      outOfReach += instance.problem().units().get(unit).whyNoArc().isPresent() ? 1 : 0;
    }
    int broken = Evaluator.brokenCatchments(instance.problem(), siteOf);
    long overload = instance.overload(siteOf);
    int missing = missing(instance.problem(), result);
    double objective =
        result.aim().map(aim -> (double) aim.value()).orElseGet(() -> instance.objective(siteOf));
    double bound =
        result.aim().map(aim -> (double) aim.bound()).orElseGet(() -> bound(instance, result));
    return new Row(
        instance,
        objective,
        bound,
        unserved > 0
            ? OptionalDouble.empty()
            : OptionalDouble.of(
                100 * result.aim().map(Aim::gap).orElseGet(() -> gap(objective, bound))),
        seconds,
        unserved == 0 && broken == 0 && overload == 0 && missing == 0,
        unserved,
        outOfReach,
        broken,
        overload,
        missing,
        siteOf);
  }

  private static int missing(PlacementProblem problem, PlacementResult result) {
    long opened =
        IntStream.range(0, problem.sites().size())
            .filter(site -> !problem.sites().get(site).existing() && result.classes(site) > 0)
            .count();
    return (int) Math.max(0, problem.newSchoolsWanted() - opened);
  }

  private static double bound(BenchmarkInstance instance, PlacementResult result) {
    return Math.max(0, result.lowerBoundYuan() - mostRoundedYuan(instance)) / instance.yuanOfOne();
  }

  /** What whole yuan for ways and sites may add to the cost of a plan at most. */
  private static double mostRoundedYuan(BenchmarkInstance instance) {
    return 0.5 * (instance.problem().units().size() + instance.problem().sites().size());
  }

  private static double gap(double objective, double bound) {
    return objective == 0 ? 0 : (objective - bound) / objective;
  }
}
