package org.xuewei.planner.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.xuewei.data.model.Contiguity;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.data.model.PlacementProblem.Size;
import org.xuewei.data.model.Plan.UnservedReason;
import org.xuewei.data.model.Progress;
import org.xuewei.data.model.Scenario.Effort;
import org.xuewei.data.model.Stage;
import org.xuewei.data.model.StopSignal;
import org.xuewei.planner.TestProblem;
import org.xuewei.planner.TestProblem.Arc;

class ContiguousReachTest {
  private static final int[][] ROW_OF_THREE = {{1}, {0, 2}, {1}};

  /** Three units in a row; the middle one has no way to the school that lies in the first. */
  private static TestProblem row(int pupilsOfTheMiddle, Arc... waysOfTheMiddle) {
    return new TestProblem(Stage.JUNIOR)
        .pupilsPerClass(10)
        .existing(new Size(2, 0, 0))
        .unit(List.of(5), 500, new Arc(0, 0, 0))
        .unit(List.of(pupilsOfTheMiddle), 500, waysOfTheMiddle)
        .unit(List.of(5), 500, new Arc(0, 200, 20));
  }

  private static PlacementProblem inARow(TestProblem problem, int home) {
    return problem.build().contiguous(new Contiguity(ROW_OF_THREE, new int[] {home}));
  }

  @Test
  void unitBehindOneOutOfReachHasNoWayAndSaysWhy() {
    PlacementProblem pruned = inARow(row(5), 0);
    assertThat(pruned.arcs()).isEqualTo(1);
    assertThat(pruned.units().get(1).whyNoArc()).contains(UnservedReason.BEYOND_LIMIT);
    assertThat(pruned.units().get(2).whyNoArc()).contains(UnservedReason.NO_CONTIGUOUS_CATCHMENT);
  }

  /** 21 pupils, where the school has at most 20 seats. */
  @Test
  void siteWithoutAHomeUnitGetsNobody() {
    PlacementProblem problem = inARow(row(5, new Arc(0, 100, 10)), Contiguity.NO_UNIT);
    PlacementResult result =
        Placement.solve(problem, Effort.QUICK, 1, StopSignal.NEVER, Progress.SILENT);
    assertThat(List.of(result.siteOf(0), result.siteOf(1), result.siteOf(2)))
        .containsExactly(-1, -1, -1);
    assertThat(result.gap()).isZero();
  }
}
