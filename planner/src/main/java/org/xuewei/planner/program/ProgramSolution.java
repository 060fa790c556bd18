package org.xuewei.planner.program;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a solver found. Values, prices and reduced costs are within the solver's tolerances, about
 * 1e-6; nothing here is a proof. Immutable.
 */
public final class ProgramSolution {
  /** How a solve ended. */
  public enum Status {
    /** The best solution, within the gap that was asked for. */
    OPTIMAL,
    /** A solution; a limit ended the search for a better one. */
    FEASIBLE,
    /** There is no solution. */
    INFEASIBLE,
    /** Nothing was found: {@link ProgramSolution#reason} says why. */
    NONE
  }

  private static final double[] NO_NUMBERS = {};

  private final Status status;
  private final String reason;
  private final double objective;
  private final double bestBound;
  private final double[] value;
  private final double[] rowPrice;
  private final double[] reducedCost;
  private final List<ProgramSolution> alternatives;

  private ProgramSolution(
      Status status,
      String reason,
      double objective,
      double bestBound,
      double[] value,
      double[] rowPrice,
      double[] reducedCost,
      List<ProgramSolution> alternatives) {
    this.status = status;
    this.reason = reason;
    this.objective = objective;
    this.bestBound = bestBound;
    this.value = value;
    this.rowPrice = rowPrice;
    this.reducedCost = reducedCost;
    this.alternatives = alternatives;
  }

  static ProgramSolution whole(
      boolean optimal,
      double objective,
      double bestBound,
      double[] value,
      List<ProgramSolution> alternatives) {
    Status status = optimal ? Status.OPTIMAL : Status.FEASIBLE;
    return new ProgramSolution(
        status, "", objective, bestBound, value, NO_NUMBERS, NO_NUMBERS, alternatives);
  }

  static ProgramSolution linear(
      double objective, double[] value, double[] rowPrice, double[] reducedCost) {
    return new ProgramSolution(
        Status.OPTIMAL, "", objective, objective, value, rowPrice, reducedCost, List.of());
  }

  static ProgramSolution infeasible() {
    return without(Status.INFEASIBLE, "", Double.POSITIVE_INFINITY);
  }

  static ProgramSolution none(String reason) {
    return none(reason, Double.NEGATIVE_INFINITY);
  }

  static ProgramSolution none(String reason, double bestBound) {
    return without(Status.NONE, reason, bestBound);
  }

  private static ProgramSolution without(Status status, String reason, double bestBound) {
    return new ProgramSolution(
        status,
        reason,
        Double.POSITIVE_INFINITY,
        bestBound,
        NO_NUMBERS,
        NO_NUMBERS,
        NO_NUMBERS,
        List.of());
  }

  public Status status() {
    return status;
  }

  /** Whether there are values. */
  public boolean isFound() {
    return status == Status.OPTIMAL || status == Status.FEASIBLE;
  }

  /** Why nothing was found, for people; empty with any other status. */
  public String reason() {
    return reason;
  }

  /** Cost of the values; positive infinity without any. */
  public double objective() {
    return objective;
  }

  /** No solution costs less, says the solver; negative infinity when it says nothing. */
  public double bestBound() {
    return bestBound;
  }

  /**
   * @throws IndexOutOfBoundsException if there are no values, or the column is newer than the solve
   */
  public double value(int column) {
    return value[column];
  }

  /**
   * What the objective rises by when the bounds of the row rise by 1, at the margin: at least 0 for
   * a row at its lower bound, at most 0 at its upper.
   *
   * @throws IndexOutOfBoundsException if this is no solution of a linear session, or the row is
   *     newer than the solve
   */
  public double rowPrice(int row) {
    return rowPrice[row];
  }

  /**
   * What the objective rises by with one more of the column, at the margin, after what it uses of
   * the rows is paid: its cost less Σ coefficient · price.
   *
   * @throws IndexOutOfBoundsException if this is no solution of a linear session, or the column is
   *     newer than the solve
   */
  public double reducedCost(int column) {
    return reducedCost[column];
  }

  /** Other solutions that were asked for; none of them has alternatives of its own. */
  public List<ProgramSolution> alternatives() {
    return alternatives;
  }

  void writeTo(DataOutput out) throws IOException {
    out.writeByte(status.ordinal());
    out.writeUTF(reason);
    out.writeDouble(objective);
    out.writeDouble(bestBound);
    for (double[] numbers : new double[][] {value, rowPrice, reducedCost}) {
      out.writeInt(numbers.length);
      for (double number : numbers) {
        out.writeDouble(number);
      }
    }
    out.writeInt(alternatives.size());
    for (ProgramSolution alternative : alternatives) {
      alternative.writeTo(out);
    }
  }

  /**
   * @param extent of the solved program, whose numbers of columns and rows the arrays must have
   * @throws IOException if they have others
   */
  static ProgramSolution readFrom(DataInput in, Extent extent) throws IOException {
    int ordinal = in.readUnsignedByte();
    if (ordinal >= Status.values().length) {
      throw new IOException("status " + ordinal);
    }
    return new ProgramSolution(
        Status.values()[ordinal],
        in.readUTF(),
        in.readDouble(),
        in.readDouble(),
        numbers(in, extent.columns()),
        numbers(in, extent.rows()),
        numbers(in, extent.columns()),
        alternatives(in, extent));
  }

  private static List<ProgramSolution> alternatives(DataInput in, Extent extent)
      throws IOException {
    int count = in.readInt();
    List<ProgramSolution> alternatives = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      alternatives.add(readFrom(in, extent));
    }
    return List.copyOf(alternatives);
  }

  private static double[] numbers(DataInput in, int expected) throws IOException {
    int count = in.readInt();
    if (count != 0 && count != expected) {
      throw new IOException(count + " numbers instead of " + expected);
    }
    double[] numbers = new double[count];
    for (int k = 0; k < count; k++) {
      numbers[k] = in.readDouble();
    }
    return numbers;
  }
}
