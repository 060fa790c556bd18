package org.xuewei.planner.placement.local;

import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import org.optaplanner.core.api.score.calculator.IncrementalScoreCalculator;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.placement.state.Solution;

/**
 * The score of a districting: hard, what limits are passed by; soft, yuan a year below zero. Where
 * overload has a price, it is soft.
 */
final class DistrictingScore {
  /** Capital above the budget counts in steps of this, rounded up. */
  private static final long CAPITAL_STEP_YUAN = 10_000;

  private DistrictingScore() {}

  static HardSoftLongScore of(Task task, Solution solution) {
    Instance instance = task.instance;
    long overloadYuan = task.annealing.overloadYuan();
    long hard = overloadYuan == Annealing.FORBIDDEN ? solution.overfull() : 0;
    long soft =
        solution.yuan()
            + (overloadYuan == Annealing.FORBIDDEN ? 0 : overloadYuan * solution.overload());
    if (solution.capital() > instance.budget) {
      hard += 1 + (solution.capital() - instance.budget - 1) / CAPITAL_STEP_YUAN;
    }
    hard += Math.max(0, solution.opened() - instance.newSchoolsAtMost);
    return HardSoftLongScore.of(-hard, -soft);
  }

  /** Keeps a working state. Public because OptaPlanner makes it by reflection. */
  public static class Calculator
      implements IncrementalScoreCalculator<Districting, HardSoftLongScore> {
    private Task task;
    private WorkingState state;

    /** Of no use before {@link #resetWorkingSolution}. */
    @SuppressWarnings("NullAway.Init")
    public Calculator() {}

    @Override
    public void resetWorkingSolution(Districting districting) {
      task = districting.task;
      state = new WorkingState(districting);
    }

    WorkingState state() {
      return state;
    }

    @Override
    public void beforeVariableChanged(Object entity, String variable) {}

    @Override
    public void afterVariableChanged(Object entity, String variable) {
      Place place = (Place) entity;
      state.assign(place.unit, place.arcOrNone());
    }

    @Override
    public HardSoftLongScore calculateScore() {
      return of(task, state.solution);
    }

    @Override
    public void beforeEntityAdded(Object entity) {}

    @Override
    public void afterEntityAdded(Object entity) {
      throw new UnsupportedOperationException("units are fixed");
    }

    @Override
    public void beforeEntityRemoved(Object entity) {}

    @Override
    public void afterEntityRemoved(Object entity) {
      throw new UnsupportedOperationException("units are fixed");
    }
  }
}
