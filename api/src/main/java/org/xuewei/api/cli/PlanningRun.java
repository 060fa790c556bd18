package org.xuewei.api.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.xuewei.data.model.Demand;
import org.xuewei.data.model.Evaluation;
import org.xuewei.data.model.InputException;
import org.xuewei.data.model.Objective;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.data.model.Plan;
import org.xuewei.data.model.Plan.UnservedReason;
import org.xuewei.data.model.Progress;
import org.xuewei.data.model.Scenario;
import org.xuewei.data.model.StopSignal;
import org.xuewei.data.model.TravelMatrix;
import org.xuewei.data.model.region.Dataset;
import org.xuewei.data.standard.Layer;
import org.xuewei.data.standard.Standard;
import org.xuewei.geo.catchment.UnitAdjacency;
import org.xuewei.geo.layer.DatasetFolder;
import org.xuewei.planner.forecast.PupilForecast;
import org.xuewei.planner.placement.AimedPlacement;
import org.xuewei.planner.placement.Placement;
import org.xuewei.planner.placement.PlacementResult;
import org.xuewei.planner.placement.PlanBuilder;
import org.xuewei.planner.placement.ProblemBuilder;
import org.xuewei.planner.placement.SharedZones;
import org.xuewei.planner.placement.ZonePlans;
import org.xuewei.planner.program.ProgramSolver;

/**
 * The three states that a planner compares: today, the planning year when nothing is done, and the
 * planning year as planned.
 */
record PlanningRun(
    Setting setting,
    State today,
    State withoutAction,
    State planned,
    Optional<UnitAdjacency> adjacency) {

  /** A plan, what it answers and what it is worth. */
  record State(SharedZones zones, Plan plan, Evaluation evaluation) {
    /** School or shared zone by demand point id; points without a place are absent. */
    Map<String, String> schoolOfPoint() {
      Map<String, String> schools = new TreeMap<>();
      plan.assignments()
          .forEach(
              row ->
                  row.schoolId()
                      .map(id -> zones.zoneOfSchool().getOrDefault(id, id))
                      .ifPresent(id -> schools.put(row.demandPointId(), id)));
      return schools;
    }

    /** True when a pupil has no place though a school or site lies within the travel limit. */
    private boolean leavesReachablePupilsUnserved() {
      return plan.assignments().stream()
          .flatMap(row -> row.reason().stream())
          .anyMatch(
              reason ->
                  reason == UnservedReason.NO_SEAT
                      || reason == UnservedReason.NO_OPEN_SCHOOL_IN_REACH);
    }

    /** True when pupils in reach have no place, or new schools that were asked for are missing. */
    boolean breaksRequest() {
      return leavesReachablePupilsUnserved()
          || evaluation.broken().stream()
              .anyMatch(result -> result.rule().equals("missing-schools"));
    }

    Map<String, Integer> classesBySchool() {
      Map<String, Integer> classes = new TreeMap<>();
      plan.schools().forEach(row -> classes.put(row.schoolId(), row.classes()));
      return classes;
    }

    Map<String, Integer> pupilsBySchool() {
      Map<String, Integer> pupils = new TreeMap<>();
      plan.schools().forEach(row -> pupils.put(row.schoolId(), row.pupils()));
      return pupils;
    }
  }

  /** Everything that a plan is made from. */
  record Setting(
      Scenario scenario,
      Dataset dataset,
      Plan.Header header,
      Demand demand,
      TravelMatrix travel,
      ProblemBuilder problems,
      int pupilsPerClass) {

    /** Share of the time left that today's assignment, and the one without action, may take. */
    private static final double SHARE_OF_COMPARISONS = 0.15;

    /**
     * @throws InputException when the dataset has no distances, or not far enough for the scenario
     */
    static Setting of(Path folder, DatasetFolder.Content contents, Scenario scenario) {
      Standard standard =
          Standard.load(PlanCommand.DEFAULT_STANDARD).with(Layer.ofScenario(scenario));
      TravelMatrix travel =
          contents
              .travel()
              .orElseThrow(
                  () ->
                      new InputException(
                          folder + " has no travel.bin, expected a dataset with distances"))
              .within(scenario.travel().limitMetres());
      Demand demand = PupilForecast.of(contents.dataset().demandPoints(), scenario, standard);
      ProblemBuilder problems =
          new ProblemBuilder(scenario, contents.dataset(), demand, travel, standard);
      return new Setting(
          scenario,
          contents.dataset(),
          PlanHeader.of(folder, contents.dataset(), scenario, standard),
          demand,
          travel,
          problems,
          standard.integer("class_size." + problems.stage().key() + ".max"));
    }

    /** Finds today's assignment, then plans. */
    PlanningRun plan(StopSignal stop, ConsoleProgress progress) {
      try (ProgramSolver solver = Placement.programSolver()) {
        StopSignal part = stop.within(SHARE_OF_COMPARISONS);
        State today =
            solve(
                unshared(problems.today()),
                Objective.COST,
                Scenario.Effort.QUICK,
                part,
                progress.about("today"),
                solver);
        Map<String, String> currentSchool = today.schoolOfPoint();
        StopSignal other = stop.within(SHARE_OF_COMPARISONS);
        State withoutAction =
            solve(
                unshared(problems.withoutAction(currentSchool)),
                Objective.COST,
                Scenario.Effort.QUICK,
                other,
                progress.about("without-action"),
                solver);
        PlacementProblem problem = problems.planned(currentSchool);
        Optional<UnitAdjacency> adjacency = adjacency(problem, progress);
        State planned =
            solve(
                planned(problem, adjacency),
                scenario.priorities().objective(),
                scenario.effort(),
                stop,
                progress.about("planned"),
                solver);
        return new PlanningRun(this, today, withoutAction, planned, adjacency);
      }
    }

    /** What any plan of this setting is worth. */
    Evaluation evaluate(Plan plan, StopSignal stop, Progress progress) {
      try (ProgramSolver solver = Placement.programSolver()) {
        State today =
            solve(
                unshared(problems.today()),
                Objective.COST,
                Scenario.Effort.QUICK,
                stop,
                progress,
                solver);
        PlacementProblem problem = problems.planned(today.schoolOfPoint());
        return new ZonePlans(planned(problem, adjacency(problem, progress))).evaluate(plan);
      }
    }

    /** Which units touch, where the scenario asks for contiguous catchments. */
    private Optional<UnitAdjacency> adjacency(PlacementProblem problem, Progress progress) {
      return scenario.zoning().isContiguous()
          ? Optional.of(
              UnitAdjacency.of(dataset, problem, scenario.travel().limitMetres(), progress))
          : Optional.empty();
    }

    private SharedZones planned(PlacementProblem problem, Optional<UnitAdjacency> adjacency) {
      return SharedZones.of(
          adjacency.map(units -> problem.contiguous(units.contiguity())).orElse(problem),
          scenario.zoning().shared());
    }

    private static SharedZones unshared(PlacementProblem problem) {
      return SharedZones.of(problem, List.of());
    }

    private State solve(
        SharedZones zones,
        Objective objective,
        Scenario.Effort effort,
        StopSignal stop,
        Progress progress,
        ProgramSolver solver) {
      PlacementResult result =
          AimedPlacement.solve(
              zones.problem(), objective, effort, scenario.seed(), stop, progress, solver);
      Plan plan = PlanBuilder.of(zones, result, header, scenario.actions(), demand, travel);
      return new State(zones, plan, new ZonePlans(zones).evaluate(plan));
    }
  }
}
