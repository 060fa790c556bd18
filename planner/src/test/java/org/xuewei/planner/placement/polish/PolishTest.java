package org.xuewei.planner.placement.polish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.data.model.StopSignal;
import org.xuewei.planner.placement.MaltaLikeProblem;
import org.xuewei.planner.placement.polish.Regions.Region;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.placement.state.Solution;
import org.xuewei.planner.program.ProgramSolver;

class PolishTest {
  private static final PlacementProblem PROBLEM =
      new MaltaLikeProblem(3, 200, 25, 60).build(60_000_000, 4);

  private final Instance instance = new Instance(PROBLEM);

  /** Units in their order go to the nearest school of today with seats left. */
  private Solution start() {
    Solution solution = new Solution(instance);
    for (int unit = 0; unit < instance.units; unit++) {
      for (int arc = instance.rowStart[unit]; arc < instance.rowStart[unit + 1]; arc++) {
        if (instance.existing[instance.arcSite[arc]] && solution.arcOf(unit) < 0) {
          solution.assign(unit, arc);
          if (!solution.isFeasible()) {
            solution.assign(unit, Solution.UNSERVED);
          }
        }
      }
    }
    return solution;
  }

  @Test
  void regionsDrawnTogetherHaveNothingInCommon() {
    Regions regions = new Regions(instance, start(), new SplittableRandom(1));
    int pairs = 0;
    for (int draw = 0; draw < 200; draw++) {
      List<Region> two = regions.draw(2, 6);
      if (two.size() == 2) {
        pairs++;
        assertThat(Collections.disjoint(two.get(0).sites(), two.get(1).sites())).isTrue();
        assertThat(Collections.disjoint(two.get(0).units(), two.get(1).units())).isTrue();
      }
    }
    assertThat(pairs).isGreaterThan(100);
  }

  @Test
  void improvesWithinTheLimitsAndAsOftenAsAskedInTheSameWay() {
    Solution one = polished(2);
    Solution again = polished(2);
    Solution oneAtATime = polished(1);
    assertThat(one.isFeasible()).isTrue();
    assertThat(one.yuan()).isLessThan(start().yuan());
    assertThat(one.opened()).isPositive();
    for (int unit = 0; unit < instance.units; unit++) {
      assertThat(again.arcOf(unit)).isEqualTo(one.arcOf(unit));
      assertThat(oneAtATime.arcOf(unit)).isEqualTo(one.arcOf(unit));
    }
  }

  private Solution polished(int processes) {
    try (ProgramSolver solver = new ProgramSolver(processes)) {
      Polish polish = new Polish(instance, start(), 9, solver);
      assertThat(polish.improve(7, StopSignal.NEVER)).isEqualTo(2);
      assertThat(polish.improve(1, StopSignal.NEVER)).isEqualTo(1);
      for (int batch = 0; batch < 8; batch++) {
        polish.improve(2, StopSignal.NEVER);
      }
      return polish.solution();
    }
  }

  @Test
  void doesNothingWhenNothingIsAskedOrAStopIs() {
    try (ProgramSolver solver = new ProgramSolver(1)) {
      Polish polish = new Polish(instance, start(), 9, solver);
      assertThat(polish.improve(0, StopSignal.NEVER)).isZero();
      assertThat(polish.improve(5, () -> true)).isZero();
    }
  }
}
