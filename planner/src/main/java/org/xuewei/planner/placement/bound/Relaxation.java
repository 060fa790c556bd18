package org.xuewei.planner.placement.bound;

import java.util.Arrays;
import org.xuewei.planner.placement.state.Instance;

/**
 * The Lagrangian relaxation of "every unit has one place": each unit offers a price for a place, at
 * most its unserved price; each site takes the units that pay best. The sum is a lower bound of the
 * objective for any prices (Geoffrion 1974; for single-source siting see Holmberg, Rönnqvist and
 * Yuan 1999).
 */
final class Relaxation {
  /** Share of all summed amounts taken off the bound against the rounding of doubles. */
  private static final double ROUNDING = 1e-11;

  private final Instance instance;
  private final SiteKnapsack[] knapsacks;
  private final double[] value;
  private final long[] cheapest;
  private final SizeChoice choice;

  /** Share of each unit that the sites took at the last evaluation; 1 is right. */
  final double[] taken;

  Relaxation(Instance instance) {
    this.instance = instance;
    this.knapsacks = new SiteKnapsack[instance.sites];
    this.cheapest = new long[instance.sites];
    for (int site = 0; site < instance.sites; site++) {
      knapsacks[site] = new SiteKnapsack(instance, site);
      cheapest[site] = Long.MAX_VALUE;
      for (int size = instance.sizeStart[site]; size < instance.sizeStart[site + 1]; size++) {
        cheapest[site] = Math.min(cheapest[site], instance.sizeYuan[size]);
      }
    }
    this.value = new double[instance.sizeClasses.length];
    this.choice = new SizeChoice(instance);
    this.taken = new double[instance.units];
  }

  /**
   * @param price yuan a year by unit, from 0 to its unserved price
   * @return lower bound of the objective without the units that have no arc
   */
  double bound(double[] price) {
    double sum = 0;
    double amounts = 0;
    for (int unit = 0; unit < instance.units; unit++) {
      sum += instance.rowStart[unit] < instance.rowStart[unit + 1] ? price[unit] : 0;
    }
    amounts += sum;
    for (int site = 0; site < instance.sites; site++) {
      SiteKnapsack knapsack = knapsacks[site];
      knapsack.setPrices(price);
      double offered = knapsack.offered();
      boolean paysNever = !instance.existing[site] && offered <= cheapest[site];
      for (int size = instance.sizeStart[site]; size < instance.sizeStart[site + 1]; size++) {
        double paid = paysNever ? offered : knapsack.value(size);
        value[size] = instance.sizeYuan[size] - paid;
        amounts += paid + instance.sizeYuan[size];
      }
    }
    sum += choice.solve(value);
    amounts += choice.capitalPrice() * (instance.budget == Long.MAX_VALUE ? 0 : instance.budget);
    readShares();
    return sum - ROUNDING * amounts;
  }

  private void readShares() {
    Arrays.fill(taken, 0);
    for (int site = 0; site < instance.sites; site++) {
      int within = choice.within(site);
      int above = choice.above(site);
      double shareAbove = choice.shareAbove();
      if (within == above) {
        addShares(site, within, 1);
      } else {
        addShares(site, within, 1 - shareAbove);
        addShares(site, above, shareAbove);
      }
    }
  }

  private void addShares(int site, int size, double times) {
    if (size >= 0 && times > 0) {
      knapsacks[site].addShares(size, times, taken);
    }
  }

  double capitalPrice() {
    return choice.capitalPrice();
  }
}
