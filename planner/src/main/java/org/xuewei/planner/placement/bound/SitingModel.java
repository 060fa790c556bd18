package org.xuewei.planner.placement.bound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
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

  /** Shares and millions below this count as nothing. */
  private static final double NEGLIGIBLE = 1e-6;

  /** Arcs of a unit that one growth adds at most. */
  private static final int ARCS_AT_ONCE = 3;

  /** In place of a column or row that is no part of the model. */
  private static final int NONE = -1;

  private final Instance instance;
  private final int[] seats;
  private final Program program = new Program();
  private final int[] size;
  private final int[] arc;
  private final int[] unserved;
  private final int[] unitRow;
  private final int[] seatRow;
  private final BitSet tied = new BitSet();
  private final List<Integer> coverRows = new ArrayList<>();

  /**
   * The model over some sites and arcs, where a unit goes to a site only as far as a size is chosen
   * that seats it.
   *
   * @param siteKept sites that are part of the model; the others stay closed
   * @param arcKept arcs that are part of the model, where their site is
   */
  public SitingModel(Instance instance, int[] seats, IntPredicate siteKept, IntPredicate arcKept) {
    this(instance, seats, siteKept);
    for (int a = 0; a < arc.length; a++) {
      if (seatRow[instance.arcSite[a]] != NONE && arcKept.test(a) && couldSeat(instance, a)) {
        add(a);
        tie(a);
      }
    }
  }

  /** The model without any arc, to which arcs and their ties are added one by one. */
  SitingModel(Instance instance, int[] seats, IntPredicate siteKept) {
    this.instance = instance;
    this.seats = seats;
    this.size = none(instance.sizeClasses.length);
    this.arc = none(instance.arcSite.length);
    this.unserved = none(instance.units);
    this.unitRow = none(instance.units);
    this.seatRow = addSites(siteKept);
    addUnits();
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

  private void addUnits() {
    for (int unit = 0; unit < instance.units; unit++) {
      if (instance.rowStart[unit] == instance.rowStart[unit + 1]) {
        continue;
      }
      unitRow[unit] = program.addRow(1, 1);
      unserved[unit] = program.addColumn(0, 1, false, instance.unservedYuan[unit] / MILLION);
      program.set(unitRow[unit], unserved[unit], 1);
    }
  }

  /** Adds an arc that {@link #couldSeat}, whose site is part of the model. */
  void add(int a) {
    int unit = instance.arcUnit[a];
    arc[a] = program.addColumn(0, 1, false, instance.arcYuan[a] / MILLION);
    program.set(unitRow[unit], arc[a], 1);
    program.set(seatRow[instance.arcSite[a]], arc[a], instance.pupils[unit]);
  }

  boolean has(int a) {
    return arc[a] != NONE;
  }

  /** True when the site's largest size seats the unit alone. */
  static boolean couldSeat(Instance instance, int a) {
    return instance.seats(instance.arcUnit[a], instance.largestSize(instance.arcSite[a]));
  }

  /** A unit goes to a site only as far as a size is chosen that seats it. */
  void tie(int a) {
    int site = instance.arcSite[a];
    int unit = instance.arcUnit[a];
    int first = instance.sizeStart[site];
    if (instance.existing[site] && instance.seats(unit, first)) {
      return;
    }
    tied.set(a);
    int row = program.addRow(-FREE, 0);
    program.set(row, arc[a], 1);
    for (int z = first; z < instance.sizeStart[site + 1]; z++) {
      if (instance.seats(unit, z)) {
        program.set(row, size[z], -1);
      }
    }
  }

  /**
   * Adds the arcs that would lower the cost of a linear solution, the best of each unit, and the
   * ties that it breaks.
   *
   * @return whether there were any
   */
  boolean grow(ProgramSolution found) {
    int before = program.columns() + program.rows();
    for (int a = 0; a < arc.length; a++) {
      if (arc[a] != NONE && !tied.get(a) && breaksTie(a, found)) {
        tie(a);
      }
    }
    for (int unit = 0; unit < instance.units; unit++) {
      addCheapest(unit, found);
    }
    return program.columns() + program.rows() > before;
  }

  /** Adds the arcs of a unit that would lower the cost most. */
  private void addCheapest(int unit, ProgramSolution found) {
    IntStream.range(instance.rowStart[unit], instance.rowStart[unit + 1])
        .filter(a -> arc[a] == NONE && seatRow[instance.arcSite[a]] != NONE)
        .filter(a -> couldSeat(instance, a) && reduced(a, found) < -NEGLIGIBLE)
        .boxed()
        .sorted(Comparator.comparingDouble(a -> reduced(a, found)))
        .limit(ARCS_AT_ONCE)
        .forEach(this::add);
  }

  private boolean breaksTie(int a, ProgramSolution found) {
    double share = found.value(arc[a]);
    if (share < NEGLIGIBLE) {
      return false;
    }
    int site = instance.arcSite[a];
    double seating = 0;
    for (int z = instance.sizeStart[site]; z < instance.sizeStart[site + 1]; z++) {
      seating += instance.seats(instance.arcUnit[a], z) ? found.value(size[z]) : 0;
    }
    return share > seating + NEGLIGIBLE;
  }

  /** What an arc costs beyond the prices of its unit's place and of the seats it takes, million. */
  private double reduced(int a, ProgramSolution found) {
    int unit = instance.arcUnit[a];
    return instance.arcYuan[a] / MILLION
        - found.rowPrice(unitRow[unit])
        - instance.pupils[unit] * found.rowPrice(seatRow[instance.arcSite[a]]);
  }

  /** Adds a cover; parts of it that are no part of the model count as 0. */
  public void add(SeatCover cover) {
    int row = program.addRow(1, FREE);
    coverRows.add(row);
    for (int k = 0; k < cover.units().length; k++) {
      program.set(row, unserved[cover.units()[k]], cover.unitShare()[k]);
    }
    for (int k = 0; k < cover.sizes().length; k++) {
      if (size[cover.sizes()[k]] != NONE) {
        program.set(row, size[cover.sizes()[k]], cover.sizeShare()[k]);
      }
    }
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
        coverRows.stream().mapToDouble(row -> Math.max(0, found.rowPrice(row) * MILLION)).toArray();
    return new LinearSolution(
        found.objective() * MILLION,
        chosen(found),
        taken(found),
        at(unserved, 1, found::value),
        at(unitRow, 0, row -> found.rowPrice(row) * MILLION),
        coverPrice,
        arcsReduced(found),
        at(size, Double.MAX_VALUE, column -> found.reducedCost(column) * MILLION));
  }

  private double[] arcsReduced(ProgramSolution found) {
    return IntStream.range(0, arc.length)
        .mapToDouble(
            a ->
                arc[a] != NONE
                    ? found.reducedCost(arc[a]) * MILLION
                    : seatRow[instance.arcSite[a]] == NONE || !couldSeat(instance, a)
                        ? Double.MAX_VALUE
                        : reduced(a, found) * MILLION)
        .toArray();
  }

  /** Numbers of columns or rows, and something else where there is none. */
  private static double[] at(int[] indices, double otherwise, IntToDoubleFunction number) {
    return Arrays.stream(indices)
        .mapToDouble(index -> index == NONE ? otherwise : number.applyAsDouble(index))
        .toArray();
  }
}
