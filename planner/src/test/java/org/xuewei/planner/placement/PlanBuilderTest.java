package org.xuewei.planner.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.xuewei.data.model.Action;
import org.xuewei.data.model.Demand;
import org.xuewei.data.model.GradeBand;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.data.model.Plan;
import org.xuewei.data.model.Progress;
import org.xuewei.data.model.Scenario;
import org.xuewei.data.model.StopSignal;
import org.xuewei.data.model.TravelMatrix;
import org.xuewei.data.model.region.Dataset;
import org.xuewei.data.standard.Standard;
import org.xuewei.planner.SmallCounty;
import org.xuewei.planner.evaluate.Evaluator;
import org.xuewei.planner.forecast.PupilForecast;

class PlanBuilderTest {
  private static final Plan.Header HEADER =
      new Plan.Header(
          "p",
          "small",
          "small-2030",
          "test",
          1,
          "0",
          "henan-2023",
          2024,
          List.of(2030),
          "2024",
          "none",
          "none");

  /** One class of 45 today for 80 pupils next to it; 80 pupils near a parcel; 80 near nothing. */
  private static final SmallCounty COUNTY =
      new SmallCounty()
          .school("school", 1_000)
          .candidate("parcel", SmallCounty.VILLAGE, 6 * 45 * 20)
          .point("crowded", SmallCounty.TOWN, 1000)
          .point("far-off", SmallCounty.VILLAGE, 1000)
          .point("nowhere", SmallCounty.VILLAGE, 1000)
          .way("crowded", "school", 300)
          .way("far-off", "parcel", 450)
          .way("nowhere", "parcel", 2500);

  @Test
  void buildsWhereNoSchoolIsInReachAndExplainsWhoIsLeftOut() {
    Plan plan = plan(OptionalLong.empty());
    assertThat(plan.actions())
        .extracting(Action::type, Action::siteId, Action::fromClasses, Action::toClasses)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Action.Type.BUILD, "parcel", 0, 6),
            org.assertj.core.groups.Tuple.tuple(Action.Type.KEEP, "school", 1, 1));
    Action build = plan.actions().get(0);
    assertThat(build.orderYear()).isEqualTo(2027);
    assertThat(build.opening()).hasToString("2030H2");
    assertThat(row(plan, "far-off").schoolId()).contains("parcel");
    assertThat(row(plan, "far-off").metres()).isEqualTo(OptionalInt.of(450));
    assertThat(row(plan, "crowded").reason()).contains(Plan.UnservedReason.NO_SEAT);
    assertThat(row(plan, "nowhere").reason()).contains(Plan.UnservedReason.BEYOND_LIMIT);
    assertThat(plan.schools())
        .containsExactly(
            new Plan.SchoolYear("parcel", org.xuewei.data.model.Stage.PRIMARY, 2030, 6, 80),
            new Plan.SchoolYear("school", org.xuewei.data.model.Stage.PRIMARY, 2030, 1, 0));
  }

  @Test
  void withoutMoneyEverybodyWhoCouldBeServedHasAReason() {
    Plan plan = plan(OptionalLong.of(0));
    assertThat(plan.actions()).extracting(Action::type).containsExactly(Action.Type.KEEP);
    assertThat(row(plan, "far-off").reason()).contains(Plan.UnservedReason.NO_OPEN_SCHOOL_IN_REACH);
  }

  @Test
  void everyPlanKeepsEveryHardRuleOfItsProblem() {
    for (OptionalLong budget : List.of(OptionalLong.empty(), OptionalLong.of(0))) {
      Setting setting = new Setting(SmallCounty.scenario(0, 90, budget));
      assertThat(Evaluator.evaluate(setting.problem, setting.plan()).broken()).isEmpty();
    }
  }

  private static Plan.Assignment row(Plan plan, String pointId) {
    return Objects.requireNonNull(plan.assignmentsOf(GradeBand.G1_3, 2030).get(pointId));
  }

  private static Plan plan(OptionalLong budget) {
    return new Setting(SmallCounty.scenario(0, 90, budget)).plan();
  }

  private static final class Setting {
    private final Scenario scenario;
    private final Demand demand;
    private final TravelMatrix travel;
    private final PlacementProblem problem;

    Setting(Scenario scenario) {
      Standard standard = Standard.load("henan-2023");
      Dataset dataset = COUNTY.dataset();
      this.scenario = scenario;
      demand = PupilForecast.of(dataset.demandPoints(), scenario, standard);
      travel = COUNTY.travel(3000).within(2000);
      problem = new ProblemBuilder(scenario, dataset, demand, travel, standard).planned(Map.of());
    }

    Plan plan() {
      PlacementResult result =
          Placement.solve(problem, Scenario.Effort.QUICK, 1, StopSignal.NEVER, Progress.SILENT);
      return PlanBuilder.of(problem, result, HEADER, scenario.actions(), demand, travel);
    }
  }
}
