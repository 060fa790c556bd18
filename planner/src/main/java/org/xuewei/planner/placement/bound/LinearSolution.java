package org.xuewei.planner.placement.bound;

/**
 * Solution and prices of the linear relaxation. Arrays are indexed as in {@link
 * org.xuewei.planner.placement.state.Instance} and never written after construction. Money is yuan
 * a year.
 */
public final class LinearSolution {
  public final double yuan;

  /** Share of each size that is chosen. */
  public final double[] chosen;

  /** Share of each unit that takes an arc. */
  public final double[] taken;

  /** Share of each unit without a place. */
  public final double[] unserved;

  /** Price of a place for each unit, free in sign. */
  final double[] unitPrice;

  /** Price of each cover, at least 0. */
  final double[] coverPrice;

  /** What the objective rises by when an arc is forced. */
  public final double[] arcReducedYuan;

  /** What the objective rises by when a size is forced. */
  public final double[] sizeReducedYuan;

  LinearSolution(
      double yuan,
      double[] chosen,
      double[] taken,
      double[] unserved,
      double[] unitPrice,
      double[] coverPrice,
      double[] arcReducedYuan,
      double[] sizeReducedYuan) {
    this.yuan = yuan;
    this.chosen = chosen;
    this.taken = taken;
    this.unserved = unserved;
    this.unitPrice = unitPrice;
    this.coverPrice = coverPrice;
    this.arcReducedYuan = arcReducedYuan;
    this.sizeReducedYuan = sizeReducedYuan;
  }
}
