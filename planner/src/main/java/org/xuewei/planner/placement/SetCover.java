package org.xuewei.planner.placement;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.data.model.PlacementProblem.Site;
import org.xuewei.data.model.StopSignal;
import org.xuewei.planner.program.Program;
import org.xuewei.planner.program.ProgramSolution;
import org.xuewei.planner.program.ProgramSolver;
import org.xuewei.planner.program.SearchLimits;

/**
 * Fewest new schools that give every unit an open site among its ways, with seats for all pupils
 * together (set covering; Minieka 1970 for the p-centre). A relaxation: it says nothing of who sits
 * where, so more schools than allowed prove that not everybody can have a place.
 */
final class SetCover {
  private static final SearchLimits LIMITS = SearchLimits.ofNodes(1_000);

  /** Numbers of schools are whole, far coarser than the tolerances of a solver. */
  private static final double HALF = 0.5;

  private final PlacementProblem problem;
  private final ProgramSolution solution;

  private SetCover(PlacementProblem problem, ProgramSolution solution) {
    this.problem = problem;
    this.solution = solution;
  }

  static SetCover of(PlacementProblem problem, ProgramSolver solver, StopSignal stop) {
    return new SetCover(problem, solver.solveWhole(program(problem), LIMITS, stop));
  }

  /** One column a site, of cost 1 for a new school; a school of today is open. */
  private static Program program(PlacementProblem problem) {
    Program program = new Program();
    int seats = program.addRow(pupilsInReach(problem), Double.POSITIVE_INFINITY);
    for (Site site : problem.sites()) {
      double least = site.existing() ? 1 : 0;
      int column = program.addColumn(least, 1, true, 1 - least);
      int classes = site.sizes().get(site.sizes().size() - 1).classes();
      program.set(seats, column, (double) classes * problem.limits().pupilsPerClass());
    }
    for (int unit = 0; unit < problem.units().size(); unit++) {
      if (isInReach(problem, unit)) {
        int row = program.addRow(1, Double.POSITIVE_INFINITY);
        for (int arc = problem.rowStart(unit); arc < problem.rowStart(unit + 1); arc++) {
          program.set(row, problem.arcSite(arc), 1);
        }
      }
    }
    return program;
  }

  private static long pupilsInReach(PlacementProblem problem) {
    return IntStream.range(0, problem.units().size())
        .filter(unit -> isInReach(problem, unit))
        .mapToLong(unit -> problem.units().get(unit).pupils())
        .sum();
  }

  private static boolean isInReach(PlacementProblem problem, int unit) {
    return problem.units().get(unit).pupils() > 0
        && problem.rowStart(unit) < problem.rowStart(unit + 1);
  }

  /** True when more new schools are needed than are allowed. */
  boolean needsTooMany() {
    return solution.bestBound() > most() + HALF
        || solution.status() == ProgramSolution.Status.INFEASIBLE;
  }

  /** The open sites of a cover that is allowed; empty when none was found. */
  BitSet open() {
    BitSet open = new BitSet();
    if (solution.isFound() && solution.objective() < most() + HALF) {
      IntStream.range(0, problem.sites().size())
          .filter(site -> solution.value(site) > HALF)
          .forEach(open::set);
    }
    return open;
  }

  private int most() {
    return problem.limits().newSchoolsAtMost().orElse(problem.sites().size());
  }
}
