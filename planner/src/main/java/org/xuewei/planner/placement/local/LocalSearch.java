package org.xuewei.planner.placement.local;

import java.util.List;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.core.config.heuristic.selector.move.factory.MoveIteratorFactoryConfig;
import org.optaplanner.core.config.localsearch.LocalSearchPhaseConfig;
import org.optaplanner.core.config.localsearch.decider.acceptor.AcceptorType;
import org.optaplanner.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import org.optaplanner.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import org.optaplanner.core.config.score.director.ScoreDirectorFactoryConfig;
import org.optaplanner.core.config.solver.EnvironmentMode;
import org.optaplanner.core.config.solver.SolverConfig;
import org.optaplanner.core.config.solver.termination.TerminationConfig;
import org.xuewei.data.model.StopSignal;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.placement.state.Solution;

/**
 * Siting and assignment by OptaPlanner's local search: simulated annealing over moves of units and,
 * seldom, of whole sites. Heuristic.
 */
public final class LocalSearch {
  private LocalSearch() {}

  /**
   * Best feasible solution found from a start, which stays as it is; where overload has a price and
   * none was found, the best overloaded one. The same inputs give the same result unless the stop
   * signal ends the search.
   *
   * @param scoreCalculations at least 0; moves that cannot be done count too
   * @throws IllegalArgumentException if the start breaks limits; overload is none where it has a
   *     price
   */
  public static Solution improve(
      Instance instance,
      Solution start,
      long scoreCalculations,
      Annealing annealing,
      long seed,
      StopSignal stop) {
    return improve(
        instance, start, scoreCalculations, annealing, seed, stop, EnvironmentMode.REPRODUCIBLE);
  }

  static Solution improve(
      Instance instance,
      Solution start,
      long scoreCalculations,
      Annealing annealing,
      long seed,
      StopSignal stop,
      EnvironmentMode mode) {
    if (annealing.overloadYuan() == Annealing.FORBIDDEN && !start.isFeasible()) {
      throw new IllegalArgumentException("the start breaks limits");
    }
    Task task = new Task(instance, scoreCalculations, annealing, stop);
    Districting districting = Districting.of(task, start);
    if (districting.places.isEmpty() || scoreCalculations == 0) {
      return start.copy();
    }
    task.keep(start);
    task.startFrom(start);
    Districting best = solverFactory(task, seed, mode).buildSolver().solve(districting);
    Solution kept = task.kept();
    return kept == null ? best.toSolution() : kept;
  }

  static SolverFactory<Districting> solverFactory(Task task, long seed, EnvironmentMode mode) {
    return SolverFactory.create(config(task, seed, mode));
  }

  @SuppressWarnings("removal") // no other termination takes a stop signal or cools
  static SolverConfig config(Task task, long seed, EnvironmentMode mode) {
    LocalSearchPhaseConfig search =
        new LocalSearchPhaseConfig()
            .withMoveSelectorConfig(
                new MoveIteratorFactoryConfig()
                    .withMoveIteratorFactoryClass(MoveSource.Factory.class))
            .withAcceptorConfig(acceptor(task))
            .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1))
            .withTerminationConfig(
                new TerminationConfig().withTerminationClass(WorkLimit.Cooling.class));
    return new SolverConfig()
        .withSolutionClass(Districting.class)
        .withEntityClasses(Place.class)
        .withScoreDirectorFactory(
            new ScoreDirectorFactoryConfig()
                .withIncrementalScoreCalculatorClass(DistrictingScore.Calculator.class))
        .withEnvironmentMode(mode)
        .withMoveThreadCount(SolverConfig.MOVE_THREAD_COUNT_NONE)
        .withRandomSeed(seed)
        .withPhaseList(List.of(search));
  }

  private static LocalSearchAcceptorConfig acceptor(Task task) {
    HardSoftLongScore hot =
        HardSoftLongScore.ofSoft(Math.max(1, Math.round(task.annealing.hotYuan())));
    return new LocalSearchAcceptorConfig()
        .withAcceptorTypeList(List.of(AcceptorType.SIMULATED_ANNEALING))
        .withSimulatedAnnealingStartingTemperature(hot.toString());
  }
}
