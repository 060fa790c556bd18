package org.xuewei.planner.placement.bound;

/**
 * What arcs and seats are worth at the best Lagrangian prices: guides, no bounds. Never written
 * after construction.
 */
public final class ReducedCosts {
  /** By arc: its yuan and the seats it takes, less the price of a place for its unit. */
  public final double[] ofArc;

  /** By site: yuan of one more seat; 0 where it has seats to spare. */
  public final double[] ofSeat;

  ReducedCosts(double[] ofArc, double[] ofSeat) {
    this.ofArc = ofArc;
    this.ofSeat = ofSeat;
  }
}
