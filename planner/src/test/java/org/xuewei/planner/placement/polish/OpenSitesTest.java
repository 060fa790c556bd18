package org.xuewei.planner.placement.polish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.data.model.PlacementProblem.Size;
import org.xuewei.data.model.Stage;
import org.xuewei.data.model.StopSignal;
import org.xuewei.planner.TestProblem;
import org.xuewei.planner.TestProblem.Arc;
import org.xuewei.planner.placement.Villages;
import org.xuewei.planner.placement.bound.LinearRelaxation;
import org.xuewei.planner.placement.bound.PriceAscent;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.program.ProgramSolver;

class OpenSitesTest {
  private static final ProgramSolver SOLVER = new ProgramSolver(1);

  @AfterAll
  static void endProcesses() {
    SOLVER.close();
  }

  private static List<int[]> chosen(Instance instance, double leftEmpty) {
    LinearRelaxation linear = new LinearRelaxation(instance);
    linear.run(10, SOLVER, StopSignal.NEVER);
    PriceAscent ascent = new PriceAscent(instance, linear);
    ascent.ascend(60, Long.MAX_VALUE / 2, StopSignal.NEVER);
    return new OpenSites(instance, linear, ascent.reducedCosts())
        .choose(leftEmpty, 10, SOLVER, StopSignal.NEVER);
  }

  @Test
  void twoWholeSitesServeThreeVillages() {
    PlacementProblem villages =
        Villages.threeAround(30, new Size(3, 1_000, 0), new Size(6, 1_900, 0));
    int[] first = chosen(new Instance(villages), 0).get(0);
    assertThat(IntStream.of(first).filter(size -> size >= 0)).hasSize(2);
    assertThat(IntStream.of(first).filter(size -> size >= 0).map(size -> size % 2)).containsOnly(0);
  }

  /** The school's first size seats exactly all; once seats are to stay empty it must be larger. */
  @Test
  void seatsThatStayEmptyAskForALargerSize() {
    Instance instance =
        new Instance(
            new TestProblem(Stage.JUNIOR)
                .pupilsPerClass(30)
                .existing(new Size(3, 0, 0), new Size(6, 1_000, 0))
                .unit(List.of(45), 90_000, new Arc(0, 100, 10))
                .unit(List.of(45), 90_000, new Arc(0, 100, 10))
                .build());
    assertThat(chosen(instance, 0).get(0)).containsExactly(0);
    assertThat(chosen(instance, 0.1).get(0)).containsExactly(1);
  }
}
