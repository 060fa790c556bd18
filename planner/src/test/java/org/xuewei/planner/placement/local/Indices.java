package org.xuewei.planner.placement.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.xuewei.data.model.Evaluation;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.data.model.PlacementProblem.DemandUnit;
import org.xuewei.data.model.Plan;
import org.xuewei.data.model.Plan.Assignment;
import org.xuewei.data.model.Plan.SchoolYear;
import org.xuewei.data.model.Plan.UnservedReason;
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

  /** What the evaluator says of the same as a plan; every unit is one demand point. */
  Evaluation evaluation() {
    List<SchoolYear> schools = new ArrayList<>();
    for (int site = 0; site < classes.length; site++) {
      if (classes[site] > 0) {
        String id = problem.sites().get(site).id();
        schools.add(new SchoolYear(id, problem.stage(), problem.year(), classes[site], 0));
      }
    }
    List<Assignment> rows = new ArrayList<>();
    for (int unit = 0; unit < siteOf.length; unit++) {
      for (int band = 0; band < problem.stage().bands().size(); band++) {
        rows.add(row(unit, band));
      }
    }
    Plan.Header header =
        new Plan.Header("", "", "", "", 1, "", "", 2025, List.of(problem.year()), "", "", "");
    Plan.Certificate certificate = new Plan.Certificate("random", 0, 0, 0, "nothing", true);
    return Evaluator.evaluate(
        problem, new Plan(header, List.of(), schools, rows, List.of(), List.of(), certificate));
  }

  private Assignment row(int unit, int band) {
    DemandUnit demand = problem.units().get(unit);
    boolean served = siteOf[unit] >= 0;
    return new Assignment(
        demand.pointIds().get(0),
        problem.stage().bands().get(band),
        problem.year(),
        demand.pupilsByBand().get(band),
        served ? Optional.of(problem.sites().get(siteOf[unit]).id()) : Optional.empty(),
        served ? OptionalInt.of(0) : OptionalInt.empty(),
        served ? Optional.empty() : Optional.of(UnservedReason.NO_SEAT));
  }
}
