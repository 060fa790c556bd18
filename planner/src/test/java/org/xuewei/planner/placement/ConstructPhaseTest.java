package org.xuewei.planner.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.data.model.PlacementProblem.Size;
import org.xuewei.data.model.Progress;
import org.xuewei.data.model.Stage;
import org.xuewei.data.model.StopSignal;
import org.xuewei.planner.TestProblem;
import org.xuewei.planner.TestProblem.Arc;
import org.xuewei.planner.evaluate.Evaluator;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.placement.state.Solution;

class ConstructPhaseTest {
  private static Solution construct(Instance instance, StopSignal stop) {
    return ConstructPhase.run(instance, 1, Progress.SILENT.start("", 0), stop);
  }

  private static long unserved(Instance instance, Solution solution) {
    return IntStream.range(0, instance.units).filter(unit -> solution.siteOf(unit) < 0).count();
  }

  /** Today's school seats one of three units; of two sites only the second has seats for two. */
  @Test
  void siteOpensThatSeatsThoseWithoutPlace() {
    Instance instance =
        new Instance(
            new TestProblem(Stage.JUNIOR)
                .pupilsPerClass(10)
                .newSchoolsAtMost(1)
                .existing(new Size(1, 0, 0))
                .candidate(new Size(1, 300, 0))
                .candidate(new Size(2, 500, 0))
                .unit(List.of(10), 9_000, new Arc(0, 100, 5))
                .unit(List.of(10), 9_000, new Arc(1, 100, 10), new Arc(2, 100, 40))
                .unit(List.of(10), 9_000, new Arc(1, 100, 10), new Arc(2, 100, 60))
                .build());
    Solution first = construct(instance, StopSignal.NEVER);
    assertThat(first.isFeasible()).isTrue();
    assertThat(first.yuan()).isEqualTo(500 + 5 + 40 + 60);
  }

  @Test
  void everyUnitOfATownWithSeatsForAllHasAPlace() {
    Instance instance =
        new Instance(new MaltaLikeProblem(3, 120, 14, 40).build(Long.MAX_VALUE, 40));
    Solution first = construct(instance, StopSignal.NEVER);
    assertThat(first.isFeasible()).isTrue();
    assertThat(unserved(instance, first))
        .isEqualTo(
            IntStream.range(0, instance.units)
                .filter(unit -> instance.rowStart[unit] == instance.rowStart[unit + 1])
                .count());
  }

  @Test
  void catchmentsHangTogetherAndNoneIsOverfull() {
    PlacementProblem town = GridTown.build(7, 10, 8, 5, true, 0.9);
    Instance instance = new Instance(town);
    Solution first = construct(instance, StopSignal.NEVER);
    int[] siteOf = IntStream.range(0, instance.units).map(first::siteOf).toArray();
    assertThat(first.isFeasible()).isTrue();
    assertThat(Evaluator.brokenCatchments(town, siteOf)).isZero();
    assertThat(unserved(instance, first)).isLessThan(instance.units / 4);
  }

  @Test
  void stoppedAtOnceItStillKeepsAllLimits() {
    Instance instance = new Instance(new MaltaLikeProblem(3, 120, 14, 40).build(20_000_000, 2));
    Solution first = construct(instance, () -> true);
    assertThat(first.isFeasible()).isTrue();
    assertThat(unserved(instance, first)).isLessThan(instance.units);
  }
}
