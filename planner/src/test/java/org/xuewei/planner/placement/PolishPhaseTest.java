package org.xuewei.planner.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.xuewei.data.model.Progress;
import org.xuewei.data.model.StopSignal;
import org.xuewei.planner.placement.bound.LinearRelaxation;
import org.xuewei.planner.placement.bound.PriceAscent;
import org.xuewei.planner.placement.bound.ReducedCosts;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.placement.state.Solution;
import org.xuewei.planner.program.ProgramSolver;

class PolishPhaseTest {
  private static final ProgramSolver SOLVER = Placement.programSolver();

  private static final Instance ONE_OF_TWO = OneOfTwo.build();

  @AfterAll
  static void end() {
    SOLVER.close();
  }

  private static ReducedCosts costs() {
    PriceAscent ascent = new PriceAscent(ONE_OF_TWO, new LinearRelaxation(ONE_OF_TWO));
    ascent.ascend(30, Long.MAX_VALUE / 2, StopSignal.NEVER);
    return ascent.reducedCosts();
  }

  /** The units that are named at a candidate, the others without a place. */
  private static Solution at(int site, int... units) {
    Solution solution = new Solution(ONE_OF_TWO);
    IntStream.of(units).forEach(unit -> solution.assign(unit, ONE_OF_TWO.arcTo(unit, site)));
    return solution;
  }

  private static PolishPhase phase(int most, List<Long> reported) {
    return new PolishPhase(
        ONE_OF_TWO,
        costs(),
        SOLVER,
        most,
        1,
        Progress.SILENT.start("", 0),
        best -> reported.add(best.yuan()));
  }

  @Test
  void bestIsFoundFromWhicheverSolutionItTakes() {
    List<Long> reported = new ArrayList<>();
    Solution best = phase(200, reported).run(at(1, 0, 1, 2), List.of(at(2, 0)), StopSignal.NEVER);
    assertThat(best.isFeasible()).isTrue();
    assertThat(best.yuan()).isEqualTo(500 + 10 + 10 + 5);
    assertThat(reported).isSortedAccordingTo((one, other) -> Long.compare(other, one));
  }

  @Test
  void neverMoreNeighbourhoodsThanAllowed() {
    PolishPhase phase = phase(2, new ArrayList<>());
    phase.run(at(1, 0, 1), List.of(at(2, 0)), StopSignal.NEVER);
    assertThat(phase.left()).isBetween(0, 1);
  }

  @Test
  void solutionThatBreaksLimitsIsLeftOut() {
    Solution both = at(1, 0);
    both.assign(1, ONE_OF_TWO.arcTo(1, 2));
    assertThat(both.isFeasible()).isFalse();
    Solution best = phase(200, new ArrayList<>()).run(at(1, 0, 1), List.of(both), StopSignal.NEVER);
    assertThat(best.isFeasible()).isTrue();
  }

  @Test
  void stoppedAtOnceItReturnsTheFirst() {
    Solution first = at(1, 0, 1);
    Solution best = phase(200, new ArrayList<>()).run(first, List.of(at(2, 0)), () -> true);
    assertThat(best.yuan()).isEqualTo(first.yuan());
  }
}
