package org.xuewei.planner.placement.bound;

/**
 * What arcs are worth at the best Lagrangian prices: guides, no bounds. Never written after
 * construction.
 */
public final class ReducedCosts {
  /** By arc: its yuan and the seats it takes, less the price of a place for its unit. */
  public final double[] ofArc;

  ReducedCosts(double[] ofArc) {
    this.ofArc = ofArc;
  }
}
