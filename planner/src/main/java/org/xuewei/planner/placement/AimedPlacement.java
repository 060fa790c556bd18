package org.xuewei.planner.placement;

import org.xuewei.data.model.Objective;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.data.model.Progress;
import org.xuewei.data.model.Scenario.Effort;
import org.xuewei.data.model.StopSignal;
import org.xuewei.planner.program.ProgramSolver;

/** Solves a problem by the objective that is asked for. */
public final class AimedPlacement {
  private AimedPlacement() {}

  /**
   * As {@link Placement#solve(PlacementProblem, Effort, long, StopSignal, Progress,
   * ProgramSolver)}; with an objective other than cost the result has an aim, and its bound on yuan
   * holds for plans that reach the same greatest way, or is 0.
   */
  public static PlacementResult solve(
      PlacementProblem problem,
      Objective objective,
      Effort effort,
      long seed,
      StopSignal stop,
      Progress progress,
      ProgramSolver solver) {
    return switch (objective.kind()) {
      case COST -> Placement.solve(problem, effort, seed, stop, progress, solver);
      case COVERAGE ->
          Coverage.solve(
              problem,
              objective.radiusMetres().orElseThrow(),
              Work.of(effort),
              Work.ofQuestion(effort),
              seed,
              stop,
              progress,
              solver);
      case CENTRE ->
          Centre.solve(
              problem, Work.of(effort), Work.ofQuestion(effort), seed, stop, progress, solver);
    };
  }
}
