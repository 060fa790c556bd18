package org.xuewei.planner.placement;

import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.data.model.StopSignal;
import org.xuewei.planner.program.Program;
import org.xuewei.planner.program.ProgramSolution;
import org.xuewei.planner.program.ProgramSolver;
import org.xuewei.planner.program.SearchLimits;

/**
 * Maximum coverage without seats, as a mixed-integer program (Church and ReVelle 1974): fewest
 * pupils without an open site among their covering ways, at most so many new schools. A relaxation
 * of coverage with seats, money or catchments.
 */
final class CoverProgram {
  private static final SearchLimits LIMITS = SearchLimits.ofNodes(1_000);

  /** What a solver's bound on pupils may be too high by. */
  private static final double TOLERANCE = 0.01;

  private static final double HALF = 0.5;

  private final PlacementProblem problem;
  private final ProgramSolution solution;

  private CoverProgram(PlacementProblem problem, ProgramSolution solution) {
    this.problem = problem;
    this.solution = solution;
  }

  /**
   * @param covers whether an arc lies within the radius
   */
  static CoverProgram solve(
      PlacementProblem problem, IntPredicate covers, ProgramSolver solver, StopSignal stop) {
    return new CoverProgram(problem, solver.solveWhole(program(problem, covers), LIMITS, stop));
  }

  /** One column a site, then one a unit: the share of its pupils that is not covered. */
  private static Program program(PlacementProblem problem, IntPredicate covers) {
    Program program = new Program();
    int most = problem.limits().newSchoolsAtMost().orElse(problem.sites().size());
    int opened = program.addRow(0, most);
    for (PlacementProblem.Site site : problem.sites()) {
      int column = program.addColumn(site.existing() ? 1 : 0, 1, true, 0);
      program.set(opened, column, site.existing() ? 0 : 1);
    }
    for (int unit = 0; unit < problem.units().size(); unit++) {
      int pupils = problem.units().get(unit).pupils();
      if (problem.rowStart(unit) < problem.rowStart(unit + 1) && pupils > 0) {
        int row = program.addRow(1, Double.POSITIVE_INFINITY);
        program.set(row, program.addColumn(0, 1, false, pupils), 1);
        IntStream.range(problem.rowStart(unit), problem.rowStart(unit + 1))
            .filter(covers)
            .forEach(arc -> program.set(row, problem.arcSite(arc), 1));
      }
    }
    return program;
  }

  /** No plan leaves fewer pupils in reach of a site uncovered. */
  long leastUncovered() {
    return Math.max(0, (long) Math.ceil(solution.bestBound() - TOLERANCE));
  }

  /** The open sites of the solution; empty when none was found. */
  BitSet open() {
    BitSet open = new BitSet();
    if (solution.isFound()) {
      IntStream.range(0, problem.sites().size())
          .filter(site -> solution.value(site) > HALF)
          .forEach(open::set);
    }
    return open;
  }
}
