package org.xuewei.planner.placement.bound;

import org.xuewei.planner.placement.construct.SeatTransport;
import org.xuewei.planner.placement.state.Instance;

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

  /** Whether ways to sites in use are priced on another scale than ways to closed ones. */
  public final boolean isNear;

  ReducedCosts(
      double boundYuan,
      boolean isShort,
      double[] ofArc,
      double[] ofSite,
      int newSchools,
      boolean isNear) {
    this.boundYuan = boundYuan;
    this.isShort = isShort;
    this.ofArc = ofArc;
    this.ofSite = ofSite;
    this.newSchools = newSchools;
    this.isNear = isNear;
  }

  /**
   * The same with ways to sites in use priced by the seats that a choice of sizes has, which is
   * nearer to a solution with those sizes.
   */
  public ReducedCosts near(Instance instance, int[] sizeOf) {
    double[] seatYuan = SeatTransport.of(instance, sizeOf).seatYuan();
    double[] near = ofArc.clone();
    for (int unit = 0; unit < instance.units; unit++) {
      double least = instance.unservedYuan[unit];
      for (int arc = instance.rowStart[unit]; arc < instance.rowStart[unit + 1]; arc++) {
        int site = instance.arcSite[arc];
        if (sizeOf[site] >= 0) {
          near[arc] = instance.arcYuan[arc] + seatYuan[site] * instance.pupils[unit];
          least = Math.min(least, near[arc]);
        }
      }
      for (int arc = instance.rowStart[unit]; arc < instance.rowStart[unit + 1]; arc++) {
        near[arc] -= sizeOf[instance.arcSite[arc]] >= 0 ? least : 0;
      }
    }
    return new ReducedCosts(boundYuan, isShort, near, ofSite, newSchools, true);
  }
}
