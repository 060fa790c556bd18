package org.xuewei.planner.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.xuewei.data.model.Demand;
import org.xuewei.data.model.InputException;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.data.model.PlacementProblem.Size;
import org.xuewei.data.model.Plan;
import org.xuewei.data.model.Plan.UnservedReason;
import org.xuewei.data.model.Progress;
import org.xuewei.data.model.Scenario;
import org.xuewei.data.model.Scenario.Effort;
import org.xuewei.data.model.Stage;
import org.xuewei.data.model.StopSignal;
import org.xuewei.data.standard.Standard;
import org.xuewei.planner.SmallCounty;
import org.xuewei.planner.TestProblem;
import org.xuewei.planner.TestProblem.Arc;
import org.xuewei.planner.evaluate.ClassNeed;
import org.xuewei.planner.forecast.PupilForecast;

class SharedZonesTest {
  private static final Standard STANDARD = Standard.load("henan-2023");

  /** Schools of 3 and of 6 or 9 classes share a zone; a third has its own. */
  private static final PlacementProblem SCHOOLS =
      new TestProblem(Stage.JUNIOR)
          .pupilsPerClass(10)
          .existing(new Size(3, 0, 0))
          .existing(new Size(6, 0, 0), new Size(9, 500, 4_000))
          .existing(new Size(3, 0, 0))
          .unit(List.of(30), 9_000, new Arc(0, 100, 30), new Arc(1, 400, 90), new Arc(2, 900, 80))
          .unit(List.of(30), 9_000, new Arc(0, 100, 30))
          .build();

  private static final SharedZones ZONES =
      SharedZones.of(SCHOOLS, List.of(List.of("school-1", "school-0")));

  @Test
  void zoneHasTheSeatsOfItsSchoolsTogether() {
    assertThat(ZONES.problem().sites())
        .extracting(PlacementProblem.Site::id, PlacementProblem.Site::sizes)
        .containsExactly(
            tuple("school-0+school-1", List.of(new Size(9, 0, 0), new Size(12, 500, 4_000))),
            tuple("school-2", List.of(new Size(3, 0, 0))));
  }

  /** (3 · 30 + 6 · 90) / 9 = 70 yuan; the farther school is 400 m away. */
  @Test
  void wayCostsTheMeanOverTheSchoolsBySeats() {
    PlacementProblem problem = ZONES.problem();
    int arc = problem.findArc(0, 0);
    assertThat(problem.arcYuan(arc)).isEqualTo(70);
    assertThat(problem.arcMetres(arc)).isEqualTo(400);
  }

  @Test
  void unitMustReachAllSchoolsOfTheZone() {
    assertThat(ZONES.problem().findArc(1, 0)).isEqualTo(-1);
    assertThat(ZONES.problem().units().get(1).whyNoArc()).contains(UnservedReason.BEYOND_LIMIT);
  }

  @Test
  void zoneThatNobodyReachesWhollyIsNamed() {
    PlacementProblem apart =
        new TestProblem(Stage.JUNIOR)
            .existing(new Size(3, 0, 0))
            .existing(new Size(3, 0, 0))
            .unit(List.of(30), 9_000, new Arc(0, 100, 30))
            .unit(List.of(30), 9_000, new Arc(1, 100, 30))
            .build();
    assertThat(SharedZones.of(apart, List.of(List.of("school-0", "school-1"))).zonesOutOfReach())
        .containsExactly("school-0+school-1");
    assertThat(ZONES.zonesOutOfReach()).isEmpty();
  }

  @Test
  void withoutZonesTheProblemIsTheSame() {
    assertThat(SharedZones.of(SCHOOLS, List.of()).problem()).isSameAs(SCHOOLS);
  }

  /** Every choice of places and of every school's size, with prices and seats counted here. */
  @Property(tries = 60)
  void optimumIsThatOfEveryChoiceTried(@ForAll @IntRange(max = 1_000_000) int seed) {
    Random random = new Random(seed);
    TestProblem town = new TestProblem(Stage.JUNIOR).pupilsPerClass(2);
    List<List<Size>> sizes = new ArrayList<>();
    for (int site = 0; site < 3; site++) {
      int first = 1 + random.nextInt(3);
      List<Size> own = List.of(new Size(first, 0, 0), new Size(first + 1, random.nextInt(99), 0));
      sizes.add(own);
      town.existing(own.get(0), own.get(1));
    }
    int[][] yuan = new int[4][3];
    int[] pupils = new int[4];
    for (int unit = 0; unit < 4; unit++) {
      pupils[unit] = 1 + random.nextInt(5);
      for (int site = 0; site < 3; site++) {
        yuan[unit][site] = random.nextInt(90);
      }
      town.unit(
          List.of(pupils[unit]),
          300,
          new Arc(0, 1, yuan[unit][0]),
          new Arc(1, 1, yuan[unit][1]),
          new Arc(2, 1, yuan[unit][2]));
    }
    SharedZones zones = SharedZones.of(town.build(), List.of(List.of("school-0", "school-2")));
    assertThat(BruteForce.optimum(zones.problem()).getAsLong())
        .isEqualTo(everyChoice(sizes, yuan, pupils));
  }

  /** Schools 0 and 2 share a zone. */
  private static long everyChoice(List<List<Size>> sizes, int[][] yuan, int[] pupils) {
    ClassNeed need = new ClassNeed(Stage.JUNIOR, 2);
    int[] weight = {sizes.get(0).get(0).classes(), sizes.get(2).get(0).classes()};
    int seats = weight[0] + weight[1];
    long least = Long.MAX_VALUE;
    for (int choice = 0; choice < 81 * 8; choice++) {
      int[] load = new int[2];
      long cost = 0;
      int rest = choice / 8;
      for (int unit = 0; unit < 4; unit++) {
        int place = rest % 3;
        rest /= 3;
        if (place == 2) {
          cost += 300;
        } else {
          load[place] += pupils[unit];
          long mean = (long) weight[0] * yuan[unit][0] + (long) weight[1] * yuan[unit][2];
          cost += place == 1 ? yuan[unit][1] : (mean + seats / 2) / seats;
        }
      }
      Size[] chosen = new Size[3];
      for (int site = 0; site < 3; site++) {
        chosen[site] = sizes.get(site).get((choice >> site) & 1);
        cost += chosen[site].yuanPerYear();
      }
      boolean fits =
          need.fits(new int[] {load[0]}, chosen[0].classes() + chosen[2].classes())
              && need.fits(new int[] {load[1]}, chosen[1].classes());
      least = fits ? Math.min(least, cost) : least;
    }
    return least;
  }

  /** By area, at 20 m² a pupil, schools of 12 and of 6 classes, and estates that reach both. */
  private static final SmallCounty COUNTY = county();

  private static SmallCounty county() {
    SmallCounty county = new SmallCounty().school("big", 10_800).school("small", 5_400);
    for (int estate = 0; estate < 5; estate++) {
      String id = "estate-" + estate;
      county
          .point(id, SmallCounty.TOWN, 1000)
          .way(id, "big", 300 + 100 * estate)
          .way(id, "small", 700 - 100 * estate);
    }
    return county;
  }

  private static Scenario scenario(List<List<String>> zones) {
    Scenario one = SmallCounty.scenario();
    return new Scenario(
        one.id(),
        one.title(),
        one.baseYear(),
        one.planningYears(),
        one.stages(),
        one.demand(),
        one.travel(),
        one.schools(),
        one.actions(),
        one.budgetCapitalYuan(),
        one.priorities(),
        one.effort(),
        one.seed(),
        new Scenario.Zoning(Scenario.CatchmentShape.FREE, zones),
        one.overrides());
  }

  private static ProblemBuilder problems(Scenario scenario) {
    Demand demand = PupilForecast.of(COUNTY.dataset().demandPoints(), scenario, STANDARD);
    return new ProblemBuilder(scenario, COUNTY.dataset(), demand, COUNTY.travel(2000), STANDARD);
  }

  /** 12 and 6 classes: the small school gets a third of the pupils, and of every estate's. */
  @Test
  void pupilsOfAZoneAreSpreadOverItsSchoolsBySeats() {
    Scenario scenario = scenario(List.of(List.of("big", "small")));
    Demand demand = PupilForecast.of(COUNTY.dataset().demandPoints(), scenario, STANDARD);
    SharedZones zones =
        SharedZones.of(problems(scenario).planned(Map.of()), scenario.zoning().shared());
    PlacementResult result =
        Placement.solve(zones.problem(), Effort.QUICK, 1, StopSignal.NEVER, Progress.SILENT);
    Plan plan =
        PlanBuilder.of(zones, result, header(), scenario.actions(), demand, COUNTY.travel(2000));

    Map<String, Integer> pupils = new TreeMap<>();
    plan.schools().forEach(row -> pupils.put(row.schoolId(), row.pupils()));
    int all = pupils.values().stream().mapToInt(Integer::intValue).sum();
    assertThat(all).isEqualTo((int) demand.total(Stage.PRIMARY, 2030));
    assertThat(3 * pupils.getOrDefault("small", 0) - all).isBetween(-3, 3);
    Map<String, Integer> byRow = new HashMap<>();
    plan.assignments()
        .forEach(row -> byRow.merge(row.schoolId().orElseThrow(), row.pupils(), Integer::sum));
    assertThat(byRow).isEqualTo(pupils);

    var evaluation = new ZonePlans(zones).evaluate(plan);
    assertThat(evaluation.broken()).isEmpty();
    assertThat(evaluation.objectiveYuan()).isEqualTo(result.objectiveYuan() + result.fixedYuan());
    assertThat(evaluation.headline().pupilsMoved()).isZero();
  }

  @Test
  void schoolOfAZoneThatTheDatasetDoesNotHaveIsRefused() {
    assertThatThrownBy(() -> problems(scenario(List.of(List.of("big", "smal")))))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("zones[0]: smal is no primary school of the dataset");
  }

  private static Plan.Header header() {
    return new Plan.Header(
        "plan",
        "small",
        "s",
        "test",
        1,
        "0",
        "henan-2023",
        2024,
        List.of(2030),
        "",
        "none",
        "none");
  }
}
