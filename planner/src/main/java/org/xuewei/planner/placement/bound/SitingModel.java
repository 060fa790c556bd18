package org.xuewei.planner.placement.bound;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolver.ResultStatus;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.xuewei.planner.placement.state.Instance;

/**
 * Siting as a mathematical program: one size a site, shares of units on arcs, seats, budget and
 * number of new schools. Arcs are continuous; sizes too, or whole. Seats are those of {@link
 * EffectiveSeats}; a unit goes only to sizes that could seat it alone. Money in the model is
 * million yuan, which suits the solvers' tolerances. To be closed; not thread-safe.
 */
public final class SitingModel implements AutoCloseable {
  /** Yuan of one unit of money in the model. */
  static final double MILLION = 1e6;

  /** A free upper or lower side of a row. */
  private static final double FREE = Double.POSITIVE_INFINITY;

  /** Solvers by the names that OR-Tools knows them by. */
  public enum Kind {
    LINEAR("GLOP"),
    WHOLE_SIZES("SCIP");

    private final String solver;

    Kind(String solver) {
      this.solver = solver;
    }
  }

  static {
    Loader.loadNativeLibraries();
  }

  private final Instance instance;
  private final int[] seats;
  private final boolean whole;
  private final MPSolver solver;
  private final MPVariable[] size;
  private final MPVariable[] arc;
  private final MPVariable[] unserved;
  private final MPConstraint[] unitRow;
  private final List<MPConstraint> coverRows = new ArrayList<>();

  /**
   * @param siteKept sites that are part of the model; the others stay closed
   * @param arcKept arcs that are part of the model, where their site is
   */
  public SitingModel(
      Instance instance, int[] seats, Kind kind, IntPredicate siteKept, IntPredicate arcKept) {
    this.instance = instance;
    this.seats = seats;
    this.whole = kind == Kind.WHOLE_SIZES;
    this.solver = MPSolver.createSolver(kind.solver);
    this.size = new MPVariable[instance.sizeClasses.length];
    this.arc = new MPVariable[instance.arcSite.length];
    this.unserved = new MPVariable[instance.units];
    this.unitRow = new MPConstraint[instance.units];
    solver.objective().setMinimization();
    MPConstraint[] seatRow = addSites(siteKept);
    addUnits(seatRow, arcKept);
  }

  private MPConstraint[] addSites(IntPredicate siteKept) {
    MPObjective objective = solver.objective();
    MPConstraint budget =
        solver.makeConstraint(
            -FREE, instance.budget == Long.MAX_VALUE ? FREE : instance.budget / MILLION);
    MPConstraint opened =
        solver.makeConstraint(
            -FREE,
            instance.newSchoolsAtMost == Integer.MAX_VALUE ? FREE : instance.newSchoolsAtMost);
    MPConstraint[] seatRow = new MPConstraint[instance.sites];
    for (int site = 0; site < instance.sites; site++) {
      if (!siteKept.test(site)) {
        continue;
      }
      seatRow[site] = solver.makeConstraint(-FREE, 0);
      MPConstraint oneSize = solver.makeConstraint(instance.existing[site] ? 1 : 0, 1);
      for (int z = instance.sizeStart[site]; z < instance.sizeStart[site + 1]; z++) {
        size[z] = solver.makeVar(0, 1, whole, "");
        oneSize.setCoefficient(size[z], 1);
        objective.setCoefficient(size[z], instance.sizeYuan[z] / MILLION);
        budget.setCoefficient(size[z], instance.sizeCapital[z] / MILLION);
        seatRow[site].setCoefficient(size[z], -seats[z]);
        if (!instance.existing[site]) {
          opened.setCoefficient(size[z], 1);
        }
      }
    }
    return seatRow;
  }

  private void addUnits(MPConstraint[] seatRow, IntPredicate arcKept) {
    MPObjective objective = solver.objective();
    for (int unit = 0; unit < instance.units; unit++) {
      if (instance.rowStart[unit] == instance.rowStart[unit + 1]) {
        continue;
      }
      unitRow[unit] = solver.makeConstraint(1, 1);
      unserved[unit] = solver.makeNumVar(0, 1, "");
      unitRow[unit].setCoefficient(unserved[unit], 1);
      objective.setCoefficient(unserved[unit], instance.unservedYuan[unit] / MILLION);
      for (int a = instance.rowStart[unit]; a < instance.rowStart[unit + 1]; a++) {
        int site = instance.arcSite[a];
        if (seatRow[site] != null && arcKept.test(a) && couldSeat(unit, site)) {
          arc[a] = solver.makeNumVar(0, 1, "");
          unitRow[unit].setCoefficient(arc[a], 1);
          objective.setCoefficient(arc[a], instance.arcYuan[a] / MILLION);
          seatRow[site].setCoefficient(arc[a], instance.pupils[unit]);
          tieToSizes(a, unit, site);
        }
      }
    }
  }

  private boolean couldSeat(int unit, int site) {
    return instance.seats(unit, instance.sizeStart[site + 1] - 1);
  }

  /** A unit goes to a site only as far as a size is chosen that seats it. */
  private void tieToSizes(int a, int unit, int site) {
    int first = instance.sizeStart[site];
    if (instance.existing[site] && instance.seats(unit, first)) {
      return;
    }
    MPConstraint tie = solver.makeConstraint(-FREE, 0);
    tie.setCoefficient(arc[a], 1);
    for (int z = first; z < instance.sizeStart[site + 1]; z++) {
      if (instance.seats(unit, z)) {
        tie.setCoefficient(size[z], -1);
      }
    }
  }

  /** Adds a cover; parts of it that are no part of the model count as 0. */
  public void add(SeatCover cover) {
    MPConstraint row = solver.makeConstraint(1, FREE);
    for (int k = 0; k < cover.units().length; k++) {
      row.setCoefficient(unserved[cover.units()[k]], cover.unitShare()[k]);
    }
    for (int k = 0; k < cover.sizes().length; k++) {
      if (size[cover.sizes()[k]] != null) {
        row.setCoefficient(size[cover.sizes()[k]], cover.sizeShare()[k]);
      }
    }
    coverRows.add(row);
  }

  boolean[] arcsOfModel() {
    boolean[] kept = new boolean[arc.length];
    for (int a = 0; a < arc.length; a++) {
      kept[a] = arc[a] != null;
    }
    return kept;
  }

  /**
   * Solves the linear model. GLOP sometimes loses its way from the last basis and finds it from
   * none.
   */
  boolean solveLinear() {
    if (solver.solve() == ResultStatus.OPTIMAL) {
      return true;
    }
    solver.reset();
    return solver.solve() == ResultStatus.OPTIMAL;
  }

  /**
   * Solves the model with whole sizes.
   *
   * @param nodes most nodes of the search tree
   * @return false when there is no solution by then
   */
  public boolean solveWhole(int nodes) {
    return Scip.solve(solver, nodes) != Scip.End.NOTHING_FOUND;
  }

  /** The solver's solution, with prices when the model is linear. */
  public LinearSolution solution() {
    double[] unitPrice = new double[unitRow.length];
    double[] coverPrice = new double[coverRows.size()];
    double[] arcReduced = new double[arc.length];
    double[] sizeReduced = new double[size.length];
    if (!whole) {
      for (int unit = 0; unit < unitRow.length; unit++) {
        unitPrice[unit] = unitRow[unit] == null ? 0 : unitRow[unit].dualValue() * MILLION;
      }
      for (int k = 0; k < coverPrice.length; k++) {
        coverPrice[k] = Math.max(0, coverRows.get(k).dualValue() * MILLION);
      }
      readReduced(arc, arcReduced);
      readReduced(size, sizeReduced);
    }
    double[] left = values(unserved);
    for (int unit = 0; unit < left.length; unit++) {
      left[unit] = unserved[unit] == null ? 1 : left[unit];
    }
    return new LinearSolution(
        solver.objective().value() * MILLION,
        values(size),
        values(arc),
        left,
        unitPrice,
        coverPrice,
        arcReduced,
        sizeReduced);
  }

  private static double[] values(MPVariable[] variables) {
    double[] values = new double[variables.length];
    for (int k = 0; k < values.length; k++) {
      values[k] = variables[k] == null ? 0 : variables[k].solutionValue();
    }
    return values;
  }

  private static void readReduced(MPVariable[] variables, double[] reduced) {
    for (int k = 0; k < reduced.length; k++) {
      reduced[k] = variables[k] == null ? Double.MAX_VALUE : variables[k].reducedCost() * MILLION;
    }
  }

  @Override
  public void close() {
    solver.delete();
  }
}
