package org.xuewei.planner.placement.bound;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.xuewei.data.model.Contiguity;
import org.xuewei.planner.placement.state.Instance;

/**
 * The 0-1 knapsack of one site whose items must hang together with the unit that the site lies in:
 * a connected set, or none, that pays most within the seats. Depth-first branch and bound grows the
 * set unit by unit. The bound of a branch is Dantzig's, over the units that it can still reach;
 * units that cannot pay for those on the way to them are left out before (shortest paths, Dijkstra
 * 1959). The value is an upper bound; nearly always exact to {@link #TOLERANCE} where a dozen units
 * fill a site. Reused; not thread-safe.
 */
final class ConnectedKnapsack {
  /** Share of the profit by which the value may stand above the optimum. */
  static final double TOLERANCE = 1e-4;

  private enum State {
    FREE,
    TAKEN,
    LEFT_OUT
  }

  private record Reached(int item, double yuan) {}

  private final int count;

  /** -1 where the unit that the site lies in cannot go to it. */
  private final int home;

  private final int[] weight;

  /** By item: those that touch it. */
  private final int[][] beside;

  private final double[] profit;
  private final State[] state;
  private final int[] taken;

  /** Items that pay, by falling profit a seat. */
  private int[] paying = {};

  private final BitSet best = new BitSet();
  private double bestProfit;
  private double leftOpen;
  private int nodesLeft;

  private final int[] reached;
  private final int[] seen;
  private int mark;

  ConnectedKnapsack(Instance instance, int site) {
    Contiguity where = instance.contiguity.orElseThrow();
    int first = instance.columnStart[site];
    this.count = instance.columnStart[site + 1] - first;
    int[] unitOf =
        IntStream.range(0, count)
            .map(item -> instance.arcUnit[instance.columnArc[first + item]])
            .toArray();
    this.weight = IntStream.of(unitOf).map(unit -> instance.pupils[unit]).toArray();
    int[] itemOf = new int[instance.units];
    Arrays.fill(itemOf, -1);
    for (int item = 0; item < count; item++) {
      itemOf[unitOf[item]] = item;
    }
    this.home = where.homeUnit(site) == Contiguity.NO_UNIT ? -1 : itemOf[where.homeUnit(site)];
    this.beside =
        IntStream.of(unitOf)
            .mapToObj(
                unit ->
                    IntStream.range(where.start(unit), where.start(unit + 1))
                        .map(k -> itemOf[where.neighbour(k)])
                        .filter(item -> item >= 0)
                        .toArray())
            .toArray(int[][]::new);
    this.profit = new double[count];
    this.state = new State[count];
    this.taken = new int[count];
    this.reached = new int[count];
    this.seen = new int[count];
  }

  /**
   * Upper bound of what connected items pay for so many seats.
   *
   * @param profits by item, below 0 for those that only connect others
   * @param atMost what items pay that need not be connected, or more
   * @param mostNodes work spent on it; without enough the bound is that of what was left open
   */
  double value(double[] profits, long seats, double atMost, int mostNodes) {
    System.arraycopy(profits, 0, profit, 0, count);
    startFromLast(seats);
    if (home < 0 || weight[home] > seats) {
      return 0;
    }
    paying =
        IntStream.range(0, count)
            .filter(item -> profit[item] > 0)
            .boxed()
            .sorted(
                Comparator.comparingDouble(item -> -profit[item] / Math.max(1e-3, weight[item])))
            .mapToInt(Integer::intValue)
            .toArray();
    leaveOutWhatNeverPays(atMost - bestProfit);
    leftOpen = 0;
    nodesLeft = mostNodes;
    state[home] = State.TAKEN;
    taken[0] = home;
    search(1, profit[home], seats - weight[home], atMost);
    return Math.min(atMost, Math.max(bestProfit, leftOpen));
  }

  /** The last best set is known to be connected: what it pays now is a first bound from below. */
  private void startFromLast(long seats) {
    bestProfit = best.stream().mapToDouble(item -> profit[item]).sum();
    if (bestProfit <= 0 || best.stream().mapToLong(item -> weight[item]).sum() > seats) {
      bestProfit = 0;
      best.clear();
    }
  }

  /** Items whose way from the home costs what could be gained at all. */
  private void leaveOutWhatNeverPays(double gain) {
    Arrays.fill(state, State.LEFT_OUT);
    double[] least = new double[count];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    PriorityQueue<Reached> next = new PriorityQueue<>(Comparator.comparingDouble(Reached::yuan));
    least[home] = Math.max(0, -profit[home]);
    next.add(new Reached(home, least[home]));
    while (!next.isEmpty() && next.element().yuan() < gain) {
      Reached here = next.remove();
      if (here.yuan() > least[here.item()]) {
        continue;
      }
      state[here.item()] = State.FREE;
      for (int item : beside[here.item()]) {
        double yuan = here.yuan() + Math.max(0, -profit[item]);
        if (yuan < least[item]) {
          least[item] = yuan;
          next.add(new Reached(item, yuan));
        }
      }
    }
  }

  private void search(int number, double earned, long seatsLeft, double ofParent) {
    if (earned > bestProfit) {
      bestProfit = earned;
      best.clear();
      IntStream.range(0, number).forEach(k -> best.set(taken[k]));
    }
    int item = reachAndPick(number, seatsLeft);
    if (item < 0) {
      return;
    }
    double bound = Math.min(ofParent, earned + dantzig(seatsLeft));
    if (bound <= bestProfit * (1 + TOLERANCE) || nodesLeft == 0) {
      leftOpen = Math.max(leftOpen, bound);
      return;
    }
    nodesLeft--;
    state[item] = State.TAKEN;
    taken[number] = item;
    search(number + 1, earned + profit[item], seatsLeft - weight[item], bound);
    state[item] = State.LEFT_OUT;
    search(number, earned, seatsLeft, bound);
    state[item] = State.FREE;
  }

  /**
   * Marks what the taken items can reach.
   *
   * @return of the items beside them the one that pays most for a seat; -1 when none is free
   */
  private int reachAndPick(int number, long seatsLeft) {
    mark++;
    int end = number;
    for (int k = 0; k < number; k++) {
      reached[k] = taken[k];
      seen[taken[k]] = mark;
    }
    int pick = -1;
    double most = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < end; k++) {
      for (int item : beside[reached[k]]) {
        if (state[item] == State.FREE && seen[item] != mark && weight[item] <= seatsLeft) {
          seen[item] = mark;
          reached[end++] = item;
          double ofSeat = profit[item] / Math.max(1e-3, weight[item]);
          if (k < number && ofSeat > most) {
            most = ofSeat;
            pick = item;
          }
        }
      }
    }
    return pick;
  }

  /** Bound of what the marked items that pay add within the seats (Dantzig 1957). */
  private double dantzig(long seatsLeft) {
    double sum = 0;
    long left = seatsLeft;
    for (int item : paying) {
      if (state[item] != State.FREE || seen[item] != mark) {
        continue;
      }
      if (weight[item] > left) {
        return sum + profit[item] * left / weight[item];
      }
      sum += profit[item];
      left -= weight[item];
    }
    return sum;
  }

  /** Adds to each item of the best set of the last {@link #value}. */
  void addShares(double times, double[] share) {
    best.stream().forEach(item -> share[item] += times);
  }
}
