package org.xuewei.planner.placement.bound;

/** What places are worth, from the best relaxation found. */
public final class Prices {
  private final double[] unitYuan;
  private final double capitalPrice;
  private final long lowerBoundYuan;

  Prices(double[] unitYuan, double capitalPrice, long lowerBoundYuan) {
    this.unitYuan = unitYuan.clone();
    this.capitalPrice = capitalPrice;
    this.lowerBoundYuan = lowerBoundYuan;
  }

  /** Yuan a year that a place for the unit is worth. */
  public double ofUnit(int unit) {
    return unitYuan[unit];
  }

  /** Yuan a year that one yuan of capital is worth; 0 when the budget does not bind. */
  public double ofCapital() {
    return capitalPrice;
  }

  /** No solution costs less; without the price of units that have no arc. */
  public long lowerBoundYuan() {
    return lowerBoundYuan;
  }
}
