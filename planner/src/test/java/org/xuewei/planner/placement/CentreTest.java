package org.xuewei.planner.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.xuewei.data.model.Aim;
import org.xuewei.data.model.Contiguity;
import org.xuewei.data.model.Objective;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.data.model.PlacementProblem.Size;
import org.xuewei.data.model.Progress;
import org.xuewei.data.model.Stage;
import org.xuewei.data.model.StopSignal;
import org.xuewei.planner.TestProblem;
import org.xuewei.planner.TestProblem.Arc;
import org.xuewei.planner.program.ProgramSolver;

class CentreTest {
  private static final Work SMALL = new Work(10, 1, 60, 20, 4, 40, 20_000, 3, 1);
  private static final ProgramSolver SOLVER = new ProgramSolver(1);

  private static PlacementResult solve(PlacementProblem problem) {
    return Centre.solve(problem, SMALL, SMALL, 7, StopSignal.NEVER, Progress.SILENT, SOLVER);
  }

  private static final int[] PUPILS = {10, 12, 11, 4, 9, 10, 8};
  private static final int[] METRES = {0, 1_000, 2_000, 2_600, 3_500, 4_500, 5_300};

  /** The ends are 5,300 m apart: with one school somebody walks at least to the middle village. */
  @Test
  void oneSchoolStandsNearestTheMiddleOfTheLine() {
    PlacementResult result = solve(Villages.uncapacitated(PUPILS, METRES, 1));
    assertThat(result.aim()).contains(new Aim(Objective.CENTRE, 2_700, 2_700));
    assertThat(result.classes(3)).isPositive();
  }

  /**
   * Schools at 1,000 and 4,500: 0-2,000 within 1,000, 2,600 within 1,600, the rest within 1,000.
   */
  @Test
  void twoSchoolsHalveTheLineAndTheRestOfThePlanIsCheap() {
    PlacementResult result = solve(Villages.uncapacitated(PUPILS, METRES, 2));
    Aim aim = result.aim().orElseThrow();
    assertThat(aim.value()).isEqualTo(1_600);
    assertThat(aim.bound()).isEqualTo(1_600);
    assertThat(result.lowerBoundYuan()).isLessThanOrEqualTo(result.objectiveYuan());
  }

  /** Four houses in a row; the second parcel can have no catchment, so that all go to the first. */
  @Test
  void siteThatCanHaveNoCatchmentIsNobodysCentre() {
    TestProblem row = new TestProblem(Stage.JUNIOR).pupilsPerClass(10);
    row.candidate(new Size(9, 0, 0)).candidate(new Size(9, 0, 0));
    for (int house = 0; house < 4; house++) {
      int toTheFirst = 100 * house;
      row.unit(List.of(10), 9_000, new Arc(0, toTheFirst, toTheFirst), new Arc(1, 50, 50));
    }
    int[][] touching = {{1}, {0, 2}, {1, 3}, {2}};
    Contiguity where = new Contiguity(touching, new int[] {0, Contiguity.NO_UNIT});
    PlacementResult result = solve(row.build().contiguous(where));
    assertThat(result.aim()).contains(new Aim(Objective.CENTRE, 300, 300));
    assertThat(result.classes(1)).isZero();
  }

  @Property(tries = 60)
  void optimumOfTinyWorldsLiesBetweenBoundAndValue(
      @ForAll @IntRange(max = 1_000_000) int seed,
      @ForAll @IntRange(min = 1, max = 5) int units,
      @ForAll @IntRange(min = 1, max = 4) int sites) {
    PlacementProblem problem = Villages.random(seed, units, sites);
    PlacementResult result = solve(problem);
    int[] found = IntStream.range(0, units).map(result::siteOf).toArray();
    Aim aim = result.aim().orElseThrow();
    OptionalInt least = leastGreatestWay(problem);
    assertThat(aim.value()).isEqualTo(greatest(problem, found));
    if (servesAll(problem, found)) {
      assertThat((long) least.getAsInt()).isBetween(aim.bound(), aim.value());
    }
  }

  private static OptionalInt leastGreatestWay(PlacementProblem problem) {
    int[] least = {Integer.MAX_VALUE};
    BruteForce.each(
        problem,
        (siteOf, classes) -> {
          if (servesAll(problem, siteOf)) {
            least[0] = Math.min(least[0], greatest(problem, siteOf));
          }
        });
    return least[0] == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(least[0]);
  }

  private static boolean servesAll(PlacementProblem problem, int[] siteOf) {
    return IntStream.range(0, siteOf.length)
        .allMatch(
            unit ->
                siteOf[unit] >= 0
                    || problem.units().get(unit).whyNoArc().isPresent()
                    || problem.units().get(unit).pupils() == 0);
  }

  private static int greatest(PlacementProblem problem, int[] siteOf) {
    return IntStream.range(0, siteOf.length)
        .filter(unit -> siteOf[unit] >= 0 && problem.units().get(unit).pupils() > 0)
        .map(unit -> problem.arcMetres(problem.findArc(unit, siteOf[unit])))
        .max()
        .orElse(0);
  }

  @Test
  void sameSeedSamePlan() {
    PlacementProblem problem = Villages.random(11, 8, 4);
    PlacementResult one = solve(problem);
    PlacementResult two = solve(problem);
    assertThat(IntStream.range(0, 8).map(two::siteOf).toArray())
        .isEqualTo(IntStream.range(0, 8).map(one::siteOf).toArray());
    assertThat(two.aim()).isEqualTo(one.aim());
    assertThat(one.reproducible()).isTrue();
  }

  @Test
  void stopGivesAPlanWithABoundThatHolds() {
    PlacementProblem problem = Villages.uncapacitated(PUPILS, METRES, 2);
    PlacementResult stopped =
        Centre.solve(problem, SMALL, SMALL, 7, () -> true, Progress.SILENT, SOLVER);
    assertThat(stopped.reproducible()).isFalse();
    assertThat(stopped.aim().orElseThrow().bound()).isLessThanOrEqualTo(1_600);
  }
}
