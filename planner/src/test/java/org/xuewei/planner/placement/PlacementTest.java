package org.xuewei.planner.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.data.model.PlacementProblem.Size;
import org.xuewei.data.model.Progress;
import org.xuewei.data.model.Scenario.Effort;
import org.xuewei.data.model.Stage;
import org.xuewei.data.model.StopSignal;
import org.xuewei.planner.TestProblem;
import org.xuewei.planner.TestProblem.Arc;
import org.xuewei.planner.program.ProgramSolver;

class PlacementTest {
  private static final Work SMALL = new Work(10, 1, 60, 20, 4, 40, 20_000, 3, 1);

  private static final ProgramSolver SOLVER = new ProgramSolver(2);

  private static PlacementResult solve(PlacementProblem problem) {
    return solve(problem, SOLVER);
  }

  private static PlacementResult solve(PlacementProblem problem, ProgramSolver solver) {
    return Placement.solve(problem, SMALL, 7, StopSignal.NEVER, Progress.SILENT, solver);
  }

  @Property(tries = 150)
  void keepsTheOptimumOfTinyProblemsBetweenBoundAndObjective(
      @ForAll @IntRange(max = 1_000_000) int seed,
      @ForAll @IntRange(min = 1, max = 6) int units,
      @ForAll @IntRange(min = 1, max = 4) int sites) {
    PlacementProblem problem = RandomProblems.tiny(seed, units, sites);
    OptionalLong optimum = BruteForce.optimum(problem);
    PlacementResult result = solve(problem);
    long decided = optimum.getAsLong() - result.fixedYuan();
    assertThat(result.objectiveYuan()).isGreaterThanOrEqualTo(decided);
    assertThat(result.lowerBoundYuan()).isLessThanOrEqualTo(decided);
  }

  /**
   * The largest size costs least a year of those that seat all, and more than there is to build it.
   */
  @Test
  void firstPlanThatCostsNothingEndsTheSearch() {
    PlacementProblem problem =
        new TestProblem(Stage.JUNIOR)
            .pupilsPerClass(10)
            .existing(new Size(1, 0, 0))
            .candidate(new Size(1, 0, 0))
            .unit(List.of(10), 9_000, new Arc(0, 100, 0))
            .unit(List.of(10), 9_000, new Arc(0, 100, 0), new Arc(1, 100, 0))
            .build();
    PlacementResult result =
        Placement.solve(problem, Effort.QUICK, 1, StopSignal.NEVER, Progress.SILENT);
    assertThat(result.objectiveYuan()).isZero();
    assertThat(result.siteOf(1)).isEqualTo(1);
    assertThat(result.trace()).extracting(PlacementResult.Step::phase).containsExactly("construct");
  }

  @Test
  void keepsTheBudgetWhereTheCheapestSizeAYearTakesMostCapital() {
    PlacementProblem problem =
        new TestProblem(Stage.JUNIOR)
            .pupilsPerClass(10)
            .existing(new Size(3, 0, 0), new Size(6, 1_000, 5), new Size(9, 500, 50))
            .unit(List.of(30), 9_000, new Arc(0, 100, 10))
            .unit(List.of(25), 8_000, new Arc(0, 100, 10))
            .unit(List.of(20), 7_000, new Arc(0, 100, 10))
            .budget(10)
            .build();
    PlacementResult result = solve(problem);
    assertThat(result.lowerBoundYuan())
        .isLessThanOrEqualTo(BruteForce.optimum(problem).getAsLong());
    assertThat(result.classes(0)).isLessThanOrEqualTo(6);
  }

  @Test
  void keepsLimitsOnRandomProblemsWhereSizesHaveAnyCost() {
    for (long seed : new long[] {83, 185, 333}) {
      PlacementProblem problem = RandomProblems.tiny(seed, seed == 333 ? 4 : 6, 4);
      long fixed = solve(problem).fixedYuan();
      assertThat(solve(problem).objectiveYuan())
          .isGreaterThanOrEqualTo(BruteForce.optimum(problem).getAsLong() - fixed);
    }
  }

  @Test
  void A01_OneSchoolOneEstate() {
    PlacementResult result =
        solve(
            new TestProblem(Stage.JUNIOR)
                .existing(new Size(3, 0, 0))
                .unit(List.of(90), 900_000, new Arc(0, 400, 700))
                .build());
    assertThat(result.siteOf(0)).isZero();
    assertThat(result.classes(0)).isEqualTo(3);
    assertThat(result.objectiveYuan()).isEqualTo(700);
    assertThat(result.lowerBoundYuan()).isEqualTo(700);
  }

  @Test
  void A02_EstateWithoutAWayIsFixedCost() {
    PlacementResult result =
        solve(
            new TestProblem(Stage.JUNIOR)
                .existing(new Size(3, 0, 0))
                .unit(List.of(90), 900_000)
                .build());
    assertThat(result.siteOf(0)).isEqualTo(-1);
    assertThat(result.fixedYuan()).isEqualTo(900_000);
    assertThat(result.objectiveYuan()).isZero();
    assertThat(result.gap()).isZero();
  }

  @Test
  void A03_NobodyToServeBuildsNothing() {
    PlacementResult result =
        solve(
            new TestProblem(Stage.PRIMARY)
                .candidate(new Size(12, 5_000, 9_000))
                .unit(List.of(0, 0), 0, new Arc(0, 10, 0))
                .build());
    assertThat(result.objectiveYuan()).isZero();
    assertThat(result.classes(0)).isZero();
  }

  @Test
  void A04_NoUnitsAndNoSites() {
    PlacementResult result = solve(new TestProblem(Stage.PRIMARY).build());
    assertThat(result.objectiveYuan()).isZero();
    assertThat(result.lowerBoundYuan()).isZero();
  }

  @Test
  void B01_FullSchoolGrowsWhenTheBudgetAllows() {
    PlacementResult result = solve(fullSchool(20_000));
    assertThat(result.classes(0)).isEqualTo(6);
    assertThat(result.objectiveYuan()).isEqualTo(1_000 + 20);
  }

  @Test
  void B02_FullSchoolStaysWithoutBudget() {
    PlacementResult result = solve(fullSchool(0));
    assertThat(result.classes(0)).isEqualTo(3);
    assertThat(result.objectiveYuan()).isEqualTo(10 + 800_000);
  }

  private static PlacementProblem fullSchool(long budget) {
    return new TestProblem(Stage.JUNIOR)
        .existing(new Size(3, 0, 0), new Size(6, 1_000, 20_000))
        .unit(List.of(130), 1_300_000, new Arc(0, 100, 10))
        .unit(List.of(80), 800_000, new Arc(0, 100, 10))
        .budget(budget)
        .build();
  }

  @Test
  void C01_BuildsWhereTheLimitOnNewSchoolsServesMost() {
    PlacementResult result = solve(twoEstates(1));
    assertThat(result.classes(0)).isZero();
    assertThat(result.classes(1)).isEqualTo(3);
    assertThat(result.objectiveYuan()).isEqualTo(300_000 + 2_000 + 10);
  }

  @Test
  void C02_BuildsNothingWhenNothingMayBeBuilt() {
    PlacementResult result = solve(twoEstates(0));
    assertThat(result.objectiveYuan()).isEqualTo(300_000 + 900_000);
    assertThat(result.lowerBoundYuan()).isEqualTo(result.objectiveYuan());
  }

  private static PlacementProblem twoEstates(int newSchools) {
    return new TestProblem(Stage.JUNIOR)
        .candidate(new Size(3, 2_000, 20_000))
        .candidate(new Size(3, 2_000, 20_000))
        .unit(List.of(30), 300_000, new Arc(0, 100, 10))
        .unit(List.of(90), 900_000, new Arc(1, 100, 10))
        .newSchoolsAtMost(newSchools)
        .build();
  }

  @Test
  void D01_SameSeedSameResult() {
    PlacementProblem problem = new MaltaLikeProblem(3, 120, 14, 40).build(20_000_000, 2);
    PlacementResult one = solve(problem);
    PlacementResult two = solve(problem);
    assertThat(two.trace()).isEqualTo(one.trace());
    for (int unit = 0; unit < 120; unit++) {
      assertThat(two.siteOf(unit)).isEqualTo(one.siteOf(unit));
    }
    assertThat(one.reproducible()).isTrue();
  }

  @Test
  void D02_StopSignalEndsTheSearchWithAValidResult() {
    PlacementProblem problem = new MaltaLikeProblem(3, 120, 14, 40).build(20_000_000, 2);
    PlacementResult result =
        Placement.solve(problem, Effort.THOROUGH, 1, () -> true, Progress.SILENT);
    assertThat(result.reproducible()).isFalse();
    assertThat(result.lowerBoundYuan()).isLessThanOrEqualTo(result.objectiveYuan());
  }

  @Test
  void D03_RefusesABudgetBelowTodaysSchools() {
    PlacementProblem problem =
        new TestProblem(Stage.JUNIOR).existing(new Size(3, 0, 5)).budget(4).build();
    assertThatThrownBy(() -> solve(problem)).isInstanceOf(IllegalArgumentException.class);
  }

  /** As on a system for which OR-Tools brings no library: its loader looks by this prefix. */
  @Test
  void D04_WithoutNativeLibraryThereIsStillAPlanAndABound() {
    PlacementProblem problem = new MaltaLikeProblem(3, 120, 14, 40).build(20_000_000, 2);
    List<String> notes = new CopyOnWriteArrayList<>();
    try (ProgramSolver without = new ProgramSolver(1, List.of("-Djna.prefix=plan9-mips"))) {
      PlacementResult result =
          Placement.solve(
              problem,
              new Work(10, 1, 300, 20, 4, 40, 20_000, 3, 1),
              7,
              StopSignal.NEVER,
              (name, total) -> new Notes(notes),
              without);
      assertThat(result.method()).isEqualTo("lagrangian-bound+local-search");
      assertThat(result.lowerBoundYuan()).isPositive().isLessThanOrEqualTo(result.objectiveYuan());
      assertThat(result.trace()).extracting(PlacementResult.Step::phase).doesNotContain("polish");
      assertThat(result.reproducible()).isTrue();
      assertThat(notes).anyMatch(note -> note.startsWith("no native library of solvers"));
      assertThat(result.objectiveYuan()).isLessThan(3 * solve(problem).objectiveYuan());
    }
    assertThat(solve(problem).method()).isEqualTo("lagrangian-bound+mip+local-search");
  }

  @Test
  void searchStartsAnewWhereNothingIsLeftToImproveAndKeepsTheBest() {
    PlacementProblem problem = new MaltaLikeProblem(3, 60, 6, 20).build(20_000_000, 2);
    PlacementResult once = solve(problem, new Work(10, 1, 300, 20, 4, 40, 20_000, 2_000, 1));
    PlacementResult anew = solve(problem, new Work(10, 1, 300, 20, 4, 40, 20_000, 2_000, 3));
    assertThat(searches(once)).isEqualTo(1);
    assertThat(searches(anew)).isEqualTo(3);
    assertThat(anew.objectiveYuan())
        .isEqualTo(
            anew.trace().stream()
                .filter(step -> step.phase().equals("polish"))
                .mapToLong(PlacementResult.Step::bestYuan)
                .min()
                .getAsLong());
    assertThat(solve(problem, new Work(10, 1, 300, 20, 4, 40, 20_000, 2_000, 3)).objectiveYuan())
        .isEqualTo(anew.objectiveYuan());
  }

  private static PlacementResult solve(PlacementProblem problem, Work work) {
    return Placement.solve(problem, work, 7, StopSignal.NEVER, Progress.SILENT, SOLVER);
  }

  private static long searches(PlacementResult result) {
    return result.trace().stream().filter(step -> step.phase().equals("search")).count();
  }

  private record Notes(List<String> notes) implements Progress.Phase {
    @Override
    public void advance(long count) {}

    @Override
    public void note(String text) {
      notes.add(text);
    }

    @Override
    public void close() {}
  }
}
