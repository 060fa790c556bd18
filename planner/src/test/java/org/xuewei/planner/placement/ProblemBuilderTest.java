package org.xuewei.planner.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.xuewei.data.model.Demand;
import org.xuewei.data.model.InputException;
import org.xuewei.data.model.Objective;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.data.model.PlacementProblem.DemandUnit;
import org.xuewei.data.model.PlacementProblem.Site;
import org.xuewei.data.model.PlacementProblem.Size;
import org.xuewei.data.model.Plan.UnservedReason;
import org.xuewei.data.model.Scenario;
import org.xuewei.data.model.SpreadPrice;
import org.xuewei.data.model.Stage;
import org.xuewei.data.model.region.Dataset;
import org.xuewei.data.standard.Standard;
import org.xuewei.planner.SmallCounty;
import org.xuewei.planner.forecast.PupilForecast;

class ProblemBuilderTest {
  private static final Standard STANDARD = Standard.load("henan-2023");

  @Test
  void sizesSchoolsByTheirSiteAndNamesNodesByTheScenario() {
    SmallCounty county =
        new SmallCounty()
            .school("by-area", 20 * 45 * 7 + 100)
            .school("huge", 1_000_000)
            .school("tiny", 300)
            .school("node", 0)
            .point("home", SmallCounty.TOWN, 1000)
            .way("home", "by-area", 100);
    PlacementProblem today = builder(county, SmallCounty.scenario()).today();
    assertThat(today.sites())
        .extracting(site -> site.sizes().get(0).classes())
        .containsExactly(7, 36, 1, 12);
    assertThat(today.sites()).allMatch(site -> site.sizes().size() == 1);
  }

  @Test
  void leavesOutSchoolsOfAnotherStageAndSharesTheSiteOfTwo() {
    SmallCounty county =
        new SmallCounty()
            .school("junior", 18_000, Stage.JUNIOR)
            .school("nine-year", 18_000, Stage.PRIMARY, Stage.JUNIOR)
            .point("home", SmallCounty.TOWN, 1000)
            .way("home", "junior", 100);
    PlacementProblem today = builder(county, SmallCounty.scenario()).today();
    assertThat(today.sites()).extracting(Site::id).containsExactly("nine-year");
    assertThat(today.sites().get(0).sizes()).extracting(Size::classes).containsExactly(10);
    assertThat(today.units().get(0).whyNoArc()).contains(UnservedReason.BEYOND_LIMIT);
  }

  @Test
  void expandsByWholeClassesAsFarAsTheSiteHolds() {
    // 9,450 m2: 10 classes at 20 m2 a pupil today, 14 at 15 m2
    SmallCounty county =
        new SmallCounty()
            .school("school", 9_450)
            .school("node", 0)
            .point("home", SmallCounty.TOWN, 1000)
            .way("home", "school", 100);
    PlacementProblem planned = builder(county, SmallCounty.scenario()).planned(Map.of());
    assertThat(planned.sites().get(0).sizes())
        .extracting(Size::classes)
        .containsExactly(10, 11, 12, 13, 14);
    assertThat(planned.sites().get(1).sizes())
        .as("a site that nobody knows cannot be built on")
        .hasSize(1);
  }

  @Test
  void buildsTheModulesThatFitTheParcel() {
    SmallCounty county =
        new SmallCounty()
            .school("school", 9_000)
            .candidate("in-town", SmallCounty.TOWN, 18 * 45 * 20)
            .candidate("in-village", SmallCounty.VILLAGE, 18 * 45 * 20)
            .candidate("too-small", SmallCounty.TOWN, 12 * 45 * 20 - 1)
            .point("home", SmallCounty.TOWN, 1000)
            .way("home", "school", 100);
    PlacementProblem planned = builder(county, SmallCounty.scenario()).planned(Map.of());
    assertThat(planned.sites())
        .extracting(Site::id)
        .containsExactly("school", "in-town", "in-village");
    assertThat(planned.sites().get(1).sizes()).extracting(Size::classes).containsExactly(12, 18);
    assertThat(planned.sites().get(2).sizes()).extracting(Size::classes).containsExactly(6, 12, 18);
    assertThat(planned.sites().get(1).existing()).isFalse();
  }

  @Test
  void keepsPartsOfASmallEstateTogetherAtTheFarthestPartsDistance() {
    SmallCounty county = estate(500);
    PlacementProblem problem = builder(county, SmallCounty.scenario()).today();
    assertThat(problem.units()).extracting(DemandUnit::id).containsExactly("estate");
    assertThat(problem.units().get(0).pointIds()).containsExactly("estate.1", "estate.2");
    assertThat(problem.units().get(0).pupils()).isEqualTo(80);
    assertThat(problem.arcs()).as("only the site that both parts reach").isEqualTo(1);
    assertThat(problem.arcMetres(0)).isEqualTo(300);
    // 40 pupils x (200 m + 300 m) x 0.8 yuan a metre and year
    assertThat(problem.arcYuan(0)).isEqualTo(40 * 500 * 8 / 10);
  }

  @Test
  void dividesALargeEstateAndOneWithoutACommonSchool() {
    assertThat(builder(estate(600), SmallCounty.scenario()).today().units())
        .extracting(DemandUnit::id)
        .containsExactly("estate.1", "estate.2");
    SmallCounty apart =
        new SmallCounty()
            .school("a", 9_000)
            .school("b", 9_000)
            .point("estate.1", SmallCounty.TOWN, 100)
            .point("estate.2", SmallCounty.TOWN, 100)
            .way("estate.1", "a", 100)
            .way("estate.2", "b", 100);
    assertThat(builder(apart, SmallCounty.scenario()).today().units()).hasSize(2);
  }

  @Test
  void chargesForMovingOnlyPupilsWhoHaveASchool() {
    SmallCounty county =
        new SmallCounty()
            .school("a", 9_000)
            .school("b", 9_000)
            .point("placed", SmallCounty.TOWN, 500)
            .point("unplaced", SmallCounty.TOWN, 500)
            .way("placed", "a", 100)
            .way("placed", "b", 100)
            .way("unplaced", "b", 100);
    PlacementProblem problem =
        builder(county, SmallCounty.scenario()).withoutAction(Map.of("placed", "b"));
    assertThat(problem.units().get(0).currentSite()).isEqualTo(OptionalInt.of(1));
    int toB = problem.rowStart(0);
    assertThat(problem.arcSite(toB)).isEqualTo(1);
    assertThat(problem.arcYuan(toB + 1) - problem.arcYuan(toB)).isEqualTo(40 * 500);
    assertThat(problem.units().get(1).currentSite()).isEmpty();
    assertThat(problem.arcYuan(problem.rowStart(1))).isEqualTo(40 * 80);
  }

  @Test
  void leavesOutWaysBeyondTheLimitAndPlacesWithoutPupils() {
    SmallCounty county =
        new SmallCounty()
            .school("school", 9_000)
            .point("near", SmallCounty.TOWN, 500)
            .point("far", SmallCounty.TOWN, 500)
            .point("empty", SmallCounty.TOWN, 0)
            .point("lost", SmallCounty.TOWN, 500)
            .way("near", "school", 2000)
            .way("far", "school", 2001)
            .way("empty", "school", 100);
    PlacementProblem problem = builder(county, SmallCounty.scenario()).today();
    assertThat(problem.units()).extracting(DemandUnit::id).containsExactly("near", "far", "lost");
    assertThat(problem.arcs()).isEqualTo(1);
    assertThat(problem.units().get(1).whyNoArc()).contains(UnservedReason.BEYOND_LIMIT);
    assertThat(problem.units().get(2).whyNoArc()).contains(UnservedReason.NO_ROAD_NEARBY);
    assertThat(problem.units().get(1).unservedYuan()).isEqualTo(40 * 200_000L);
  }

  /**
   * Fifty parts of two thousand million residents each, of whom some hundred millions are pupils.
   */
  @Test
  void refusesMorePupilsThanCanBeCounted() {
    SmallCounty county = new SmallCounty().school("shared", 9_000, Stage.PRIMARY);
    for (int part = 1; part <= 50; part++) {
      county.point("estate." + part, SmallCounty.TOWN, 2_000_000_000);
      county.way("estate." + part, "shared", 200);
    }
    ProblemBuilder builder = builder(county, SmallCounty.scenario());
    assertThatThrownBy(() -> builder.planned(Map.of()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("dataset small, demand points")
        .hasMessageContaining("expected at most 2147483647");
  }

  @Test
  void refusesALimitBeyondTheMeasuredDistances() {
    SmallCounty county = estate(500);
    Dataset dataset = county.dataset();
    Scenario scenario = SmallCounty.scenario();
    Demand demand = PupilForecast.of(dataset.demandPoints(), scenario, STANDARD);
    assertThatThrownBy(
            () -> new ProblemBuilder(scenario, dataset, demand, county.travel(1500), STANDARD))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("2000 m")
        .hasMessageContaining("1500 m");
  }

  @Test
  void refusesTwoPlanningYearsAndOrdersBeforeTheBaseYear() {
    Scenario one = SmallCounty.scenario();
    Scenario two =
        new Scenario(
            one.id(),
            one.title(),
            2024,
            List.of(2027, 2030),
            one.stages(),
            one.demand(),
            one.travel(),
            one.schools(),
            one.actions(),
            OptionalLong.empty(),
            one.priorities(),
            one.effort(),
            1,
            Scenario.Zoning.FREE,
            List.of());
    assertThatThrownBy(() -> builder(estate(500), two))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("planningYears")
        .hasMessageContaining("[2027, 2030]");
    Scenario late =
        new Scenario(
            one.id(),
            one.title(),
            2028,
            one.planningYears(),
            one.stages(),
            one.demand(),
            one.travel(),
            one.schools(),
            one.actions(),
            OptionalLong.empty(),
            one.priorities(),
            one.effort(),
            1,
            Scenario.Zoning.FREE,
            List.of());
    assertThatThrownBy(() -> builder(estate(500), late))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("actions.build.leadYears");
  }

  /** The estate's parts are 200 m and 300 m away; the farther one counts, 200 m beyond. */
  @Test
  void priceOfSpreadIsOnTheUnitsFarthestWay() {
    Scenario cheap = SmallCounty.scenario();
    Scenario even =
        new Scenario(
            cheap.id(),
            cheap.title(),
            cheap.baseYear(),
            cheap.planningYears(),
            cheap.stages(),
            cheap.demand(),
            cheap.travel(),
            cheap.schools(),
            cheap.actions(),
            OptionalLong.empty(),
            new Scenario.Priorities(Objective.COST, Optional.of(new SpreadPrice(100, 1_000))),
            cheap.effort(),
            1,
            Scenario.Zoning.FREE,
            List.of());
    PlacementProblem without = builder(estate(500), cheap).today();
    PlacementProblem with = builder(estate(500), even).today();
    assertThat(with.arcMetres(0)).isEqualTo(300);
    assertThat(with.arcSpreadYuan(0, 0))
        .isEqualTo(Math.round(with.units().get(0).pupils() * 0.2 * 0.2 * 1_000))
        .isPositive();
    assertThat(with.arcYuan(0) - without.arcYuan(0)).isEqualTo(with.arcSpreadYuan(0, 0));
    assertThat(without.arcSpreadYuan(0, 0)).isZero();
  }

  /** Two parts that share one school; the first part reaches another one too. */
  private static SmallCounty estate(int residentsOfAPart) {
    return new SmallCounty()
        .school("shared", 9_000)
        .school("other", 9_000)
        .point("estate.1", SmallCounty.TOWN, residentsOfAPart)
        .point("estate.2", SmallCounty.TOWN, residentsOfAPart)
        .way("estate.1", "shared", 200)
        .way("estate.1", "other", 100)
        .way("estate.2", "shared", 300);
  }

  private static ProblemBuilder builder(SmallCounty county, Scenario scenario) {
    Dataset dataset = county.dataset();
    Demand demand = PupilForecast.of(dataset.demandPoints(), scenario, STANDARD);
    return new ProblemBuilder(scenario, dataset, demand, county.travel(2500), STANDARD);
  }
}
