package org.xuewei.planner.placement.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.optaplanner.core.config.solver.EnvironmentMode;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.data.model.PlacementProblem.Size;
import org.xuewei.data.model.Stage;
import org.xuewei.data.model.StopSignal;
import org.xuewei.planner.TestProblem;
import org.xuewei.planner.TestProblem.Arc;
import org.xuewei.planner.placement.BruteForce;
import org.xuewei.planner.placement.MaltaLikeProblem;
import org.xuewei.planner.placement.RandomProblems;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.placement.state.Solution;

class LocalSearchTest {
  private static final long FEW = 20_000;

  private static Solution improve(Instance instance, Solution start) {
    return LocalSearch.improve(instance, start, FEW, Annealings.hot(instance), 7, StopSignal.NEVER);
  }

  private static Instance smallMalta(long budget, int newSchools) {
    return new Instance(new MaltaLikeProblem(3, 120, 4, 40).build(budget, newSchools));
  }

  @ParameterizedTest
  @MethodSource("tinyProblems")
  void reachesTheOptimumOfTinyProblems(PlacementProblem problem) {
    Instance instance = new Instance(problem);
    Solution best =
        LocalSearch.improve(
            instance,
            new Solution(instance),
            50_000,
            Annealings.hot(instance),
            7,
            StopSignal.NEVER);
    Indices indices = Indices.of(instance, best);
    assertThat(indices.isFeasible()).isTrue();
    assertThat(best.yuan()).isEqualTo(indices.yuan());
    assertThat(best.yuan()).isEqualTo(BruteForce.optimum(problem).getAsLong());
  }

  static Stream<PlacementProblem> tinyProblems() {
    return IntStream.range(0, 150)
        .mapToObj(seed -> RandomProblems.tiny(seed, 1 + seed % 6, 1 + seed / 6 % 4));
  }

  @Test
  void A01_EveryMoveIsUndoneExactly() {
    Instance instance = smallMalta(60_000_000, 2);
    Solution start = new Solution(instance);
    Solution best =
        LocalSearch.improve(
            instance,
            start,
            5_000,
            Annealings.hot(instance),
            7,
            StopSignal.NEVER,
            EnvironmentMode.FULL_ASSERT);
    assertThat(best.yuan()).isLessThan(start.yuan());
    assertThat(Indices.of(instance, best).isFeasible()).isTrue();
    assertThat(Indices.of(instance, best).yuan()).isEqualTo(best.yuan());
  }

  @Test
  void A02_EqualSeedsEqualResults() {
    Instance instance = smallMalta(60_000_000, 2);
    Solution start = new Solution(instance);
    Solution one = improve(instance, start);
    Solution two = improve(instance, start);
    assertThat(Indices.of(instance, two).siteOf()).isEqualTo(Indices.of(instance, one).siteOf());
    assertThat(two.yuan()).isEqualTo(one.yuan());
  }

  @Test
  void A03_StartStaysAsItIs() {
    Instance instance = smallMalta(60_000_000, 2);
    Solution start = new Solution(instance);
    long before = start.yuan();
    improve(instance, start);
    assertThat(start.yuan()).isEqualTo(before);
  }

  @Test
  void A04_NeverWorseThanTheStart() {
    Instance instance = smallMalta(60_000_000, 2);
    Solution good = improve(instance, new Solution(instance));
    for (long calculations = 0; calculations < 500; calculations += 50) {
      Solution best =
          LocalSearch.improve(
              instance, good, calculations, Annealings.hot(instance), 8, StopSignal.NEVER);
      assertThat(best.yuan()).isLessThanOrEqualTo(good.yuan());
    }
  }

  @Test
  void B01_StopSignalEndsTheSearch() {
    Instance instance = smallMalta(60_000_000, 2);
    AtomicInteger questions = new AtomicInteger();
    StopSignal stop = () -> questions.incrementAndGet() > 3;
    Solution best =
        LocalSearch.improve(
            instance, new Solution(instance), Long.MAX_VALUE, Annealings.hot(instance), 7, stop);
    assertThat(Indices.of(instance, best).isFeasible()).isTrue();
    assertThat(questions.get()).isGreaterThan(3);
  }

  @Test
  void B02_StopFromTheBeginningGivesTheStart() {
    Instance instance = smallMalta(60_000_000, 2);
    Solution start = new Solution(instance);
    Solution best =
        LocalSearch.improve(
            instance, start, Long.MAX_VALUE, Annealings.hot(instance), 7, () -> true);
    assertThat(best.yuan()).isEqualTo(start.yuan());
  }

  @Test
  void B03_UnitWithoutAnArcIsLeftAlone() {
    Instance instance =
        new Instance(
            new TestProblem(Stage.JUNIOR)
                .existing(new Size(3, 0, 0))
                .unit(List.of(90), 900_000)
                .unit(List.of(90), 900_000, new Arc(0, 400, 700))
                .build());
    Solution best = improve(instance, new Solution(instance));
    assertThat(best.arcOf(0)).isEqualTo(Solution.UNSERVED);
    assertThat(best.yuan()).isEqualTo(900_000 + 700);
  }

  @Test
  void B04_NoArcsAtAll() {
    Instance instance =
        new Instance(new TestProblem(Stage.JUNIOR).unit(List.of(90), 900_000).build());
    assertThat(improve(instance, new Solution(instance)).yuan()).isEqualTo(900_000);
  }

  @Test
  void B05_OneSchoolOneUnitEnds() {
    Instance instance =
        new Instance(
            new TestProblem(Stage.JUNIOR)
                .existing(new Size(3, 0, 0))
                .unit(List.of(90), 900_000, new Arc(0, 400, 700))
                .build());
    assertThat(improve(instance, new Solution(instance)).yuan()).isEqualTo(700);
  }

  @Test
  void C01_MovesABadlyChosenSchoolWhenNoMoreMayBeBuilt() {
    Instance instance = new Instance(twoTowns().newSchoolsAtMost(1).build());
    Solution best = improve(instance, servedBy(instance, 0));
    assertThat(best.isClosed(0)).isTrue();
    assertThat(best.unitsAt(1)).isEqualTo(12);
    assertThat(best.opened()).isEqualTo(1);
    assertThat(best.yuan()).isEqualTo(2_000 + 12 * 10 + 4 * 200_000);
  }

  @Test
  void C02_MovesABadlyChosenSchoolWhenTheBudgetIsSpent() {
    Instance instance = new Instance(twoTowns().budget(30_000).build());
    Solution best = improve(instance, servedBy(instance, 0));
    assertThat(best.isClosed(0)).isTrue();
    assertThat(best.unitsAt(1)).isEqualTo(12);
    assertThat(best.capital()).isEqualTo(20_000);
  }

  @Test
  void C03_BuildsBothWhenBothMayBeBuilt() {
    Instance instance = new Instance(twoTowns().newSchoolsAtMost(2).budget(40_000).build());
    Solution best = improve(instance, servedBy(instance, 0));
    assertThat(best.yuan()).isEqualTo(2 * 2_000 + 16 * 10);
  }

  @Test
  void C04_KeepsTheBudget() {
    Instance instance = smallMalta(20_000_000, 3);
    Solution free = improve(smallMalta(Long.MAX_VALUE, 3), new Solution(instance));
    Solution best = improve(instance, new Solution(instance));
    assertThat(free.capital()).isGreaterThan(20_000_000);
    assertThat(best.capital()).isLessThanOrEqualTo(20_000_000);
    assertThat(Indices.of(instance, best).isFeasible()).isTrue();
  }

  @Test
  void C05_RefusesAStartThatBreaksLimits() {
    Instance instance = new Instance(twoTowns().newSchoolsAtMost(0).build());
    Solution start = servedBy(instance, 0);
    assertThatThrownBy(() -> improve(instance, start)).isInstanceOf(IllegalArgumentException.class);
  }

  /** Four units in the town of candidate 0, twelve in the town of candidate 1. */
  private static TestProblem twoTowns() {
    TestProblem problem =
        new TestProblem(Stage.JUNIOR)
            .candidate(new Size(6, 2_000, 20_000))
            .candidate(new Size(6, 2_000, 20_000));
    for (int unit = 0; unit < 16; unit++) {
      problem.unit(List.of(20), 200_000, new Arc(unit < 4 ? 0 : 1, 100, 10));
    }
    return problem;
  }

  private static Solution servedBy(Instance instance, int site) {
    Solution solution = new Solution(instance);
    for (int k = instance.columnStart[site]; k < instance.columnStart[site + 1]; k++) {
      solution.assign(instance.arcUnit[instance.columnArc[k]], instance.columnArc[k]);
    }
    return solution;
  }
}
