package org.xuewei.planner.program;

import java.util.BitSet;
import java.util.Objects;

/**
 * A linear program to be minimised, some of its columns whole numbers: Σ cost · x, where every
 * row's Σ coefficient · x lies between the row's bounds and every x between its column's. It only
 * grows. Columns and rows are counted from 0 in the order of their making; that order, and no name
 * or address, is what a solver sees, so equally made programs have equal solutions. Units are the
 * maker's; numbers between a thousandth and a million suit the tolerances of solvers, which are
 * about 1e-6. Not thread-safe.
 */
public final class Program {
  private final Doubles columnLower = new Doubles();
  private final Doubles columnUpper = new Doubles();
  private final BitSet whole = new BitSet();
  private final Doubles cost = new Doubles();
  private final Doubles hint = new Doubles();
  private final Doubles rowLower = new Doubles();
  private final Doubles rowUpper = new Doubles();
  private final Ints entryRow = new Ints();
  private final Ints entryColumn = new Ints();
  private final Doubles coefficient = new Doubles();

  /**
   * Adds a column without coefficients.
   *
   * @param lower least value; negative infinity for none
   * @param upper greatest value, at least {@code lower}; positive infinity for none
   * @param whole whether only whole numbers are allowed
   * @param cost what the objective rises by with every unit, finite
   * @return its index
   * @throws IllegalArgumentException if a bound is NaN, the bounds cross or the cost is not finite
   */
  public int addColumn(double lower, double upper, boolean whole, double cost) {
    checkBounds("column", lower, upper);
    checkFinite("cost", cost);
    columnLower.add(lower);
    columnUpper.add(upper);
    this.whole.set(columns(), whole);
    hint.add(Double.NaN);
    this.cost.add(cost);
    return columns() - 1;
  }

  /**
   * Adds a row without coefficients.
   *
   * @param lower least sum; negative infinity for none
   * @param upper greatest sum, at least {@code lower}; positive infinity for none
   * @return its index
   * @throws IllegalArgumentException if a bound is NaN or the bounds cross
   */
  public int addRow(double lower, double upper) {
    checkBounds("row", lower, upper);
    rowLower.add(lower);
    rowUpper.add(upper);
    return rows() - 1;
  }

  /**
   * Gives a column its coefficient in a row. Every pair at most once, which is checked when the
   * program is solved; pairs never set have 0, and setting 0 changes nothing.
   *
   * @throws IllegalArgumentException if the coefficient is not finite
   */
  public void set(int row, int column, double coefficient) {
    Objects.checkIndex(row, rows());
    Objects.checkIndex(column, columns());
    checkFinite("coefficient", coefficient);
    if (coefficient == 0) {
      return;
    }
    entryRow.add(row);
    entryColumn.add(column);
    this.coefficient.add(coefficient);
  }

  /**
   * Tells where a good solution may lie. A search for whole numbers starts there when the hinted
   * columns can be completed to a solution; other solvers pass it over. The last hint of a column
   * counts.
   *
   * @throws IllegalArgumentException if the value is not finite
   */
  public void hint(int column, double value) {
    Objects.checkIndex(column, columns());
    checkFinite("hint", value);
    hint.set(column, value);
  }

  public int columns() {
    return cost.size();
  }

  public int rows() {
    return rowLower.size();
  }

  private static void checkBounds(String of, double lower, double upper) {
    boolean reachable =
        lower <= upper && lower < Double.POSITIVE_INFINITY && upper > Double.NEGATIVE_INFINITY;
    if (!reachable) {
      throw new IllegalArgumentException(of + " between " + lower + " and " + upper);
    }
  }

  private static void checkFinite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " is " + value);
    }
  }

  Extent extent() {
    return new Extent(columns(), rows(), coefficient.size());
  }

  double columnLower(int column) {
    return columnLower.get(column);
  }

  double columnUpper(int column) {
    return columnUpper.get(column);
  }

  boolean isWhole(int column) {
    return whole.get(column);
  }

  double cost(int column) {
    return cost.get(column);
  }

  /** NaN without a hint. */
  double hint(int column) {
    return hint.get(column);
  }

  double rowLower(int row) {
    return rowLower.get(row);
  }

  double rowUpper(int row) {
    return rowUpper.get(row);
  }

  int entryRow(int entry) {
    return entryRow.get(entry);
  }

  int entryColumn(int entry) {
    return entryColumn.get(entry);
  }

  double coefficient(int entry) {
    return coefficient.get(entry);
  }
}
