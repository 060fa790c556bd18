package org.xuewei.planner.program;

import com.google.ortools.linearsolver.MPConstraintProto;
import com.google.ortools.linearsolver.MPModelProto;
import com.google.ortools.linearsolver.MPModelRequest;
import com.google.ortools.linearsolver.MPSolutionResponse;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariableProto;
import com.google.ortools.linearsolver.PartialVariableAssignment;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * A program for SCIP, so that equal programs give equal solutions. SCIP follows the order of a
 * row's entries: OR-Tools' solver object keeps them by address, which differs from run to run,
 * while a model as a message has them by index. SCIP's clocks are off and its nodes are counted.
 */
final class ScipModel {
  private final Program program;

  ScipModel(Program program) {
    this.program = program;
  }

  ProgramSolution solve(SearchLimits limits) {
    MPModelRequest request =
        MPModelRequest.newBuilder()
            .setModel(model())
            .setSolverType(MPModelRequest.SolverType.SCIP_MIXED_INTEGER_PROGRAMMING)
            .setSolverSpecificParameters(parameters(limits))
            .setPopulateAdditionalSolutionsUpTo(limits.alternatives())
            .build();
    MPSolutionResponse response = MPSolver.solveWithProto(request);
    return switch (response.getStatus()) {
      case MPSOLVER_OPTIMAL -> found(true, response);
      case MPSOLVER_FEASIBLE -> found(false, response);
      case MPSOLVER_INFEASIBLE -> ProgramSolution.infeasible();
      case MPSOLVER_NOT_SOLVED ->
          ProgramSolution.none("no solution within the limits", bound(response));
      default -> ProgramSolution.none(response.getStatus() + " " + response.getStatusStr());
    };
  }

  private static String parameters(SearchLimits limits) {
    return "limits/nodes = "
        + limits.nodes()
        + "\nlimits/absgap = "
        + limits.absoluteGap()
        + "\nlimits/gap = "
        + limits.relativeGap()
        + "\nseparating/maxroundsroot = "
        + limits.cutRounds()
        + "\ntiming/enabled = FALSE\n";
  }

  private static ProgramSolution found(boolean optimal, MPSolutionResponse response) {
    return ProgramSolution.whole(
        optimal,
        response.getObjectiveValue(),
        bound(response),
        values(response.getVariableValueList()),
        response.getAdditionalSolutionsList().stream()
            .map(
                other ->
                    ProgramSolution.whole(
                        false,
                        other.getObjectiveValue(),
                        bound(response),
                        values(other.getVariableValueList()),
                        List.of()))
            .toList());
  }

  private static double[] values(List<Double> list) {
    return list.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double bound(MPSolutionResponse response) {
    return response.hasBestObjectiveBound()
        ? response.getBestObjectiveBound()
        : Double.NEGATIVE_INFINITY;
  }

  private MPModelProto model() {
    MPModelProto.Builder model = MPModelProto.newBuilder();
    PartialVariableAssignment.Builder hints = PartialVariableAssignment.newBuilder();
    for (int column = 0; column < program.columns(); column++) {
      model.addVariable(
          MPVariableProto.newBuilder()
              .setLowerBound(program.columnLower(column))
              .setUpperBound(program.columnUpper(column))
              .setIsInteger(program.isWhole(column))
              .setObjectiveCoefficient(program.cost(column)));
      if (!Double.isNaN(program.hint(column))) {
        hints.addVarIndex(column).addVarValue(program.hint(column));
      }
    }
    addRows(model);
    return model.setSolutionHint(hints).build();
  }

  private void addRows(MPModelProto.Builder model) {
    int[] entries = entriesByRowAndColumn();
    int next = 0;
    for (int row = 0; row < program.rows(); row++) {
      MPConstraintProto.Builder constraint =
          MPConstraintProto.newBuilder()
              .setLowerBound(program.rowLower(row))
              .setUpperBound(program.rowUpper(row));
      int before = -1;
      for (; next < entries.length && program.entryRow(entries[next]) == row; next++) {
        int column = program.entryColumn(entries[next]);
        if (column == before) {
          throw new IllegalArgumentException("row " + row + " has column " + column + " twice");
        }
        before = column;
        constraint.addVarIndex(column).addCoefficient(program.coefficient(entries[next]));
      }
      model.addConstraint(constraint);
    }
  }

  private int[] entriesByRowAndColumn() {
    int[] entries = IntStream.range(0, program.extent().entries()).toArray();
    return sorted(
        sorted(entries, program::entryColumn, program.columns()),
        program::entryRow,
        program.rows());
  }

  /** Sorts by keys below a limit and keeps the order of equal ones. */
  private static int[] sorted(int[] entries, IntUnaryOperator key, int limit) {
    int[] next = new int[limit + 1];
    for (int entry : entries) {
      next[key.applyAsInt(entry) + 1]++;
    }
    for (int k = 0; k < limit; k++) {
      next[k + 1] += next[k];
    }
    int[] sorted = new int[entries.length];
    for (int entry : entries) {
      sorted[next[key.applyAsInt(entry)]++] = entry;
    }
    return sorted;
  }
}
