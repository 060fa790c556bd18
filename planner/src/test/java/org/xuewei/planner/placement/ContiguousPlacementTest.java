package org.xuewei.planner.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.xuewei.data.model.Contiguity;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.data.model.PlacementProblem.Size;
import org.xuewei.data.model.Progress;
import org.xuewei.data.model.Stage;
import org.xuewei.data.model.StopSignal;
import org.xuewei.planner.TestProblem;
import org.xuewei.planner.TestProblem.Arc;
import org.xuewei.planner.evaluate.Evaluator;
import org.xuewei.planner.placement.state.Connectivity;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.placement.state.Solution;
import org.xuewei.planner.program.ProgramSolver;

class ContiguousPlacementTest {
  private static final Work SMALL = new Work(5, 1, 80, 200, 4, 40, 20_000, 8, 1);

  private static final ProgramSolver SOLVER = new ProgramSolver(2);

  private static PlacementResult solve(PlacementProblem problem, StopSignal stop) {
    return Placement.solve(problem, SMALL, 7, stop, Progress.SILENT, SOLVER);
  }

  private static int[] siteOf(PlacementProblem problem, PlacementResult result) {
    return IntStream.range(0, problem.units().size()).map(result::siteOf).toArray();
  }

  @Property(tries = 40)
  void optimumOfTinyTownsLiesBetweenBoundAndObjective(
      @ForAll @IntRange(max = 1_000_000) int seed,
      @ForAll @IntRange(min = 1, max = 3) int sites,
      @ForAll boolean candidates) {
    PlacementProblem problem = GridTown.build(seed, 4, 2, sites, candidates, 0.9);
    long optimum = BruteForce.optimum(problem).getAsLong();
    PlacementResult result = solve(problem, StopSignal.NEVER);
    assertThat(result.lowerBoundYuan()).isLessThanOrEqualTo(optimum);
    assertThat(result.objectiveYuan()).isGreaterThanOrEqualTo(optimum);
    assertThat(Evaluator.brokenCatchments(problem, siteOf(problem, result))).isZero();
  }

  /** Some blocks hang together with no school: rivers without bridges, islands. */
  @Property(tries = 30)
  void optimumOfDividedTownsLiesBetweenBoundAndObjective(
      @ForAll @IntRange(max = 1_000_000) int seed,
      @ForAll @IntRange(min = 1, max = 3) int sites,
      @ForAll boolean candidates) {
    PlacementProblem town = GridTown.build(seed, 4, 2, sites, candidates, 0.9);
    PlacementProblem divided =
        town.contiguous(divided(town.contiguity().orElseThrow(), new Random(seed)));
    PlacementResult result = solve(divided, StopSignal.NEVER);
    long decided = BruteForce.optimum(divided).getAsLong() - result.fixedYuan();
    assertThat(result.lowerBoundYuan()).isLessThanOrEqualTo(decided);
    assertThat(result.objectiveYuan()).isGreaterThanOrEqualTo(decided);
    for (int unit = 0; unit < divided.units().size(); unit++) {
      boolean isCutOff = divided.units().get(unit).whyNoArc().isPresent();
      assertThat(isCutOff && result.siteOf(unit) >= 0).isFalse();
    }
  }

  /** About half of the borders can no more be crossed. */
  private static Contiguity divided(Contiguity where, Random random) {
    boolean[][] touch = new boolean[where.units()][where.units()];
    for (int unit = 0; unit < where.units(); unit++) {
      for (int k = where.start(unit); k < where.start(unit + 1); k++) {
        int other = where.neighbour(k);
        touch[unit][other] = unit < other ? random.nextBoolean() : touch[other][unit];
      }
    }
    int[][] neighbours = new int[where.units()][];
    for (int unit = 0; unit < neighbours.length; unit++) {
      boolean[] row = touch[unit];
      neighbours[unit] = IntStream.range(0, row.length).filter(other -> row[other]).toArray();
    }
    return new Contiguity(
        neighbours, IntStream.range(0, where.sites()).map(where::homeUnit).toArray());
  }

  @Test
  void townOfFixedSchoolsIsServedWithinSeatsByConnectedCatchments() {
    PlacementProblem problem = GridTown.build(5, 12, 10, 6, false, 0.93);
    PlacementResult result = solve(problem, StopSignal.NEVER);
    int[] siteOf = siteOf(problem, result);
    assertThat(siteOf).doesNotContain(-1);
    assertThat(Evaluator.brokenCatchments(problem, siteOf)).isZero();
    assertThat(result.gap()).isLessThan(0.05);
  }

  /**
   * Three blocks in a row, schools in the first two: the last block would go to the first school
   * for nothing, but only the second, for 100, and the whole row, for 500, hang together.
   */
  @Test
  void boundKnowsThatCatchmentsHangTogether() {
    PlacementProblem problem =
        new TestProblem(Stage.JUNIOR)
            .pupilsPerClass(1)
            .existing(new Size(9, 0, 0))
            .existing(new Size(9, 0, 0))
            .unit(List.of(1), 10_000, new Arc(0, 0, 0))
            .unit(List.of(1), 10_000, new Arc(0, 100, 500), new Arc(1, 0, 0))
            .unit(List.of(1), 10_000, new Arc(0, 0, 0), new Arc(1, 100, 100))
            .build()
            .contiguous(new Contiguity(new int[][] {{1}, {0, 2}, {1}}, new int[] {0, 1}));
    PlacementResult result = solve(problem, StopSignal.NEVER);
    assertThat(siteOf(problem, result)).containsExactly(0, 1, 1);
    assertThat(result.lowerBoundYuan()).isEqualTo(100);
  }

  /** The one size of the only candidate costs capital that is not there. */
  @Test
  void candidateBeyondTheBudgetStaysClosed() {
    PlacementProblem problem =
        new TestProblem(Stage.JUNIOR)
            .pupilsPerClass(1)
            .existing(new Size(9, 0, 0))
            .candidate(new Size(9, 1, 1_000))
            .unit(List.of(6), 60_000, new Arc(0, 0, 0), new Arc(1, 100, 60))
            .unit(List.of(6), 60_000, new Arc(0, 100, 60), new Arc(1, 0, 0))
            .budget(999)
            .build()
            .contiguous(new Contiguity(new int[][] {{1}, {0}}, new int[] {0, 1}));
    PlacementResult result = solve(problem, StopSignal.NEVER);
    assertThat(siteOf(problem, result)).containsExactly(0, -1);
    assertThat(result.classes(1)).isZero();
  }

  /** Every other block is the other school's today, and staying would be free. */
  @Test
  void planConnectsZonesThatAreBrokenToday() {
    TestProblem row =
        new TestProblem(Stage.JUNIOR).existing(new Size(9, 0, 0)).existing(new Size(9, 0, 0));
    int[] today = {0, 1, 0, 1};
    for (int site : today) {
      row.unit(
          List.of(10),
          9_000,
          OptionalInt.of(site),
          1,
          new Arc(site, 100, 0),
          new Arc(1 - site, 100, 500));
    }
    PlacementProblem problem =
        row.build()
            .contiguous(new Contiguity(new int[][] {{1}, {0, 2}, {1, 3}, {2}}, new int[] {0, 1}));
    assertThat(Evaluator.brokenCatchments(problem, today)).isEqualTo(2);
    assertThat(siteOf(problem, solve(problem, StopSignal.NEVER))).containsExactly(0, 1, 1, 1);
  }

  /** Two parcels in one block: only one of them can have it, and the other stays closed. */
  @Test
  void sitesOfOneBlockAreNotBothUsed() {
    PlacementProblem problem =
        new TestProblem(Stage.JUNIOR)
            .pupilsPerClass(1)
            .candidate(new Size(6, 1, 0))
            .candidate(new Size(6, 1, 0))
            .unit(List.of(6), 60_000, new Arc(0, 0, 0), new Arc(1, 0, 0))
            .unit(List.of(6), 60_000, new Arc(0, 100, 60), new Arc(1, 100, 60))
            .build()
            .contiguous(new Contiguity(new int[][] {{1}, {0}}, new int[] {0, 0}));
    PlacementResult result = solve(problem, StopSignal.NEVER);
    assertThat(siteOf(problem, result)).contains(-1).containsAnyOf(0, 1);
    assertThat(result.objectiveYuan()).isEqualTo(BruteForce.optimum(problem).getAsLong());
  }

  @Test
  void equalSeedsGiveEqualCatchments() {
    PlacementProblem problem = GridTown.build(6, 12, 10, 6, true, 0.8);
    assertThat(siteOf(problem, solve(problem, StopSignal.NEVER)))
        .isEqualTo(siteOf(problem, solve(problem, StopSignal.NEVER)));
  }

  @Property(tries = 20)
  void stoppedAtAnyMomentThePlanIsValid(@ForAll @IntRange(max = 400) int questions) {
    PlacementProblem problem = GridTown.build(7, 10, 8, 5, true, 0.9);
    int[] left = {questions};
    PlacementResult result =
        solve(
            problem,
            () -> {
              synchronized (left) {
                return left[0]-- <= 0;
              }
            });
    assertThat(Evaluator.brokenCatchments(problem, siteOf(problem, result))).isZero();
    assertThat(result.lowerBoundYuan()).isLessThanOrEqualTo(result.objectiveYuan());
  }

  @Property(tries = 200)
  void unitMayLeaveExactlyWhenNoCatchmentBreaks(@ForAll @IntRange(max = 1_000_000) int seed) {
    PlacementProblem problem = GridTown.build(seed, 5, 4, 3, false, 0.5);
    Contiguity where = problem.contiguity().orElseThrow();
    Instance instance = new Instance(problem);
    Solution solution = grown(instance, where, new Random(seed));
    Connectivity connectivity = new Connectivity(where);
    for (int unit = 0; unit < instance.units; unit++) {
      int arc = solution.arcOf(unit);
      boolean may = connectivity.mayLeave(solution, unit);
      solution.assign(unit, Solution.UNSERVED);
      int broken = Evaluator.brokenCatchments(problem, siteOf(solution, instance));
      solution.assign(unit, arc);
      boolean lastOfItsSite = arc >= 0 && solution.unitsAt(instance.arcSite[arc]) == 1;
      assertThat(may || lastOfItsSite).isEqualTo(broken == 0);
    }
  }

  /** Connected catchments of random shape. */
  private static Solution grown(Instance instance, Contiguity where, Random random) {
    Solution solution = new Solution(instance);
    for (int site = 0; site < instance.sites; site++) {
      solution.assign(where.homeUnit(site), instance.arcTo(where.homeUnit(site), site));
    }
    for (int draw = 0; draw < 200; draw++) {
      int unit = random.nextInt(instance.units);
      int beside = where.neighbour(where.start(unit) + random.nextInt(2));
      if (solution.arcOf(unit) < 0 && solution.arcOf(beside) >= 0) {
        solution.assign(unit, instance.arcTo(unit, solution.siteOf(beside)));
      }
    }
    return solution;
  }

  private static int[] siteOf(Solution solution, Instance instance) {
    return IntStream.range(0, instance.units).map(solution::siteOf).toArray();
  }
}
