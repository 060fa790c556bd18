package org.xuewei.planner.placement;

import java.util.OptionalLong;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.data.model.PlacementProblem.Site;
import org.xuewei.planner.evaluate.Evaluator;

/** Tries every solution of a tiny problem. */
public final class BruteForce {
  private final PlacementProblem problem;
  private final int[] siteOf;
  private final int[] classes;
  private long least = Long.MAX_VALUE;

  private BruteForce(PlacementProblem problem) {
    this.problem = problem;
    this.siteOf = new int[problem.units().size()];
    this.classes = new int[problem.sites().size()];
  }

  /** The optimum, empty when no solution keeps the rules. */
  public static OptionalLong optimum(PlacementProblem problem) {
    BruteForce force = new BruteForce(problem);
    force.assignFrom(0);
    return force.least == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(force.least);
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
      long yuan = Evaluator.objectiveYuan(problem, siteOf, classes);
      if (yuan < least && Evaluator.isFeasible(problem, siteOf, classes)) {
        least = yuan;
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
