package org.xuewei.planner.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
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
import org.xuewei.planner.evaluate.Evaluator;
import org.xuewei.planner.program.ProgramSolver;

/** Exactly so many new schools, even where fewer would do. */
class ExactNumberTest {
  private static final ProgramSolver SOLVER = new ProgramSolver(2);

  private static PlacementResult solve(PlacementProblem problem) {
    return Placement.solve(problem, Effort.QUICK, 1, StopSignal.NEVER, Progress.SILENT, SOLVER);
  }

  private static TestProblem twoEstatesThreeParcels() {
    return new TestProblem(Stage.JUNIOR)
        .pupilsPerClass(10)
        .candidate(new Size(6, 700, 0))
        .candidate(new Size(6, 500, 0))
        .candidate(new Size(6, 900, 0))
        .unit(List.of(20), 9_000, new Arc(0, 100, 10), new Arc(1, 100, 60), new Arc(2, 100, 5))
        .unit(List.of(20), 9_000, new Arc(0, 100, 90), new Arc(1, 100, 20), new Arc(2, 100, 70));
  }

  @Test
  void secondSchoolIsBuiltThoughOneIsEnough() {
    PlacementResult atMost = solve(twoEstatesThreeParcels().newSchoolsAtMost(2).build());
    assertThat(atMost.objectiveYuan()).isEqualTo(500 + 60 + 20);
    PlacementResult exactly = solve(twoEstatesThreeParcels().newSchools(2).build());
    assertThat(exactly.objectiveYuan()).isEqualTo(500 + 700 + 10 + 20);
    assertThat(exactly.classes(0)).isEqualTo(6);
    assertThat(exactly.classes(1)).isEqualTo(6);
    assertThat(exactly.classes(2)).isZero();
    assertThat(exactly.gap()).isZero();
  }

  /** Two units cannot fill three schools: the third is missing and has its price. */
  @Test
  void schoolThatNobodyCanFillIsMissingAtAPrice() {
    PlacementProblem problem = twoEstatesThreeParcels().newSchools(3).build();
    PlacementResult result = solve(problem);
    assertThat(result.objectiveYuan()).isEqualTo(500 + 700 + 10 + 20 + problem.missingSchoolYuan());
  }

  @Property(tries = 150)
  void optimumOfTinyProblemsLiesBetweenBoundAndObjective(
      @ForAll @IntRange(max = 1_000_000) int seed,
      @ForAll @IntRange(min = 1, max = 5) int units,
      @ForAll @IntRange(min = 1, max = 4) int candidates) {
    Random random = new Random(seed);
    TestProblem town = new TestProblem(Stage.JUNIOR).pupilsPerClass(10);
    town.existing(new Size(1 + random.nextInt(3), 0, 0));
    for (int site = 0; site < candidates; site++) {
      town.candidate(new Size(1 + random.nextInt(4), random.nextInt(400), 0));
    }
    for (int unit = 0; unit < units; unit++) {
      Arc[] ways =
          IntStream.rangeClosed(0, candidates)
              .filter(site -> random.nextInt(4) > 0)
              .mapToObj(site -> new Arc(site, 100, random.nextInt(300)))
              .toArray(Arc[]::new);
      town.unit(List.of(random.nextInt(20)), 400 + random.nextInt(900), ways);
    }
    PlacementProblem problem = town.newSchools(random.nextInt(candidates + 1)).build();
    long[] optimum = {Long.MAX_VALUE};
    BruteForce.each(
        problem,
        (siteOf, classes) -> {
          if (isUsed(problem, siteOf, classes)) {
            long yuan = Evaluator.objectiveYuan(problem, siteOf, classes);
            optimum[0] = Math.min(optimum[0], yuan);
          }
        });
    PlacementResult result = solve(problem);
    long decided = optimum[0] - result.fixedYuan();
    assertThat(result.lowerBoundYuan()).isLessThanOrEqualTo(decided);
    assertThat(result.objectiveYuan()).isEqualTo(decided);
  }

  /** A school without pupils is none. */
  private static boolean isUsed(PlacementProblem problem, int[] siteOf, int[] classes) {
    return IntStream.range(0, classes.length)
        .filter(site -> classes[site] > 0 && !problem.sites().get(site).existing())
        .allMatch(site -> IntStream.of(siteOf).anyMatch(of -> of == site));
  }
}
