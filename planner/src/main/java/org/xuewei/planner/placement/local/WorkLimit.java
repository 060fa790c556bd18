package org.xuewei.planner.placement.local;

import org.optaplanner.core.impl.phase.scope.AbstractPhaseScope;
import org.optaplanner.core.impl.phase.scope.AbstractStepScope;
import org.optaplanner.core.impl.solver.scope.SolverScope;
import org.optaplanner.core.impl.solver.termination.AbstractTermination;
import org.optaplanner.core.impl.solver.termination.Termination;
import org.optaplanner.core.impl.solver.thread.ChildThreadType;

/** Ends a phase when its score calculations are spent or a stop is requested, and cools it. */
final class WorkLimit {
  private WorkLimit() {}

  /** Public because OptaPlanner makes it by reflection. */
  public static final class Cooling extends AbstractTermination<Districting> {
    private static final long MOVES_BETWEEN_QUESTIONS = 256;

    private long asked;
    private boolean stopped;

    /** For OptaPlanner. */
    public Cooling() {}

    @Override
    public boolean isSolverTerminated(SolverScope<Districting> solver) {
      return stopped;
    }

    @Override
    public boolean isPhaseTerminated(AbstractPhaseScope<Districting> phase) {
      Task task = phase.getWorkingSolution().task;
      if (asked++ % MOVES_BETWEEN_QUESTIONS == 0) {
        stopped |= task.stop.stopRequested();
      }
      return stopped || spent(phase) >= 1;
    }

    @Override
    public double calculateSolverTimeGradient(SolverScope<Districting> solver) {
      return -1;
    }

    /** OptaPlanner cools by 1 minus this number; so it falls from hot to cold exponentially. */
    @Override
    public double calculatePhaseTimeGradient(AbstractPhaseScope<Districting> phase) {
      Annealing annealing = phase.getWorkingSolution().task.annealing;
      return 1 - Math.pow(annealing.coldYuan() / annealing.hotYuan(), Math.min(1, spent(phase)));
    }

    /** Keeps the best solution without overload, which need not have the best score. */
    @Override
    public void stepEnded(AbstractStepScope<Districting> step) {
      AbstractPhaseScope<Districting> phase = step.getPhaseScope();
      phase.getWorkingSolution().task.keep(MoveSource.stateOf(phase.getScoreDirector()).solution);
    }

    /** Of the calculations or of the time, whichever is nearer to its end. */
    private static double spent(AbstractPhaseScope<Districting> phase) {
      Task task = phase.getWorkingSolution().task;
      double calculations = phase.getScoreDirector().getCalculationCount();
      return Math.max(calculations / task.scoreCalculations, task.stop.spent());
    }

    @Override
    public Termination<Districting> createChildThreadTermination(
        SolverScope<Districting> solver, ChildThreadType type) {
      throw new UnsupportedOperationException("one thread only");
    }
  }
}
