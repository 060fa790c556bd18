package org.xuewei.planner.placement;

import java.util.OptionalLong;
import java.util.function.BiConsumer;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.data.model.PlacementProblem.Site;
import org.xuewei.planner.evaluate.Evaluator;

/** Tries every solution of a tiny problem. */
public final class BruteForce {
  private final PlacementProblem problem;
  private final BiConsumer<int[], int[]> solutions;
  private final int[] siteOf;
  private final int[] classes;

  private BruteForce(PlacementProblem problem, BiConsumer<int[], int[]> solutions) {
    this.problem = problem;
    this.solutions = solutions;
    this.siteOf = new int[problem.units().size()];
    this.classes = new int[problem.sites().size()];
  }

  /** The optimum, empty when no solution keeps the rules. */
  public static OptionalLong optimum(PlacementProblem problem) {
    long[] least = {Long.MAX_VALUE};
    each(
        problem,
        (siteOf, classes) ->
            least[0] = Math.min(least[0], Evaluator.objectiveYuan(problem, siteOf, classes)));
    return least[0] == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(least[0]);
  }

  /** Shows every solution that keeps the rules: site by unit, classes by site. */
  public static void each(PlacementProblem problem, BiConsumer<int[], int[]> solutions) {
    new BruteForce(problem, solutions).assignFrom(0);
  }

  private void assignFrom(int unit) {
    if (unit == siteOf.length) {
      sizeFrom(0);
      return;
    }
    siteOf[unit] = -1;
    assignFrom(unit + 1);
    for (int arc = problem.rowStart(unit); arc < problem.rowStart(unit + 1); arc++) {
      siteOf[unit] = problem.arcSite(arc);
      assignFrom(unit + 1);
    }
  }

  private void sizeFrom(int site) {
    if (site == classes.length) {
      if (Evaluator.isFeasible(problem, siteOf, classes)) {
        solutions.accept(siteOf, classes);
      }
      return;
    }
    Site here = problem.sites().get(site);
    if (!here.existing()) {
      classes[site] = 0;
      sizeFrom(site + 1);
    }
    for (var size : here.sizes()) {
      classes[site] = size.classes();
      sizeFrom(site + 1);
    }
  }
}
