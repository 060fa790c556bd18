package org.xuewei.planner.program;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * When a search for whole numbers ends; never by time, so that equal searches end equally.
 *
 * @param nodes most nodes of the search tree, at least 1
 * @param absoluteGap ends within so much of the best bound, in the objective's unit, at least 0
 * @param relativeGap ends within such a share of the best bound, at least 0
 * @param alternatives other solutions wanted at most, of those found on the way, at least 0
 * @param cutRounds rounds in which the root of the tree gets cutting planes, at least 0, or {@link
 *     #ANY}: they raise the bound, and take most of the time of small programs
 */
public record SearchLimits(
    long nodes, double absoluteGap, double relativeGap, int alternatives, int cutRounds) {
  /** As many as the solver finds worth while. */
  public static final int ANY = -1;

  public SearchLimits {
    if (nodes < 1) {
      throw new IllegalArgumentException("nodes is " + nodes);
    }
    checkGap(absoluteGap);
    checkGap(relativeGap);
    if (alternatives < 0) {
      throw new IllegalArgumentException("alternatives is " + alternatives);
    }
    if (cutRounds < ANY) {
      throw new IllegalArgumentException("cutRounds is " + cutRounds);
    }
  }

  private static void checkGap(double gap) {
    if (!(gap >= 0 && gap < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("gap is " + gap);
    }
  }

  /** So many nodes, or the optimum. */
  public static SearchLimits ofNodes(long nodes) {
    return new SearchLimits(nodes, 0, 0, 0, ANY);
  }

  /** The same search, which tells other solutions too. */
  public SearchLimits withAlternatives(int most) {
    return new SearchLimits(nodes, absoluteGap, relativeGap, most, cutRounds);
  }

  void writeTo(DataOutput out) throws IOException {
    out.writeLong(nodes);
    out.writeDouble(absoluteGap);
    out.writeDouble(relativeGap);
    out.writeInt(alternatives);
    out.writeInt(cutRounds);
  }

  static SearchLimits readFrom(DataInput in) throws IOException {
    return new SearchLimits(
        in.readLong(), in.readDouble(), in.readDouble(), in.readInt(), in.readInt());
  }
}
