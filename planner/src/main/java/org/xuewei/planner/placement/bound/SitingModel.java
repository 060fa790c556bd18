package org.xuewei.planner.placement.bound;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.program.Program;
import org.xuewei.planner.program.ProgramSolution;

/**
 * Siting as a mathematical program: one whole size a site, shares of units on arcs, seats, budget
 * and number of new schools. Seats are those of {@link EffectiveSeats}; a unit goes only to sizes
 * that could seat it alone. Money in the model is million yuan, which suits the solvers'
 * tolerances. Not thread-safe.
 */
public final class SitingModel {
  /** Yuan of one unit of money in the model. */
  static final double MILLION = 1e6;

  /** A free upper or lower side of a row. */
  private static final double FREE = Double.POSITIVE_INFINITY;

  /** In place of a column or row that is no part of the model. */
  private static final int NONE = -1;

  private final Instance instance;
  private final int[] seats;
  private final Program program = new Program();
  private final int[] size;
  private final int[] arc;
  private final int[] unserved;
  private final int[] unitRow;
  private final int firstCover;

  /**
   * @param siteKept sites that are part of the model; the others stay closed
   * @param arcKept arcs that are part of the model, where their site is
   */
  public SitingModel(Instance instance, int[] seats, IntPredicate siteKept, IntPredicate arcKept) {
    this.instance = instance;
    this.seats = seats;
    this.size = none(instance.sizeClasses.length);
    this.arc = none(instance.arcSite.length);
    this.unserved = none(instance.units);
    this.unitRow = none(instance.units);
    addUnits(addSites(siteKept), arcKept);
    this.firstCover = program.rows();
  }

  private static int[] none(int length) {
    int[] indices = new int[length];
    Arrays.fill(indices, NONE);
    return indices;
  }

  private int[] addSites(IntPredicate siteKept) {
    int budget =
        program.addRow(-FREE, instance.budget == Long.MAX_VALUE ? FREE : instance.budget / MILLION);
    int opened =
        program.addRow(
            -FREE,
            instance.newSchoolsAtMost == Integer.MAX_VALUE ? FREE : instance.newSchoolsAtMost);
    int[] seatRow = none(instance.sites);
    for (int site = 0; site < instance.sites; site++) {
      if (!siteKept.test(site)) {
        continue;
      }
      seatRow[site] = program.addRow(-FREE, 0);
      int oneSize = program.addRow(instance.existing[site] ? 1 : 0, 1);
      for (int z = instance.sizeStart[site]; z < instance.sizeStart[site + 1]; z++) {
        size[z] = program.addColumn(0, 1, true, instance.sizeYuan[z] / MILLION);
        program.set(oneSize, size[z], 1);
        program.set(budget, size[z], instance.sizeCapital[z] / MILLION);
        program.set(seatRow[site], size[z], -seats[z]);
        if (!instance.existing[site]) {
          program.set(opened, size[z], 1);
        }
      }
    }
    return seatRow;
  }

  private void addUnits(int[] seatRow, IntPredicate arcKept) {
    for (int unit = 0; unit < instance.units; unit++) {
      if (instance.rowStart[unit] == instance.rowStart[unit + 1]) {
        continue;
      }
      unitRow[unit] = program.addRow(1, 1);
      unserved[unit] = program.addColumn(0, 1, false, instance.unservedYuan[unit] / MILLION);
      program.set(unitRow[unit], unserved[unit], 1);
      for (int a = instance.rowStart[unit]; a < instance.rowStart[unit + 1]; a++) {
        int site = instance.arcSite[a];
        if (seatRow[site] != NONE && arcKept.test(a) && couldSeat(unit, site)) {
          arc[a] = program.addColumn(0, 1, false, instance.arcYuan[a] / MILLION);
          program.set(unitRow[unit], arc[a], 1);
          program.set(seatRow[site], arc[a], instance.pupils[unit]);
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
    int tie = program.addRow(-FREE, 0);
    program.set(tie, arc[a], 1);
    for (int z = first; z < instance.sizeStart[site + 1]; z++) {
      if (instance.seats(unit, z)) {
        program.set(tie, size[z], -1);
      }
    }
  }

  /** Adds a cover; parts of it that are no part of the model count as 0. */
  public void add(SeatCover cover) {
    int row = program.addRow(1, FREE);
    for (int k = 0; k < cover.units().length; k++) {
      program.set(row, unserved[cover.units()[k]], cover.unitShare()[k]);
    }
    for (int k = 0; k < cover.sizes().length; k++) {
      if (size[cover.sizes()[k]] != NONE) {
        program.set(row, size[cover.sizes()[k]], cover.sizeShare()[k]);
      }
    }
  }

  boolean[] arcsOfModel() {
    boolean[] kept = new boolean[arc.length];
    for (int a = 0; a < arc.length; a++) {
      kept[a] = arc[a] != NONE;
    }
    return kept;
  }

  /** The model, to be solved with its whole sizes or without; it grows with every cover. */
  public Program program() {
    return program;
  }

  /** Share of each size that a solution chooses. */
  public double[] chosen(ProgramSolution found) {
    return at(size, 0, found::value);
  }

  /** Share of each unit that takes an arc in a solution. */
  public double[] taken(ProgramSolution found) {
    return at(arc, 0, found::value);
  }

  /** A solution of the linear model with its prices. */
  LinearSolution priced(ProgramSolution found) {
    double[] coverPrice =
        IntStream.range(firstCover, program.rows())
            .mapToDouble(row -> Math.max(0, found.rowPrice(row) * MILLION))
            .toArray();
    return new LinearSolution(
        found.objective() * MILLION,
        chosen(found),
        taken(found),
        at(unserved, 1, found::value),
        at(unitRow, 0, row -> found.rowPrice(row) * MILLION),
        coverPrice,
        at(arc, Double.MAX_VALUE, column -> found.reducedCost(column) * MILLION),
        at(size, Double.MAX_VALUE, column -> found.reducedCost(column) * MILLION));
  }

  /** Numbers of columns or rows, and something else where there is none. */
  private static double[] at(int[] indices, double otherwise, IntToDoubleFunction number) {
    return Arrays.stream(indices)
        .mapToDouble(index -> index == NONE ? otherwise : number.applyAsDouble(index))
        .toArray();
  }
}
