package org.xuewei.planner.placement.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.xuewei.data.model.PlacementProblem.Size;
import org.xuewei.data.model.Stage;
import org.xuewei.planner.TestProblem;
import org.xuewei.planner.TestProblem.Arc;
import org.xuewei.planner.placement.RandomProblems;

class InstanceTest {
  /** Eight classes seat 3 x 45 pupils of each band; one of the two classes left takes one more. */
  @Test
  void excessCountsPupilsBandByBandWhereGradesAreApart() {
    Instance instance = oneSchool(Stage.PRIMARY, 8);
    assertThat(instance.excess(0, new int[] {135, 135}, 0)).isZero();
    assertThat(instance.excess(0, new int[] {136, 136}, 0)).isZero();
    assertThat(instance.excess(0, new int[] {140, 135}, 0)).isEqualTo(3);
    assertThat(instance.excess(0, new int[] {247, 247}, 0)).isEqualTo(222);
  }

  @Test
  void excessCountsAllPupilsWhereGradesAreMixed() {
    assertThat(oneSchool(Stage.PRIMARY, 5).excess(0, new int[] {200, 40}, 0)).isEqualTo(15);
  }

  @Test
  void thereIsAnExcessExactlyWhereNoSizeHolds() {
    for (int seed = 0; seed < 300; seed++) {
      Instance instance = new Instance(RandomProblems.tiny(seed, 8, 4));
      Random random = new Random(seed);
      for (int site = 0; site < instance.sites; site++) {
        int[] pupils = random.ints(instance.bands, 0, 60).toArray();
        boolean holds = instance.cheapestSize(site, pupils, 0) != Instance.NO_SIZE;
        boolean largestHolds =
            instance.classNeed.fits(pupils, instance.sizeClasses[instance.largestSize(site)]);
        assertThat(instance.excess(site, pupils, 0) == 0).isEqualTo(largestHolds);
        assertThat(holds || !largestHolds).isTrue();
      }
    }
  }

  @Test
  void sizesThatStayCostTheSameWhateverPupilsTheyHold() {
    Instance instance =
        new Instance(
            new TestProblem(Stage.JUNIOR)
                .pupilsPerClass(10)
                .existing(new Size(3, 0, 0), new Size(6, 500, 5), new Size(9, 900, 9))
                .unit(List.of(30), 9_000, new Arc(0, 100, 1))
                .unit(List.of(40), 9_000, new Arc(0, 100, 2))
                .build());
    Instance fixed = instance.atSizes(new int[] {1});
    Solution solution = new Solution(fixed);
    solution.assign(0, 0);
    assertThat(solution.yuan()).isEqualTo(500 + 1 + 9_000);
    solution.assign(1, 1);
    assertThat(solution.yuan()).isEqualTo(500 + 1 + 2);
    assertThat(solution.overload()).isEqualTo(10);
    assertThat(solution.in(instance).yuan()).isEqualTo(900 + 1 + 2);
    assertThat(solution.in(instance).isFeasible()).isTrue();
  }

  private static Instance oneSchool(Stage stage, int classes) {
    return new Instance(
        new TestProblem(stage)
            .pupilsPerClass(45)
            .existing(new Size(classes, 0, 0))
            .unit(List.of(1, 1), 9_000, new Arc(0, 100, 1))
            .build());
  }
}
