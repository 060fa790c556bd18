package org.xuewei.planner.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.xuewei.data.model.Contiguity;
import org.xuewei.data.model.Evaluation;
import org.xuewei.data.model.Evaluation.Headline;
import org.xuewei.data.model.Evaluation.RuleResult;
import org.xuewei.data.model.GradeBand;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.data.model.PlacementProblem.Size;
import org.xuewei.data.model.Plan;
import org.xuewei.data.model.Plan.Assignment;
import org.xuewei.data.model.Plan.SchoolYear;
import org.xuewei.data.model.Plan.UnservedReason;
import org.xuewei.data.model.SpreadPrice;
import org.xuewei.data.model.Stage;
import org.xuewei.data.model.WayStatistics;
import org.xuewei.planner.TestProblem;
import org.xuewei.planner.TestProblem.Arc;

class EvaluatorTest {
  /**
   * School 0: 3 classes (free), 6 classes (1,000 a year, 9,000 capital). Candidate 1: 3 classes
   * (2,000; 20,000). Unit 0: 100 pupils, today in school 0, ways of 10 and 20 yuan. Unit 1: 60
   * pupils in two points, way of 30 to the candidate alone. Unit 2: 20 pupils, no way.
   */
  private final PlacementProblem problem =
      new TestProblem(Stage.JUNIOR)
          .existing(new Size(3, 0, 0), new Size(6, 1_000, 9_000))
          .candidate(new Size(3, 2_000, 20_000))
          .unit(List.of(100), 5_000, OptionalInt.of(0), 1, new Arc(0, 300, 10), new Arc(1, 400, 20))
          .unit(List.of(60), 3_000, OptionalInt.of(0), 2, new Arc(1, 500, 30))
          .unit(List.of(20), 1_000)
          .budget(25_000)
          .newSchoolsAtMost(1)
          .build();

  private final List<SchoolYear> schools =
      new ArrayList<>(List.of(school("school-0", 3, 100), school("candidate-1", 3, 60)));
  private final List<Assignment> rows =
      new ArrayList<>(
          List.of(
              row("point-0-0", 100, "school-0"),
              row("point-1-0", 40, "candidate-1"),
              row("point-1-1", 20, "candidate-1"),
              row("point-2-0", 20, "")));

  @Test
  void addsUpAProperPlan() {
    Evaluation evaluation = evaluate();
    assertThat(evaluation.broken()).isEmpty();
    assertThat(evaluation.yuanPerYear())
        .containsEntry("capital-and-running", 2_000L)
        .containsEntry("travel", 40L)
        .containsEntry("unserved", 1_000L);
    assertThat(evaluation.headline()).isEqualTo(new Headline(180, 0, 20, 135, 20_000, 60));
    assertThat(Evaluator.objectiveYuan(problem, new int[] {0, 1, -1}, new int[] {3, 3}))
        .isEqualTo(evaluation.objectiveYuan());
    assertThat(Evaluator.isFeasible(problem, new int[] {0, 1, -1}, new int[] {3, 3})).isTrue();
  }

  /** 100 pupils walk 300 m and 60 walk 500 m; nobody walks from unit 2. */
  @Test
  void waysArePupilsFarthestPoints() {
    WayStatistics ways = evaluate().ways();
    assertThat(ways.meanMetres()).isEqualTo(375);
    assertThat(ways.standardDeviationMetres())
        .isCloseTo(Math.sqrt((100 * 75 * 75 + 60 * 125 * 125) / 160.0), within(1e-9));
    assertThat(ways.greatestMetres()).isEqualTo(500);
    assertThat(ways.gini()).isCloseTo(100 * 60 * 200 / (160 * 160 * 375.0), within(1e-12));
  }

  /** Beyond 400 m: 60 pupils x 0.1² km² x 40 yuan = 24 of the 30 yuan of their way. */
  @Test
  void priceOfSpreadIsALineOfItsOwn() {
    Evaluation evaluation =
        Evaluator.evaluate(problem.including(new SpreadPrice(400, 40)), plan(schools, rows));
    assertThat(evaluation.yuanPerYear()).containsEntry("travel", 16L).containsEntry("spread", 24L);
    assertThat(evaluation.objectiveYuan()).isEqualTo(evaluate().objectiveYuan());
    assertThat(evaluate().yuanPerYear()).doesNotContainKey("spread");
  }

  @Test
  void tellsNoSeatFromBeyondTheLimit() {
    rows.set(0, row("point-0-0", 100, ""));
    assertThat(evaluate().headline().pupilsWithoutSeat()).isEqualTo(100);
    assertThat(evaluate().headline().pupilsBeyondLimit()).isEqualTo(20);
  }

  @Test
  void breaksClassSizeAtTheFirstPupilTooMany() {
    rows.set(0, row("point-0-0", 100, "candidate-1"));
    RuleResult broken = only("class-size");
    assertThat(broken.subject()).isEqualTo("candidate-1");
    assertThat(broken.value()).isEqualTo(160);
    assertThat(broken.limit()).isEqualTo(135);
    assertThat(broken.clause()).isEqualTo("class_size.junior.max");
    assertThat(only("classes-by-grade").value()).isEqualTo(6);
    assertThat(Evaluator.isFeasible(problem, new int[] {1, 1, -1}, new int[] {3, 3})).isFalse();
  }

  @Test
  void failsASizeThatTheSiteCannotHaveAndPricesTheNextLarger() {
    schools.set(0, school("school-0", 4, 100));
    assertThat(only("site-size").value()).isEqualTo(4);
    assertThat(evaluate().headline().capitalYuan()).isEqualTo(29_000);
    assertThat(only("budget").limit()).isEqualTo(25_000);
  }

  @Test
  void failsASchoolOfTodayThatIsClosed() {
    schools.remove(0);
    assertThat(only("site-size").subject()).isEqualTo("school-0");
    assertThat(only("class-size").limit()).isZero();
    assertThat(evaluate().headline().pupilsWithoutSeat()).isEqualTo(100);
  }

  @Test
  void failsAWayBeyondTheLimitAndPricesItAsUnserved() {
    rows.set(1, row("point-1-0", 40, "school-0"));
    rows.set(2, row("point-1-1", 20, "school-0"));
    assertThat(evaluate().broken())
        .filteredOn(rule -> rule.rule().equals("travel-limit"))
        .extracting(RuleResult::subject)
        .containsExactly("county", "unit-1");
    assertThat(evaluate().headline().pupilsBeyondLimit()).isEqualTo(80);
    assertThat(evaluate().yuanPerYear()).containsEntry("unserved", 4_000L);
    assertThatThrownBy(
            () -> Evaluator.objectiveYuan(problem, new int[] {0, 0, -1}, new int[] {3, 3}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void failsPartsOfAUnitThatAreNotTogether() {
    rows.set(2, row("point-1-1", 20, ""));
    assertThat(brokenSubjects("assignment")).containsExactly("county", "point-1-0", "point-1-1");
    assertThat(evaluate().yuanPerYear())
        .containsEntry("travel", 10L + 20)
        .containsEntry("unserved", 1_000L + 1_000);
  }

  @Test
  void failsMissingDoubleUnknownAndMiscountedRows() {
    rows.set(0, row("point-0-0", 99, "school-0"));
    rows.add(row("point-1-0", 40, "candidate-1"));
    rows.add(row("nobody", 5, "school-0"));
    rows.remove(3);
    assertThat(brokenSubjects("assignment"))
        .containsExactly("county", "nobody", "point-0-0", "point-1-0", "point-2-0");
  }

  @Test
  void failsUnknownSchools() {
    schools.add(school("nowhere", 3, 0));
    rows.set(0, row("point-0-0", 100, "nowhere"));
    assertThat(only("site-size").subject()).isEqualTo("nowhere");
    assertThat(brokenSubjects("assignment")).containsExactly("county", "point-0-0");
  }

  @Test
  void survivesNumbersBeyondReason() {
    rows.set(0, row("point-0-0", Integer.MAX_VALUE, "school-0"));
    schools.set(0, school("school-0", Integer.MAX_VALUE, Integer.MIN_VALUE));
    schools.set(1, school("candidate-1", -3, 0));
    assertThat(evaluate().broken()).isNotEmpty();
    assertThat(evaluate().headline().pupils()).isEqualTo(180);
  }

  @Test
  void countsNewSchoolsAgainstTheirLimit() {
    PlacementProblem none =
        new TestProblem(Stage.JUNIOR).candidate(new Size(3, 0, 0)).newSchoolsAtMost(0).build();
    schools.remove(0);
    schools.set(0, school("candidate-0", 3, 0));
    Evaluation evaluation = Evaluator.evaluate(none, plan(schools, List.of()));
    assertThat(evaluation.broken()).extracting(RuleResult::rule).containsExactly("new-schools");
  }

  /** Blocks in a row, schools in the first two; today the schools have every other block. */
  private static final PlacementProblem BROKEN_TODAY = brokenToday();

  private static PlacementProblem brokenToday() {
    TestProblem row =
        new TestProblem(Stage.JUNIOR).existing(new Size(9, 0, 0)).existing(new Size(9, 0, 0));
    for (int unit = 0; unit < 4; unit++) {
      OptionalInt today = OptionalInt.of(unit % 2);
      row.unit(List.of(10), 900, today, 1, new Arc(0, 100, 10), new Arc(1, 100, 10));
    }
    return row.build()
        .contiguous(new Contiguity(new int[][] {{1}, {0, 2}, {1, 3}, {2}}, new int[] {0, 1}));
  }

  private static List<RuleResult> contiguous(String... schoolOfUnit) {
    List<Assignment> all = new ArrayList<>();
    for (int unit = 0; unit < schoolOfUnit.length; unit++) {
      all.add(row("point-" + unit + "-0", 10, schoolOfUnit[unit]));
    }
    List<SchoolYear> open = List.of(school("school-0", 9, 0), school("school-1", 9, 0));
    return Evaluator.evaluate(BROKEN_TODAY, plan(open, all)).rules().stream()
        .filter(rule -> rule.rule().equals("contiguous"))
        .toList();
  }

  private static RuleResult contiguous(String school, boolean passed, int loose) {
    return new RuleResult("contiguous", school, true, passed, loose, 1, "scenario");
  }

  @Test
  void listsZonesThatAreBrokenTodayAndLetsThemStay() {
    assertThat(contiguous("school-0", "school-1", "school-0", "school-1"))
        .containsExactly(contiguous("school-0", true, 1), contiguous("school-1", true, 1));
  }

  @Test
  void zoneThatIsBrokenMoreThanTodayFails() {
    assertThat(contiguous("school-0", "school-1", "school-0", "school-0"))
        .containsExactly(contiguous("school-0", false, 2), contiguous("school-1", true, 0));
  }

  @Test
  void zoneWithoutTheBlockOfItsSchoolIsLooseAsAWhole() {
    assertThat(contiguous("school-1", "school-0", "school-0", ""))
        .containsExactly(contiguous("school-0", false, 2), contiguous("school-1", true, 1));
  }

  private Evaluation evaluate() {
    return Evaluator.evaluate(problem, plan(schools, rows));
  }

  private RuleResult only(String rule) {
    List<RuleResult> broken =
        evaluate().broken().stream().filter(result -> result.rule().equals(rule)).toList();
    assertThat(broken).hasSize(1);
    return broken.get(0);
  }

  private List<String> brokenSubjects(String rule) {
    return evaluate().broken().stream()
        .filter(result -> result.rule().equals(rule))
        .map(RuleResult::subject)
        .toList();
  }

  private static SchoolYear school(String id, int classes, int pupils) {
    return new SchoolYear(id, Stage.JUNIOR, 2030, classes, pupils);
  }

  private static Assignment row(String point, int pupils, String school) {
    return school.isEmpty()
        ? new Assignment(
            point,
            GradeBand.G7_9,
            2030,
            pupils,
            Optional.empty(),
            OptionalInt.empty(),
            Optional.of(UnservedReason.NO_SEAT))
        : new Assignment(
            point,
            GradeBand.G7_9,
            2030,
            pupils,
            Optional.of(school),
            OptionalInt.of(100),
            Optional.empty());
  }

  private static Plan plan(List<SchoolYear> schools, List<Assignment> rows) {
    return new Plan(
        new Plan.Header(
            "plan", "data", "scenario", "0", 1, "", "standard", 2025, List.of(2030), "", "", ""),
        List.of(),
        schools,
        rows,
        List.of(),
        List.of(),
        new Plan.Certificate("by hand", 0, 0, 0, "nothing", true));
  }
}
