package org.xuewei.planner.placement.local;

import org.xuewei.data.model.PlacementProblem;
import org.xuewei.planner.evaluate.Evaluator;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.placement.state.Solution;

/** A solution as the evaluator reads it. An overfull site has its largest size. */
final class Indices {
  private final PlacementProblem problem;
  private final int[] siteOf;
  private final int[] classes;

  private Indices(PlacementProblem problem, int[] siteOf, int[] classes) {
    this.problem = problem;
    this.siteOf = siteOf;
    this.classes = classes;
  }

  static Indices of(Instance instance, Solution solution) {
    int[] siteOf = new int[instance.units];
    int[] classes = new int[instance.sites];
    for (int unit = 0; unit < siteOf.length; unit++) {
      siteOf[unit] = solution.siteOf(unit);
    }
    for (int site = 0; site < classes.length; site++) {
      int size = solution.sizeOf(site);
      classes[site] =
          size == Instance.CLOSED
              ? 0
              : instance
                  .sizeClasses[size == Instance.NO_SIZE ? instance.sizeStart[site + 1] - 1 : size];
    }
    return new Indices(instance.problem, siteOf, classes);
  }

  int[] siteOf() {
    return siteOf;
  }

  boolean isFeasible() {
    return Evaluator.isFeasible(problem, siteOf, classes);
  }

  long yuan() {
    return Evaluator.objectiveYuan(problem, siteOf, classes);
  }
}
