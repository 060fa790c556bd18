package org.xuewei.planner.placement.construct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.xuewei.data.model.PlacementProblem.Size;
import org.xuewei.data.model.Stage;
import org.xuewei.planner.TestProblem;
import org.xuewei.planner.TestProblem.Arc;
import org.xuewei.planner.placement.RandomProblems;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.placement.state.Solution;

class FillTest {
  private static double[] yuan(Instance instance) {
    double[] yuan = new double[instance.arcYuan.length];
    for (int arc = 0; arc < yuan.length; arc++) {
      yuan[arc] = instance.arcYuan[arc];
    }
    return yuan;
  }

  /** Both units want site 0, which seats one; the second has the longer way to site 1. */
  @Test
  void unitWithMoreRegretGoesFirst() {
    Instance instance =
        new Instance(
            new TestProblem(Stage.JUNIOR)
                .pupilsPerClass(10)
                .existing(new Size(3, 0, 0))
                .existing(new Size(3, 0, 0))
                .unit(List.of(30), 9_000, new Arc(0, 100, 1), new Arc(1, 100, 2))
                .unit(List.of(30), 9_000, new Arc(0, 100, 1), new Arc(1, 100, 50))
                .build());
    Solution filled = RegretFill.fill(instance, new int[] {0, 1}, yuan(instance));
    assertThat(filled.siteOf(0)).isEqualTo(1);
    assertThat(filled.siteOf(1)).isZero();
  }

  @Test
  void fillingKeepsLimitsAndChosenSizes() {
    int assigned = 0;
    for (int seed = 0; seed < 300; seed++) {
      Instance instance = new Instance(RandomProblems.tiny(seed, 8, 4));
      Random random = new Random(seed);
      int[] sizeOf = new int[instance.sites];
      for (int site = 0; site < sizeOf.length; site++) {
        int sizes = instance.sizeStart[site + 1] - instance.sizeStart[site];
        boolean open = instance.existing[site] || random.nextBoolean();
        sizeOf[site] = open ? instance.sizeStart[site] + random.nextInt(sizes) : Instance.CLOSED;
      }
      Solution filled = RegretFill.fill(instance, sizeOf, yuan(instance));
      assertThat(filled.isFeasible()).isTrue();
      for (int unit = 0; unit < instance.units; unit++) {
        int site = filled.siteOf(unit);
        if (site >= 0) {
          assigned++;
          assertThat(instance.sizeClasses[filled.sizeOf(site)])
              .isLessThanOrEqualTo(instance.sizeClasses[sizeOf[site]]);
        }
      }
    }
    assertThat(assigned).isPositive();
  }

  /** 30 seats, 51 pupils: the unit of 24 undoes the excess of 21 alone, that of 18 does not. */
  @Test
  void oneUnitThatUndoesTheExcessLeaves() {
    Instance instance =
        new Instance(
            new TestProblem(Stage.JUNIOR)
                .pupilsPerClass(10)
                .existing(new Size(3, 0, 0))
                .unit(List.of(9), 300, new Arc(0, 100, 1))
                .unit(List.of(24), 800, new Arc(0, 100, 1))
                .unit(List.of(18), 600, new Arc(0, 100, 1))
                .build());
    Solution solution = new Solution(instance);
    for (int unit = 0; unit < instance.units; unit++) {
      solution.assign(unit, instance.rowStart[unit]);
    }
    Eviction.run(instance, solution);
    assertThat(solution.overload()).isZero();
    assertThat(solution.siteOf(1)).isEqualTo(-1);
    assertThat(solution.siteOf(0)).isZero();
    assertThat(solution.siteOf(2)).isZero();
  }
}
