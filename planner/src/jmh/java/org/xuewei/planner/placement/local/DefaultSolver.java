package org.xuewei.planner.placement.local;

import java.time.Duration;
import java.util.stream.IntStream;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.core.config.score.director.ScoreDirectorFactoryConfig;
import org.optaplanner.core.config.solver.SolverConfig;
import org.optaplanner.core.config.solver.termination.TerminationConfig;
import org.xuewei.data.model.StopSignal;
import org.xuewei.planner.evaluate.Evaluator;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.placement.state.Solution;

/**
 * What OptaPlanner finds by its default configuration, first-fit construction and late acceptance
 * over change and swap moves, on our model with an incremental score: what the engine is measured
 * against.
 */
public final class DefaultSolver {
  private DefaultSolver() {}

  /** The best solution of so many seconds; may break limits. */
  public static Solution solve(Instance instance, long seconds) {
    Annealing unused = new Annealing(1, 1, Annealing.FORBIDDEN, false);
    Task task = new Task(instance, Long.MAX_VALUE, unused, StopSignal.NEVER);
    SolverConfig config =
        new SolverConfig()
            .withSolutionClass(Districting.class)
            .withEntityClasses(Place.class)
            .withScoreDirectorFactory(
                new ScoreDirectorFactoryConfig().withIncrementalScoreCalculatorClass(Score.class))
            .withTerminationConfig(
                new TerminationConfig().withSpentLimit(Duration.ofSeconds(seconds)));
    return SolverFactory.<Districting>create(config)
        .buildSolver()
        .solve(Districting.of(task, new Solution(instance)))
        .toSolution();
  }

  /**
   * Hard: pupils above the seats, broken catchments, money and new schools too many; soft: yuan.
   */
  public static final class Score extends DistrictingScore.Calculator {
    private static final long STEP_YUAN = 10_000;
    private Instance instance;

    /** Of no use before {@link #resetWorkingSolution}. */
    @SuppressWarnings("NullAway.Init")
    public Score() {}

    @Override
    public void resetWorkingSolution(Districting districting) {
      super.resetWorkingSolution(districting);
      instance = districting.task.instance;
    }

    @Override
    public HardSoftLongScore calculateScore() {
      Solution solution = state().solution;
      int[] siteOf = IntStream.range(0, instance.units).map(solution::siteOf).toArray();
      long hard = solution.overload() + Evaluator.brokenCatchments(instance.problem, siteOf);
      hard += Math.max(0, solution.opened() - instance.newSchoolsAtMost);
      hard += Math.max(0, (solution.capital() - instance.budget + STEP_YUAN - 1) / STEP_YUAN);
      return HardSoftLongScore.of(-hard, -solution.yuan());
    }
  }
}
