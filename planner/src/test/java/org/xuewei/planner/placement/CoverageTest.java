package org.xuewei.planner.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.xuewei.data.model.Aim;
import org.xuewei.data.model.Objective;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.data.model.Progress;
import org.xuewei.data.model.StopSignal;
import org.xuewei.planner.program.ProgramSolver;

class CoverageTest {
  private static final Work SMALL = new Work(10, 1, 60, 20, 4, 40, 20_000, 3, 1);
  private static final ProgramSolver SOLVER = new ProgramSolver(1);

  private static PlacementResult solve(PlacementProblem problem, int radiusMetres) {
    return Coverage.solve(
        problem, radiusMetres, SMALL, SMALL, 7, StopSignal.NEVER, Progress.SILENT, SOLVER);
  }

  /** Schools at 1,000 and 4,000 cover all but the 4 pupils at 2,500; nothing covers more. */
  @Test
  void twoSchoolsOnALineOfVillagesCoverBothEnds() {
    PlacementProblem problem =
        Villages.uncapacitated(
            new int[] {10, 12, 11, 4, 9, 10, 8},
            new int[] {500, 1_000, 1_500, 2_500, 3_500, 4_000, 4_500},
            2);
    PlacementResult result = solve(problem, 500);
    assertThat(result.aim()).contains(new Aim(Objective.coverage(500), 60, 60));
    assertThat(result.classes(1)).isPositive();
    assertThat(result.classes(5)).isPositive();
    assertThat(result.siteOf(3)).as("beyond the radius, but at a school").isIn(1, 5);
    assertThat(result.objectiveYuan()).isEqualTo(2 * 100 + 500 * (10 + 11 + 9 + 8) + 1_500 * 4);
  }

  @Test
  void oneSchoolMoreCoversEverybody() {
    int[] pupils = {10, 12, 11, 4, 9, 10, 8};
    int[] metres = {500, 1_000, 1_500, 2_500, 3_500, 4_000, 4_500};
    PlacementResult result = solve(Villages.uncapacitated(pupils, metres, 3), 500);
    assertThat(result.aim()).contains(new Aim(Objective.coverage(500), 64, 64));
    assertThat(result.aim().orElseThrow().gap()).isZero();
  }

  @Property(tries = 60)
  void optimumOfTinyWorldsLiesBetweenValueAndBound(
      @ForAll @IntRange(max = 1_000_000) int seed,
      @ForAll @IntRange(min = 1, max = 5) int units,
      @ForAll @IntRange(min = 1, max = 4) int sites,
      @ForAll @IntRange(max = 2_000) int radiusMetres) {
    PlacementProblem problem = Villages.random(seed, units, sites);
    PlacementResult result = solve(problem, radiusMetres);
    int[] found = IntStream.range(0, units).map(result::siteOf).toArray();
    long unserved = unserved(problem, found);
    long[] most = {0};
    BruteForce.each(
        problem,
        (siteOf, classes) -> {
          if (unserved(problem, siteOf) <= unserved) {
            most[0] = Math.max(most[0], covered(problem, siteOf, radiusMetres));
          }
        });
    Aim aim = result.aim().orElseThrow();
    assertThat(aim.value()).isEqualTo(covered(problem, found, radiusMetres));
    assertThat(aim.value()).isLessThanOrEqualTo(most[0]);
    assertThat(aim.bound()).isGreaterThanOrEqualTo(most[0]);
  }

  private static long unserved(PlacementProblem problem, int[] siteOf) {
    return IntStream.range(0, siteOf.length)
        .filter(unit -> siteOf[unit] < 0)
        .mapToLong(unit -> problem.units().get(unit).pupils())
        .sum();
  }

  private static long covered(PlacementProblem problem, int[] siteOf, int radiusMetres) {
    return IntStream.range(0, siteOf.length)
        .filter(unit -> siteOf[unit] >= 0)
        .filter(unit -> problem.arcMetres(problem.findArc(unit, siteOf[unit])) <= radiusMetres)
        .mapToLong(unit -> problem.units().get(unit).pupils())
        .sum();
  }

  @Test
  void sameSeedSamePlan() {
    PlacementProblem problem = Villages.random(5, 8, 4);
    PlacementResult one = solve(problem, 700);
    PlacementResult two = solve(problem, 700);
    assertThat(IntStream.range(0, 8).map(two::siteOf).toArray())
        .isEqualTo(IntStream.range(0, 8).map(one::siteOf).toArray());
    assertThat(two.aim()).isEqualTo(one.aim());
    assertThat(one.reproducible()).isTrue();
  }

  @Test
  void stopGivesAPlanWithABoundThatHolds() {
    PlacementProblem problem = Villages.random(5, 8, 4);
    PlacementResult stopped =
        Coverage.solve(problem, 700, SMALL, SMALL, 7, () -> true, Progress.SILENT, SOLVER);
    assertThat(stopped.reproducible()).isFalse();
    assertThat(stopped.aim().orElseThrow().bound())
        .isGreaterThanOrEqualTo(solve(problem, 700).aim().orElseThrow().value());
  }
}
