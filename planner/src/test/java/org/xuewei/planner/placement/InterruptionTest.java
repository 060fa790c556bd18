package org.xuewei.planner.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.data.model.Progress;
import org.xuewei.data.model.StopSignal;
import org.xuewei.planner.evaluate.Evaluator;
import org.xuewei.planner.program.ProgramSolver;

class InterruptionTest {
  private static final Work SMALL = new Work(5, 1, 60, 20, 4, 40, 20_000, 6, 1);
  private static final ProgramSolver SOLVER = new ProgramSolver(2);

  /** Moments of one problem: the first two questions and random ones up to the last. */
  private static final int MOMENTS = 8;

  /** Counts the questions of all parts of the work and says yes from one of them on. */
  private static final class Countdown implements StopSignal {
    private final AtomicLong questions = new AtomicLong();
    private final long stopAt;

    Countdown(long stopAt) {
      this.stopAt = stopAt;
    }

    @Override
    public boolean stopRequested() {
      return questions.incrementAndGet() >= stopAt;
    }

    boolean hasStopped() {
      return questions.get() >= stopAt;
    }
  }

  @ParameterizedTest
  @CsvSource({"false, false", "false, true", "true, false", "true, true"})
  void stoppedAtAnyQuestionThePlanIsValid(boolean contiguous, boolean budget) {
    PlacementProblem problem = problem(contiguous, budget);
    Countdown never = new Countdown(Long.MAX_VALUE);
    long whole = solve(problem, never).objectiveYuan();
    long questions = never.questions.get();
    assertThat(questions).isGreaterThan(100);
    Random random = new Random(3);
    for (int moment = 0; moment < MOMENTS; moment++) {
      long stopAt = moment < 2 ? moment + 1 : 1 + (long) (random.nextDouble() * questions);
      Countdown countdown = new Countdown(stopAt);
      PlacementResult result = solve(problem, countdown);
      assertValid(problem, result, "stopped at question " + stopAt + " of " + questions);
      assertThat(result.lowerBoundYuan()).isLessThanOrEqualTo(whole);
      assertThat(result.reproducible()).isEqualTo(!countdown.hasStopped());
    }
  }

  private static void assertValid(PlacementProblem problem, PlacementResult result, String when) {
    int[] siteOf = IntStream.range(0, problem.units().size()).map(result::siteOf).toArray();
    int[] classes = IntStream.range(0, problem.sites().size()).map(result::classes).toArray();
    assertThat(Evaluator.isFeasible(problem, siteOf, classes)).as(when).isTrue();
    assertThat(Evaluator.objectiveYuan(problem, siteOf, classes))
        .as(when)
        .isEqualTo(result.objectiveYuan() + result.fixedYuan());
    assertThat(result.lowerBoundYuan()).as(when).isLessThanOrEqualTo(result.objectiveYuan());
  }

  private static PlacementProblem problem(boolean contiguous, boolean budget) {
    if (!contiguous) {
      return new MaltaLikeProblem(3, 120, 14, 40)
          .build(budget ? 20_000_000 : Long.MAX_VALUE, budget ? 2 : 40);
    }
    PlacementProblem town = GridTown.build(7, 10, 8, 5, true, 0.9);
    return budget ? ProblemVariant.withBudget(town, 0) : town;
  }

  private static PlacementResult solve(PlacementProblem problem, StopSignal stop) {
    return Placement.solve(problem, SMALL, 7, stop, Progress.SILENT, SOLVER);
  }
}
