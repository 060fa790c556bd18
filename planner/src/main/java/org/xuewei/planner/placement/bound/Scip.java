package org.xuewei.planner.placement.bound;

import com.google.ortools.linearsolver.MPModelRequest;
import com.google.ortools.linearsolver.MPSolutionResponse;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverResponseStatus;

/**
 * Solves whole-number models so that equal models give equal solutions. SCIP follows the order of a
 * row's entries; the solver object keeps them by address, which differs from run to run, while the
 * model as a message has them by index. SCIP's clocks are off and its nodes are counted.
 */
public final class Scip {
  /** How a search ended. */
  public enum End {
    OPTIMAL,
    LIMIT,
    NOTHING_FOUND
  }

  private Scip() {}

  /**
   * @param model takes the solution, when there is one
   * @param nodes most nodes of the search tree, at least 1
   */
  public static End solve(MPSolver model, int nodes) {
    MPModelRequest request =
        MPModelRequest.newBuilder()
            .setModel(model.exportModelToProto())
            .setSolverType(MPModelRequest.SolverType.SCIP_MIXED_INTEGER_PROGRAMMING)
            .setSolverSpecificParameters("limits/nodes = " + nodes + "\ntiming/enabled = FALSE\n")
            .build();
    MPSolutionResponse response = MPSolver.solveWithProto(request);
    boolean optimal = response.getStatus() == MPSolverResponseStatus.MPSOLVER_OPTIMAL;
    boolean found = optimal || response.getStatus() == MPSolverResponseStatus.MPSOLVER_FEASIBLE;
    if (!found || !model.loadSolutionFromProto(response)) {
      return End.NOTHING_FOUND;
    }
    return optimal ? End.OPTIMAL : End.LIMIT;
  }
}
