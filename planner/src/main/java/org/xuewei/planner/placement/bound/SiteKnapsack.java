package org.xuewei.planner.placement.bound;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.xuewei.planner.placement.state.Instance;

/**
 * What one site can earn at most at each of its sizes, when every unit in reach offers a price: an
 * upper bound on the knapsack of undivided units under the class rule.
 *
 * <p>A size that mixes grades is one 0-1 knapsack of all pupils, solved exactly. A size that
 * teaches grades apart divides its classes among the bands; for every division the bound is the
 * least of the exact knapsacks of all pupils and of each band's pupils, and the size's bound is the
 * greatest over the divisions. Cost per call: O(n · seats) by dynamic programming (Bellman 1957), n
 * units that pay.
 */
final class SiteKnapsack {
  private static final int ALL = 0;
  private static final int FEW_BRANCHES = 50;
  private static final int MANY_BRANCHES = 1_000;
  private static final int NODES_OF_CONNECTED = 5_000;

  /** Of all sites in one step, which no stop interrupts. */
  private static final int NODES_OF_ALL_SITES = 250_000;

  private final Instance instance;
  private final int first;
  private final int count;
  private final int[][] weight;
  private final int[] seatsAtMost;
  private final double[] profit;
  private final int[] paying;
  private int payingCount;

  /** Present when one knapsack tells all: one grade band, or grades mixed at every size. */
  private final @Nullable Knapsack single;

  private final double[] shareOfItem;

  /** By kind and seats: most that the units pay for so many seats; one row a knapsack. */
  private final double[][] best;

  /** For {@link #add}: the row before an item, moved up by its seats. */
  private final double[] before;

  /** Present after {@link #connect}. */
  private @Nullable ConnectedKnapsack connected;

  /** The size that {@link #connected} has solved for these offers, or none. */
  private int connectedSize = -1;

  private double connectedValue;
  private int branches = FEW_BRANCHES;
  private boolean solved;

  /** By kind: seats that all paying units need, as far as there are such. */
  private final int[] wantedSeats;

  /** Paying items by what they pay for a seat; see {@link #sortByWorth}. */
  private final long[] worth;

  private boolean isSorted;

  /** The knapsack that bounded the last {@link #value}, and its seats. */
  private int bindingKind;

  private int bindingSeats;

  /**
   * @param before room for the seats of any site, and one more; may be shared by knapsacks of one
   *     thread
   */
  SiteKnapsack(Instance instance, int site, double[] before) {
    this.instance = instance;
    this.first = instance.columnStart[site];
    this.count = instance.columnStart[site + 1] - first;
    int classes = instance.sizeClasses[instance.sizeStart[site + 1] - 1];
    boolean apart = instance.classNeed.teachesGradesApart(classes);
    int kinds = apart ? 1 + instance.bands : 1;
    this.weight = new int[kinds][count];
    this.profit = new double[count];
    this.paying = new int[count];
    this.seatsAtMost = new int[kinds];
    this.wantedSeats = new int[kinds];
    this.worth = new long[count];
    for (int item = 0; item < count; item++) {
      int unit = instance.arcUnit[instance.columnArc[first + item]];
      weight[ALL][item] = instance.pupils[unit];
      for (int band = 0; band + 1 < kinds; band++) {
        weight[1 + band][item] = instance.pupilsOfBand[unit * instance.bands + band];
      }
    }
    seatsAtMost[ALL] = classes * instance.classNeed.pupilsPerClass();
    for (int band = 0; band + 1 < kinds; band++) {
      seatsAtMost[1 + band] = instance.classNeed.bandSeats(band, classes);
    }
    this.single = kinds <= 2 ? new Knapsack(count) : null;
    this.shareOfItem = new double[count];
    this.best = new double[single == null ? kinds : 0][];
    for (int kind = 0; kind < best.length; kind++) {
      best[kind] = new double[seatsAtMost[kind] + 1];
    }
    this.before = before;
  }

  /** Room that the knapsacks of an instance can share; none where no site needs a table. */
  static double[] room(Instance instance) {
    long seats =
        IntStream.range(0, instance.bands > 1 ? instance.sizeClasses.length : 0)
            .filter(size -> instance.classNeed.teachesGradesApart(instance.sizeClasses[size]))
            .mapToLong(instance::seatsAtMost)
            .max()
            .orElse(-1);
    return new double[Math.toIntExact(seats + 1)];
  }

  /**
   * Takes new offers.
   *
   * @param offerOfArc what the unit of an arc that ends here pays for its seats; pays not when
   *     negative
   */
  void take(IntToDoubleFunction offerOfArc) {
    payingCount = 0;
    solved = false;
    isSorted = false;
    connectedSize = -1;
    for (int item = 0; item < count; item++) {
      profit[item] = offerOfArc.applyAsDouble(instance.columnArc[first + item]);
      if (profit[item] > 0 && weight[ALL][item] <= seatsAtMost[ALL]) {
        paying[payingCount++] = item;
      }
    }
    if (single != null) {
      single.take(paying, payingCount, profit, weight[ALL]);
    }
  }

  /**
   * From now on the units taken hang together with that of the site; with two bands those that keep
   * the seats of both together bound the value too.
   */
  void connect(int site) {
    connected = new ConnectedKnapsack(instance, site);
  }

  /** Whether to spend work on exactness. */
  void exact(boolean wanted) {
    branches = wanted ? MANY_BRANCHES : FEW_BRANCHES;
  }

  private void solve() {
    solved = true;
    for (int kind = 0; kind < best.length; kind++) {
      double[] most = best[kind];
      int wanted = 0;
      for (int k = 0; k < payingCount && wanted < seatsAtMost[kind]; k++) {
        wanted += weight[kind][paying[k]];
      }
      wantedSeats[kind] = Math.min(wanted, seatsAtMost[kind]);
      Arrays.fill(most, 0, wantedSeats[kind] + 1, 0);
      for (int k = 0; k < payingCount; k++) {
        add(most, wantedSeats[kind], weight[kind][paying[k]], profit[paying[k]]);
      }
    }
  }

  /** One array beside the other, so that the processor takes several seats at once. */
  private void add(double[] most, int wanted, int pupils, double earned) {
    if (pupils > wanted) {
      return;
    }
    System.arraycopy(most, 0, before, pupils, wanted + 1 - pupils);
    for (int seats = pupils; seats <= wanted; seats++) {
      most[seats] = Math.max(most[seats], before[seats] + earned);
    }
  }

  private double best(int kind, int seats) {
    return best[kind][Math.min(seats, wantedSeats[kind])];
  }

  /**
   * Upper bound of {@link #value} that takes no table: seats have a price, and units take what they
   * gain by. Any price is valid; the one where seats end is best (Dantzig 1957).
   */
  double valueAtMost(int size) {
    if (single != null) {
      return single.value(seats(instance.sizeClasses[size]), branches);
    }
    double seats = (double) instance.sizeClasses[size] * instance.classNeed.pupilsPerClass();
    sortByWorth();
    double left = seats;
    double price = 0;
    for (int k = 0; k < payingCount; k++) {
      int item = (int) worth[k];
      left -= weight[ALL][item];
      if (left < 0) {
        price = profit[item] / weight[ALL][item];
        break;
      }
    }
    double sum = price * seats;
    for (int k = 0; k < payingCount; k++) {
      int item = paying[k];
      sum += Math.max(0, profit[item] - price * weight[ALL][item]);
    }
    return sum;
  }

  /** Items by what they pay for a seat, the best first: their bits negated above their number. */
  private void sortByWorth() {
    if (isSorted) {
      return;
    }
    for (int k = 0; k < payingCount; k++) {
      int item = paying[k];
      float ofSeat = (float) (profit[item] / weight[ALL][item]);
      worth[k] = ((long) -Float.floatToIntBits(ofSeat) << Integer.SIZE) | item;
    }
    Arrays.sort(worth, 0, payingCount);
    isSorted = true;
  }

  /** Upper bound of what the units pay for seats at this size. */
  double value(int size) {
    double any = ofAnyUnits(size);
    if (connected == null) {
      return any;
    }
    if (connectedSize != size) {
      connectedValue = connected.value(profit, instance.seatsAtMost(size), any, nodes());
      connectedSize = size;
    }
    return connectedValue;
  }

  private int nodes() {
    return Math.min(NODES_OF_CONNECTED, 1 + NODES_OF_ALL_SITES / instance.sites);
  }

  private double ofAnyUnits(int size) {
    if (single != null) {
      return single.value(seats(instance.sizeClasses[size]), branches);
    }
    if (!solved) {
      solve();
    }
    int classes = instance.sizeClasses[size];
    bindingKind = ALL;
    if (!instance.classNeed.teachesGradesApart(classes)) {
      bindingSeats = classes * instance.classNeed.pupilsPerClass();
      return best(ALL, bindingSeats);
    }
    return ofTwoBands(classes);
  }

  private long seats(int classes) {
    return instance.classNeed.teachesGradesApart(classes)
        ? instance.classNeed.bandSeats(0, classes)
        : (long) classes * instance.classNeed.pupilsPerClass();
  }

  /** What one more seat would earn at this size, where one knapsack tells all; else 0. */
  double seatPrice(int size) {
    if (single == null) {
      return 0;
    }
    single.value(seats(instance.sizeClasses[size]), branches);
    return single.seatPrice();
  }

  private double ofTwoBands(int classes) {
    double greatest = -1;
    for (int ofFirst = 0; ofFirst <= classes; ofFirst++) {
      int seatsFirst = instance.classNeed.bandSeats(0, ofFirst);
      int seatsSecond = instance.classNeed.bandSeats(1, classes - ofFirst);
      double together = best(ALL, seatsFirst + seatsSecond);
      double first = best(1, seatsFirst);
      double here = Math.min(together, Math.min(first, best(2, seatsSecond)));
      if (here > greatest) {
        greatest = here;
        bindingKind = here == together ? ALL : here == first ? 1 : 2;
        bindingSeats =
            bindingKind == ALL
                ? seatsFirst + seatsSecond
                : bindingKind == 1 ? seatsFirst : seatsSecond;
      }
    }
    return greatest;
  }

  /** Adds to each unit the share of it that this size would take. */
  void addShares(int size, double times, double[] share) {
    double any = ofAnyUnits(size);
    boolean isConnected = connected != null && value(size) < any;
    if (single != null || isConnected) {
      Arrays.fill(shareOfItem, 0);
      if (connected != null && isConnected) {
        connected.addShares(times, shareOfItem);
      } else if (single != null) {
        single.addShares(times, shareOfItem);
      }
      for (int item = 0; item < count; item++) {
        share[instance.arcUnit[instance.columnArc[first + item]]] += shareOfItem[item];
      }
      return;
    }
    int[] pupils = weight[bindingKind];
    int seats = Math.min(bindingSeats, wantedSeats[bindingKind]);
    boolean[][] takes = new boolean[payingCount][seats + 1];
    double[] most = new double[seats + 1];
    for (int k = 0; k < payingCount; k++) {
      int item = paying[k];
      for (int s = seats; s >= pupils[item]; s--) {
        double with = most[s - pupils[item]] + profit[item];
        if (with > most[s]) {
          most[s] = with;
          takes[k][s] = true;
        }
      }
    }
    for (int k = payingCount - 1; k >= 0; k--) {
      if (takes[k][seats]) {
        share[instance.arcUnit[instance.columnArc[first + paying[k]]]] += times;
        seats -= pupils[paying[k]];
      }
    }
  }
}
