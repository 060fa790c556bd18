package org.xuewei.planner.placement.bound;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.xuewei.planner.placement.state.Instance;

/**
 * Chooses one size a site at least total value within budget and number of new schools, relaxed:
 * the budget by a price on capital, which is set where the bound is greatest. Two choices meet
 * there, one just above the budget and one within; their mixture spends it exactly (Sinha and
 * Zoltners 1979, the linear multiple-choice knapsack).
 */
final class SizeChoice {
  private static final int STEPS = 40;

  private final Instance instance;
  private final int[] within;
  private final int[] above;
  private final int[] trial;
  private final double[] gain;
  private final int[] candidates;
  private final Integer[] opened;
  private double shareAbove;
  private double capitalPrice;
  private double hint = 1;
  private long trialCapital;

  /** Present where sites in use must together seat everybody, and each has one size. */
  private final @Nullable SeatTotal total;

  private Fixed fixed = Fixed.NONE;

  SizeChoice(Instance instance) {
    this.instance = instance;
    this.within = new int[instance.sites];
    this.above = new int[instance.sites];
    this.trial = new int[instance.sites];
    this.gain = new double[instance.sites];
    this.candidates =
        IntStream.range(0, instance.sites).filter(site -> !instance.existing[site]).toArray();
    this.opened = new Integer[candidates.length];
    this.total = SeatTotal.of(instance);
  }

  /** Restricts all choices from now on. */
  void fix(Fixed sites) {
    this.fixed = sites;
    if (total != null) {
      total.fix(sites);
    }
  }

  private boolean isOpen(int site) {
    return instance.existing[site] || fixed.open().get(site);
  }

  /**
   * @param value yuan a year of every size less what its pupils pay at most
   * @param yuanOfOneUnserved what a solution costs above its relaxation at least when it leaves a
   *     unit without a place
   * @return lower bound of the sum over the sites
   */
  double solve(double[] value, double yuanOfOneUnserved) {
    double best = choose(value, 0);
    if (total != null) {
      best += Math.min(total.raise(value, trial), yuanOfOneUnserved);
    }
    System.arraycopy(trial, 0, within, 0, trial.length);
    System.arraycopy(trial, 0, above, 0, trial.length);
    shareAbove = 0;
    capitalPrice = 0;
    if (trialCapital <= instance.budget) {
      return best;
    }
    long capitalAbove = trialCapital;
    double low = 0;
    double high = hint;
    long capitalWithin = -1;
    for (int step = 0; step < STEPS; step++) {
      double price = capitalWithin < 0 ? high : (low + high) / 2;
      double bound = choose(value, price);
      if (bound > best) {
        best = bound;
        capitalPrice = price;
      }
      if (trialCapital > instance.budget) {
        low = price;
        capitalAbove = trialCapital;
        System.arraycopy(trial, 0, above, 0, trial.length);
        high = capitalWithin < 0 ? 4 * price : high;
      } else {
        high = price;
        capitalWithin = trialCapital;
        System.arraycopy(trial, 0, within, 0, trial.length);
      }
      if (capitalWithin >= 0 && high - low < 1e-7 * high) {
        break;
      }
    }
    hint = Math.max(1e-6, high);
    shareAbove =
        capitalWithin < 0
            ? 1
            : (instance.budget - capitalWithin) / (double) (capitalAbove - capitalWithin);
    return best;
  }

  private double choose(double[] value, double price) {
    double sum = -price * (instance.budget == Long.MAX_VALUE ? 0 : instance.budget);
    trialCapital = 0;
    for (int site = 0; site < instance.sites; site++) {
      int best = Instance.CLOSED;
      double least = isOpen(site) ? Double.POSITIVE_INFINITY : 0;
      int end = fixed.closed().get(site) ? 0 : instance.sizeStart[site + 1];
      for (int size = instance.sizeStart[site]; size < end; size++) {
        double here = value[size] + price * instance.sizeCapital[size];
        if (here < least) {
          least = here;
          best = size;
        }
      }
      trial[site] = best;
      gain[site] = least;
    }
    if (instance.newSchoolsAtMost < candidates.length) {
      closeAllButTheBest();
    }
    for (int site = 0; site < instance.sites; site++) {
      sum += gain[site];
      trialCapital += trial[site] >= 0 ? instance.sizeCapital[trial[site]] : 0;
    }
    return sum;
  }

  private void closeAllButTheBest() {
    int open = 0;
    int allowed = instance.newSchoolsAtMost;
    for (int site : candidates) {
      if (isOpen(site)) {
        allowed--;
      } else if (gain[site] < 0) {
        opened[open++] = site;
      }
    }
    Arrays.sort(opened, 0, open, this::order);
    for (int k = Math.max(0, allowed); k < open; k++) {
      trial[opened[k]] = Instance.CLOSED;
      gain[opened[k]] = 0;
    }
  }

  private int order(int a, int b) {
    int byGain = Double.compare(gain[a], gain[b]);
    return byGain != 0 ? byGain : Integer.compare(a, b);
  }

  /** The size chosen within the budget, or {@link Instance#CLOSED}. */
  int within(int site) {
    return within[site];
  }

  /** The size chosen just above the budget; equal to {@link #within} at nearly all sites. */
  int above(int site) {
    return above[site];
  }

  /** Weight of the choice above the budget in the mixture. */
  double shareAbove() {
    return shareAbove;
  }

  /** Yuan a year that one yuan of capital is worth. */
  double capitalPrice() {
    return capitalPrice;
  }
}
