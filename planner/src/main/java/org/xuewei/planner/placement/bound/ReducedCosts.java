package org.xuewei.planner.placement.bound;

/**
 * What arcs and sites are worth at the best Lagrangian prices: guides, no bounds. Never written
 * after construction.
 */
public final class ReducedCosts {
  /** The bound at these prices, without the units that have no arc. */
  public final double boundYuan;

  /** Whether money or seats are short: the relaxation spends the budget or leaves units out. */
  public final boolean isShort;

  /** By arc: its yuan and the seats it takes, less the price of a place for its unit. */
  public final double[] ofArc;

  /** By site: what it adds to the bound at its best size; below 0 where it pays. */
  public final double[] ofSite;

  /** Candidates that the relaxation opens. */
  public final int newSchools;

  ReducedCosts(double boundYuan, boolean isShort, double[] ofArc, double[] ofSite, int newSchools) {
    this.boundYuan = boundYuan;
    this.isShort = isShort;
    this.ofArc = ofArc;
    this.ofSite = ofSite;
    this.newSchools = newSchools;
  }
}
