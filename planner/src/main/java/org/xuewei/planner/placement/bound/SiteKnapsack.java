package org.xuewei.planner.placement.bound;

import java.util.stream.IntStream;
import org.xuewei.planner.placement.state.Instance;

/**
 * What one site can earn at most at each of its sizes, when every unit in reach offers a price: an
 * upper bound on the knapsack of single-source units under the class rule.
 *
 * <p>A size that teaches grades apart holds a band split <i>a</i> : <i>q - a</i> of its <i>q</i>
 * full sets of classes; for every split the bound is the least of three continuous knapsacks (all
 * pupils, first band, second band; Dantzig 1957), and the size's bound is the greatest over the
 * splits. Cost per call: O(n) for nearly unchanged prices, n units in reach.
 */
final class SiteKnapsack {
  private static final int ALL = 0;

  private final Instance instance;
  private final int site;
  private final int first;
  private final int count;
  private final int[][] weight;
  private final int[][] order;
  private final double[] profit;
  private final double[][] ratio;
  private final double[][] profitTo;
  private final long[][] weightTo;
  private final int[] positive;

  /** Best bound of the last {@link #value} call: which knapsack was the least, and its seats. */
  private int bindingKind;

  private long bindingSeats;

  SiteKnapsack(Instance instance, int site) {
    this.instance = instance;
    this.site = site;
    this.first = instance.columnStart[site];
    this.count = instance.columnStart[site + 1] - first;
    int kinds = instance.bands == 1 ? 1 : 1 + instance.bands;
    this.weight = new int[kinds][count];
    this.order = new int[kinds][];
    this.ratio = new double[kinds][count];
    this.profitTo = new double[kinds][count + 1];
    this.weightTo = new long[kinds][count + 1];
    this.positive = new int[kinds];
    this.profit = new double[count];
    for (int item = 0; item < count; item++) {
      int unit = instance.arcUnit[instance.columnArc[first + item]];
      weight[ALL][item] = instance.pupils[unit];
      for (int kind = 1; kind < kinds; kind++) {
        weight[kind][item] = instance.pupilsOfBand[unit * instance.bands + kind - 1];
      }
    }
    for (int kind = 0; kind < kinds; kind++) {
      order[kind] = IntStream.range(0, count).toArray();
    }
  }

  /** Takes new prices and sorts the units in reach by what they earn per seat. */
  void setPrices(double[] price) {
    for (int item = 0; item < count; item++) {
      int arc = instance.columnArc[first + item];
      profit[item] = price[instance.arcUnit[arc]] - instance.arcYuan[arc];
    }
    for (int kind = 0; kind < order.length; kind++) {
      sort(kind);
    }
  }

  private void sort(int kind) {
    int[] sorted = order[kind];
    double[] key = ratio[kind];
    for (int item = 0; item < count; item++) {
      double earned = profit[item];
      key[item] =
          weight[kind][item] > 0
              ? earned / weight[kind][item]
              : earned > 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    }
    for (int k = 1; k < count; k++) {
      int item = sorted[k];
      double value = key[item];
      int to = k;
      while (to > 0 && (key[sorted[to - 1]] < value)) {
        sorted[to] = sorted[to - 1];
        to--;
      }
      sorted[to] = item;
    }
    int taken = 0;
    while (taken < count && profit[sorted[taken]] > 0) {
      profitTo[kind][taken + 1] = profitTo[kind][taken] + profit[sorted[taken]];
      weightTo[kind][taken + 1] = weightTo[kind][taken] + weight[kind][sorted[taken]];
      taken++;
    }
    positive[kind] = taken;
  }

  /** Upper bound of what the units pay for seats at this size. */
  double value(int size) {
    int classes = instance.sizeClasses[size];
    int perClass = instance.classNeed.pupilsPerClass();
    bindingKind = ALL;
    if (!instance.classNeed.teachesGradesApart(classes)) {
      bindingSeats = (long) classes * perClass;
      return continuous(ALL, bindingSeats);
    }
    if (instance.bands == 1) {
      bindingSeats = instance.classNeed.bandSeats(0, classes);
      return continuous(ALL, bindingSeats);
    }
    return valueOverSplits(classes);
  }

  /**
   * Bands have three grades each. With k = 3q + r classes, a split gives 3a + s and 3(q - a) + r -
   * s classes, which hold at most 3aL + 2 and 3(q - a)L + 2 pupils, 3qL + 2 together (a class short
   * of a full set seats one pupil more, and then a set is missing where s exceeds r).
   */
  private double valueOverSplits(int classes) {
    int sets = classes / 3;
    int perSet = 3 * instance.classNeed.pupilsPerClass();
    long all = (long) sets * perSet + classes % 3;
    double together = continuous(ALL, all);
    int low = 0;
    int high = sets;
    while (low < high) {
      int middle = (low + high) / 2;
      if (band(1, middle, perSet) >= band(2, sets - middle, perSet)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    double rising = low == 0 ? -1 : band(1, low - 1, perSet);
    double falling = band(2, sets - low, perSet);
    double apart = Math.max(rising, Math.min(falling, band(1, low, perSet)));
    if (together <= apart) {
      bindingSeats = all;
      return together;
    }
    if (rising >= falling) {
      bindingKind = 1;
      bindingSeats = (long) (low - 1) * perSet + 2;
    } else {
      bindingKind = 2;
      bindingSeats = (long) (sets - low) * perSet + 2;
    }
    return apart;
  }

  private double band(int kind, int sets, int perSet) {
    return continuous(kind, (long) sets * perSet + 2);
  }

  private double continuous(int kind, long seats) {
    int whole = wholeItems(kind, seats);
    double value = profitTo[kind][whole];
    if (whole < positive[kind]) {
      value += ratio[kind][order[kind][whole]] * (seats - weightTo[kind][whole]);
    }
    return value;
  }

  private int wholeItems(int kind, long seats) {
    long[] to = weightTo[kind];
    int low = 0;
    int high = positive[kind];
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (to[middle] <= seats) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** Adds to each unit the share of it that this size would take. */
  void addShares(int size, double times, double[] share) {
    value(size);
    int kind = bindingKind;
    int whole = wholeItems(kind, bindingSeats);
    for (int k = 0; k < whole; k++) {
      share[unit(order[kind][k])] += times;
    }
    if (whole < positive[kind]) {
      int item = order[kind][whole];
      share[unit(item)] +=
          times * (bindingSeats - weightTo[kind][whole]) / (double) weight[kind][item];
    }
  }

  private int unit(int item) {
    return instance.arcUnit[instance.columnArc[first + item]];
  }

  int site() {
    return site;
  }
}
