package org.xuewei.planner.program;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolver.ResultStatus;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * A program in GLOP that is solved, grows and is solved again from the basis it had. Whole columns
 * count as continuous. To be closed; not thread-safe.
 */
final class GlopModel implements AutoCloseable {
  private final Program program = new Program();
  private final MPSolver solver = Objects.requireNonNull(MPSolver.createSolver("GLOP"), "GLOP");
  private final List<MPVariable> variables = new ArrayList<>();
  private final List<MPConstraint> constraints = new ArrayList<>();
  private int entries;

  GlopModel() {
    solver.objective().setMinimization();
  }

  /** To be grown before the next solve. */
  Program program() {
    return program;
  }

  /**
   * GLOP sometimes loses its way from the last basis and finds it from none. All numbers are read
   * at once: after the next change the solver object gives stale ones.
   */
  ProgramSolution solve() {
    takeGrowth();
    ResultStatus status = solver.solve();
    if (status != ResultStatus.OPTIMAL) {
      solver.reset();
      status = solver.solve();
    }
    return switch (status) {
      case OPTIMAL ->
          ProgramSolution.linear(
              solver.objective().value(),
              numbers(variables, MPVariable::solutionValue),
              numbers(constraints, MPConstraint::dualValue),
              numbers(variables, MPVariable::reducedCost));
      case INFEASIBLE -> ProgramSolution.infeasible();
      default -> ProgramSolution.none("GLOP says " + status);
    };
  }

  private void takeGrowth() {
    MPObjective objective = solver.objective();
    for (int column = variables.size(); column < program.columns(); column++) {
      MPVariable variable =
          solver.makeNumVar(program.columnLower(column), program.columnUpper(column), "");
      objective.setCoefficient(variable, program.cost(column));
      variables.add(variable);
    }
    for (int row = constraints.size(); row < program.rows(); row++) {
      constraints.add(solver.makeConstraint(program.rowLower(row), program.rowUpper(row)));
    }
    for (; entries < program.extent().entries(); entries++) {
      int row = program.entryRow(entries);
      int column = program.entryColumn(entries);
      MPConstraint constraint = constraints.get(row);
      MPVariable variable = variables.get(column);
      if (constraint.getCoefficient(variable) != 0) {
        throw new IllegalArgumentException("row " + row + " has column " + column + " twice");
      }
      constraint.setCoefficient(variable, program.coefficient(entries));
    }
  }

  private static <T> double[] numbers(List<T> of, ToDoubleFunction<T> number) {
    return of.stream().mapToDouble(number).toArray();
  }

  @Override
  public void close() {
    solver.delete();
  }
}
