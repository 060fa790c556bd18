package org.xuewei.planner.placement.bound;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The 0-1 knapsack by depth-first branch and bound with Dantzig's bound (Horowitz and Sahni 1974),
 * items by falling profit a seat. Bound, nearly always exact to {@link #TOLERANCE}. Reused without
 * allocation; not thread-safe.
 */
final class Knapsack {
  /** Share of the profit by which the value may stand above the optimum. */
  static final double TOLERANCE = 1e-6;

  /** Largest table of dynamic programming. */
  private static final long MOST_CELLS = 1_000_000;

  /** Callers that allow so many branches want the exact value. */
  private static final int WORTH_A_TABLE = 1_000;

  private final int most;
  private final int indexBits;
  private final long[] keys;
  private final int[] item;
  private final long[] weightBefore;
  private final double[] profitBefore;
  private final int[] weight;
  private final double[] profit;
  private final boolean[] takes;
  private final boolean[] best;
  private int count;
  private double bestProfit;
  private double seatPrice;

  /**
   * @param most items at most
   */
  Knapsack(int most) {
    this.most = most;
    this.indexBits = 32 - Integer.numberOfLeadingZeros(most);
    this.keys = new long[most];
    this.item = new int[most];
    this.weightBefore = new long[most + 1];
    this.profitBefore = new double[most + 1];
    this.weight = new int[most];
    this.profit = new double[most];
    this.takes = new boolean[most];
    this.best = new boolean[most];
  }

  /**
   * Takes new items: those that pay.
   *
   * @param paying indices into the other arrays, the first {@code count} of them
   */
  void take(int[] paying, int count, double[] profits, int[] weights) {
    this.count = count;
    for (int k = 0; k < count; k++) {
      double aSeat = profits[paying[k]] / Math.max(1e-3, weights[paying[k]]);
      keys[k] = (Double.doubleToRawLongBits(aSeat) >>> indexBits << indexBits) | k;
    }
    Arrays.sort(keys, 0, count);
    long indexMask = (1L << indexBits) - 1;
    for (int k = 0; k < count; k++) {
      int from = paying[(int) (keys[count - 1 - k] & indexMask)];
      item[k] = from;
      weight[k] = weights[from];
      profit[k] = profits[from];
      weightBefore[k + 1] = weightBefore[k] + weight[k];
      profitBefore[k + 1] = profitBefore[k] + profit[k];
    }
  }

  /**
   * Upper bound of what the items pay for so many seats.
   *
   * @param mostBranches work spent on it; without enough the bound is that of the linear relaxation
   */
  double value(long seats, int mostBranches) {
    Arrays.fill(best, 0, count, false);
    Arrays.fill(takes, 0, count, false);
    bestProfit = 0;
    seatPrice = 0;
    if (weightBefore[count] <= seats) {
      Arrays.fill(best, 0, count, true);
      bestProfit = profitBefore[count];
      return bestProfit;
    }
    double root = dantzig(0, seats);
    int breaking = breaking(0, seats);
    seatPrice = profit[breaking] / Math.max(1e-3, weight[breaking]);
    if (search(seats, root, mostBranches)) {
      return Math.min(root, bestProfit * (1 + TOLERANCE));
    }
    if (mostBranches >= WORTH_A_TABLE && count * seats <= MOST_CELLS) {
      fillTable((int) seats);
      return Math.min(root, bestProfit);
    }
    return root;
  }

  /** Exact by dynamic programming (Bellman 1957), where branching took too long. */
  private void fillTable(int seats) {
    double[] most = new double[seats + 1];
    BitSet taken = new BitSet(count * (seats + 1));
    for (int k = 0; k < count; k++) {
      for (int s = seats; s >= weight[k]; s--) {
        double with = most[s - weight[k]] + profit[k];
        if (with > most[s]) {
          most[s] = with;
          taken.set(k * (seats + 1) + s);
        }
      }
    }
    bestProfit = most[seats];
    int left = seats;
    for (int k = count - 1; k >= 0; k--) {
      best[k] = taken.get(k * (seats + 1) + left);
      left -= best[k] ? weight[k] : 0;
    }
  }

  /** What one more seat would earn by the linear relaxation of the last {@link #value}. */
  double seatPrice() {
    return seatPrice;
  }

  private boolean search(long seats, double root, int mostBranches) {
    long left = seats;
    double earned = 0;
    int next = 0;
    int branches = 0;
    while (true) {
      if (earned + dantzig(next, left) > bestProfit * (1 + TOLERANCE)) {
        int end = breaking(next, left);
        Arrays.fill(takes, next, end, true);
        earned += profitBefore[end] - profitBefore[next];
        left -= weightBefore[end] - weightBefore[next];
        if (earned > bestProfit) {
          bestProfit = earned;
          System.arraycopy(takes, 0, best, 0, end);
          Arrays.fill(best, end, count, false);
        }
        next = Math.min(end + 1, count);
        if (next < count) {
          continue;
        }
      }
      if (bestProfit * (1 + TOLERANCE) >= root) {
        return true;
      }
      if (++branches > mostBranches) {
        return false;
      }
      int last = next - 1;
      while (last >= 0 && !takes[last]) {
        last--;
      }
      if (last < 0) {
        return true;
      }
      takes[last] = false;
      earned -= profit[last];
      left += weight[last];
      next = last + 1;
    }
  }

  /** First item from {@code next} on that does not fit after all before it. */
  private int breaking(int next, long left) {
    long limit = weightBefore[next] + left;
    int low = next;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (weightBefore[middle + 1] <= limit) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private double dantzig(int next, long left) {
    int end = breaking(next, left);
    double sum = profitBefore[end] - profitBefore[next];
    if (end < count) {
      long rest = left - (weightBefore[end] - weightBefore[next]);
      sum += rest * (profit[end] / weight[end]);
    }
    return sum;
  }

  /** Adds to each item of the solution of the last {@link #value}. */
  void addShares(double times, double[] share) {
    for (int k = 0; k < count; k++) {
      if (best[k]) {
        share[item[k]] += times;
      }
    }
  }

  @Override
  public String toString() {
    return count + " of " + most + " items";
  }
}
