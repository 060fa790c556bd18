package org.xuewei.planner.placement.bound;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.xuewei.planner.placement.state.Instance;

/**
 * The Lagrangian relaxation of "every unit has one place" and of the seat covers: each unit offers
 * a price for a place, each site takes the units that pay best, and larger sizes and unserved units
 * are cheaper by what they do for a cover. The sum is a lower bound of the objective for any prices
 * (Geoffrion 1974; for single-source siting see Holmberg, Rönnqvist and Yuan 1999).
 */
final class Relaxation {
  /** Share of all summed amounts taken off the bound against the rounding of doubles. */
  private static final double ROUNDING = 1e-9;

  private final Instance instance;
  private final List<SeatCover> covers;
  private final SiteKnapsack[] knapsacks;
  private final double[] sizeYuan;
  private final double[] value;
  private final SizeChoice choice;
  private Fixed fixed = Fixed.NONE;
  private boolean isConnected;

  /** Share of each unit that the sites took at the last evaluation; 1 is right. */
  final double[] taken;

  /** Left side of each cover at the last evaluation; at least 1 is right. */
  final double[] met;

  private final double[] unserved;
  private final double[] unservedYuan;
  private final double[] chosen;

  Relaxation(Instance instance, List<SeatCover> covers) {
    this.instance = instance;
    this.covers = covers;
    this.knapsacks = new SiteKnapsack[instance.sites];
    double[] room = SiteKnapsack.room(instance);
    for (int site = 0; site < instance.sites; site++) {
      knapsacks[site] = new SiteKnapsack(instance, site, room);
    }
    this.sizeYuan = new double[instance.sizeClasses.length];
    this.value = new double[instance.sizeClasses.length];
    this.choice = new SizeChoice(instance);
    this.taken = new double[instance.units];
    this.met = new double[covers.size()];
    this.unserved = new double[instance.units];
    this.unservedYuan = new double[instance.units];
    this.chosen = new double[instance.sizeClasses.length];
  }

  /**
   * Prices the covers; to be called before {@link #bound} and {@link #unservedYuan}.
   *
   * @param coverPrice yuan a year by cover, at least 0
   */
  void priceCovers(double[] coverPrice) {
    for (int size = 0; size < sizeYuan.length; size++) {
      sizeYuan[size] = instance.sizeYuan[size];
    }
    for (int unit = 0; unit < unservedYuan.length; unit++) {
      unservedYuan[unit] = instance.unservedYuan[unit];
    }
    for (int k = 0; k < coverPrice.length; k++) {
      SeatCover cover = covers.get(k);
      for (int i = 0; i < cover.units().length; i++) {
        unservedYuan[cover.units()[i]] -= coverPrice[k] * cover.unitShare()[i];
      }
      for (int i = 0; i < cover.sizes().length; i++) {
        sizeYuan[cover.sizes()[i]] -= coverPrice[k] * cover.sizeShare()[i];
      }
    }
  }

  /** Restricts the solutions that the bound is for. */
  void fix(Fixed sites) {
    fixed = sites;
    choice.fix(sites);
  }

  /** True when the last evaluation chose a size of the site. */
  boolean isOpen(int site) {
    return choice.within(site) >= 0;
  }

  /** Whether knapsacks are to be solved exactly where that takes work. */
  void exact(boolean wanted) {
    for (SiteKnapsack knapsack : knapsacks) {
      knapsack.exact(wanted);
    }
  }

  /**
   * From now on what a site takes hangs together with the unit that it lies in, where the instance
   * wants that: raises the bound, and takes much longer.
   */
  void connect() {
    isConnected = true;
    for (int site = 0; site < knapsacks.length; site++) {
      knapsacks[site].connect(site);
    }
  }

  /** True when the last evaluation spent the budget or left out units that have arcs. */
  boolean isShort() {
    return choice.capitalPrice() > 0
        || IntStream.range(0, instance.units).anyMatch(unit -> hasArc(unit) && unserved[unit] > 0);
  }

  /** What a unit without a place costs beside what it does for covers; no price is higher. */
  double unservedYuan(int unit) {
    return unservedYuan[unit];
  }

  /**
   * @param price yuan a year by unit, at most its {@link #unservedYuan}
   * @param coverPrice as last given to {@link #priceCovers}
   * @return lower bound of the objective without the units that have no arc
   */
  double bound(double[] price, double[] coverPrice) {
    double sum = instance.missingYuan;
    double amounts = instance.missingYuan;
    for (int unit = 0; unit < instance.units; unit++) {
      double offered = hasArc(unit) ? price[unit] : 0;
      sum += offered;
      amounts += Math.abs(offered);
    }
    for (double yuan : coverPrice) {
      sum += yuan;
      amounts += yuan;
    }
    IntStream sites = IntStream.range(0, instance.sites);
    boolean isParallel = isConnected && instance.bands == 1; // with two bands they share a table
    double[] ofSite =
        (isParallel ? sites.parallel() : sites).mapToDouble(site -> offer(site, price)).toArray();
    for (double ofOne : ofSite) {
      amounts += ofOne;
    }
    sum += choice.solve(value, yuanOfOneUnserved(price));
    amounts += choice.capitalPrice() * (instance.budget == Long.MAX_VALUE ? 0 : instance.budget);
    readShares(price);
    return sum - ROUNDING * amounts;
  }

  private double yuanOfOneUnserved(double[] price) {
    double least = Double.POSITIVE_INFINITY;
    for (int unit = 0; unit < instance.units; unit++) {
      if (hasArc(unit)) {
        least = Math.min(least, unservedYuan[unit] - price[unit]);
      }
    }
    return Math.max(0, least);
  }

  private double offer(int site, double[] price) {
    if (fixed.closed().get(site)) {
      return 0;
    }
    SiteKnapsack knapsack = knapsacks[site];
    knapsack.take(arc -> price[instance.arcUnit[arc]] - instance.arcYuan[arc]);
    boolean mayClose = !instance.existing[site] && !fixed.open().get(site);
    boolean paysNever = mayClose && paysNever(site, knapsack);
    double amounts = 0;
    for (int size = instance.sizeStart[site]; size < instance.sizeStart[site + 1]; size++) {
      double paid = paysNever ? knapsack.valueAtMost(size) : knapsack.value(size);
      value[size] = sizeYuan[size] - paid;
      amounts += paid + Math.abs(sizeYuan[size]);
    }
    return amounts;
  }

  private boolean paysNever(int site, SiteKnapsack knapsack) {
    for (int size = instance.sizeStart[site]; size < instance.sizeStart[site + 1]; size++) {
      if (knapsack.valueAtMost(size) > sizeYuan[size]) {
        return false;
      }
    }
    return true;
  }

  private boolean hasArc(int unit) {
    return instance.rowStart[unit] < instance.rowStart[unit + 1];
  }

  /**
   * What a seat of each site is worth at the size chosen last, or at the cheapest where it is
   * closed; 0 where it has seats to spare.
   */
  double[] seatPrices() {
    double[] prices = new double[instance.sites];
    for (int site = 0; site < prices.length; site++) {
      int size = choice.within(site) >= 0 ? choice.within(site) : instance.sizeStart[site];
      prices[site] = knapsacks[site].seatPrice(size);
    }
    return prices;
  }

  /** By site: the size chosen within the budget, or {@link Instance#CLOSED}. */
  int[] chosenSizes() {
    int[] sizes = new int[instance.sites];
    for (int site = 0; site < sizes.length; site++) {
      sizes[site] = choice.within(site);
    }
    return sizes;
  }

  /**
   * What each site adds to the last bound at its best size, beside what capital costs: below 0 for
   * a site that pays.
   */
  double[] siteYuan() {
    double[] yuan = new double[instance.sites];
    for (int site = 0; site < yuan.length; site++) {
      yuan[site] = Double.POSITIVE_INFINITY;
      for (int size = instance.sizeStart[site]; size < instance.sizeStart[site + 1]; size++) {
        yuan[site] = Math.min(yuan[site], priced(size));
      }
    }
    return yuan;
  }

  private double priced(int size) {
    return value[size] + choice.capitalPrice() * instance.sizeCapital[size];
  }

  private void readShares(double[] price) {
    Arrays.fill(taken, 0);
    Arrays.fill(chosen, 0);
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
    for (int unit = 0; unit < instance.units; unit++) {
      boolean free = price[unit] >= unservedYuan[unit];
      unserved[unit] = free ? Math.max(0, 1 - taken[unit]) : 0;
    }
    for (int k = 0; k < met.length; k++) {
      met[k] = covers.get(k).met(chosen, unserved);
    }
  }

  private void addShares(int site, int size, double times) {
    if (size >= 0 && times > 0) {
      chosen[size] += times;
      knapsacks[site].addShares(size, times, taken);
    }
  }
}
