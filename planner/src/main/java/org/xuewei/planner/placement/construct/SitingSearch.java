package org.xuewei.planner.placement.construct;

import java.util.SplittableRandom;
import org.xuewei.data.model.StopSignal;
import org.xuewei.planner.placement.bound.Prices;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.placement.state.Solution;

/**
 * Iterated local search over the sites: one site grows, shrinks, opens, closes or moves, then the
 * units around it are annealed, and the whole is accepted or taken back (large-step Markov chain,
 * Martin, Otto and Felten 1991). Heuristic.
 */
public final class SitingSearch {
  /** Temperatures at which the units around a changed site settle, as shares like the others. */
  private static final double SETTLE_HOT = 0.002;

  private static final double SETTLE_COLD = 0.0002;

  /** Score calculations to settle, by unit around the site. */
  private static final int SETTLE_CALCULATIONS = 8;

  private final Instance instance;
  private final double scale;
  private final Trial trial;
  private final Solution solution;
  private final Solution before;
  private final Solution best;
  private final SplittableRandom random;
  private final Ruin ruin;
  private final Annealing annealing;
  private final double leastOverspendPrice;
  private double overspendPrice;
  private final int[] around;
  private int aroundCount;
  private final long[] marked;
  private long gathering;

  /**
   * @param overspendPrice yuan a year for each yuan of capital above the budget, at least; high:
   *     the search stays within the budget, little above the price of capital: it may cross it
   */
  public SitingSearch(
      Instance instance, Solution start, Prices prices, double overspendPrice, long seed) {
    this.instance = instance;
    this.solution = start.copy();
    this.before = start.copy();
    this.best = start.copy();
    this.trial = new Trial(instance, solution);
    this.random = new SplittableRandom(seed);
    this.ruin = new Ruin(instance, trial, prices, random);
    this.annealing = new Annealing(instance, trial, ruin, random);
    this.leastOverspendPrice = overspendPrice;
    this.overspendPrice = overspendPrice;
    this.around = new int[instance.units];
    this.marked = new long[instance.units];
    trial.setOverspendPrice(overspendPrice);
    double unserved = 0;
    for (long price : instance.unservedYuan) {
      unserved += price;
    }
    this.scale = Math.max(1, unserved / Math.max(1, instance.units));
  }

  /**
   * Anneals all units at once: a first solution, or the last touches to a good one.
   *
   * @param hot share of a unit's mean unserved price; a step that costs so much more is taken with
   *     probability 1/e at the start
   * @param cold the same at the end
   * @return score calculations done
   */
  public long anneal(double hot, double cold, long calculations, StopSignal stop) {
    if (instance.arcYuan.length == 0) {
      return 0;
    }
    long start = trial.evaluations();
    for (int unit = 0; unit < instance.units; unit++) {
      around[unit] = unit;
    }
    annealing.run(around, instance.units, hot * scale, cold * scale, calculations, stop);
    keepBest();
    return trial.evaluations() - start;
  }

  /**
   * Changes sites until the number of score calculations is spent.
   *
   * @param hot share of a unit's mean unserved price; a change that costs so much more is taken
   *     with probability 1/e at the start
   * @param cold the same at the end
   * @return score calculations done
   */
  public long run(double hot, double cold, long calculations, StopSignal stop) {
    if (instance.arcYuan.length == 0) {
      return 0;
    }
    solution.set(best);
    long start = trial.evaluations();
    while (trial.evaluations() - start < calculations && !stop.stopRequested()) {
      double done = (trial.evaluations() - start) / (double) calculations;
      round(scale * hot * Math.exp(Math.log(cold / hot) * done), stop);
    }
    return trial.evaluations() - start;
  }

  private void round(double temperature, StopSignal stop) {
    balanceBudget();
    double energy = trial.energy();
    before.set(solution);
    trial.keep();
    if (!change() || trial.mark() == 0) {
      trial.undoTo(0);
      trial.countIdleMove();
      return;
    }
    gather();
    annealing.run(
        around,
        aroundCount,
        SETTLE_HOT * scale,
        SETTLE_COLD * scale,
        SETTLE_CALCULATIONS * aroundCount,
        stop);
    double worse = trial.energy() - energy;
    if (worse > 0 && random.nextDouble() >= Math.exp(-worse / temperature)) {
      solution.set(before);
      trial.keep();
    } else {
      keepBest();
    }
  }

  private void keepBest() {
    if (solution.isFeasible() && solution.yuan() < best.yuan()) {
      best.set(solution);
    }
  }

  private boolean change() {
    int site = instance.arcSite[random.nextInt(instance.arcSite.length)];
    int kind = random.nextInt(10);
    if (kind < 4) {
      return ruin.grow(site);
    }
    int used = randomExtended();
    if (used < 0) {
      return ruin.grow(site);
    }
    if (kind < 6) {
      return ruin.shrink(used);
    }
    if (kind < 8 && !instance.existing[used]) {
      int near = near(used);
      return near >= 0 && ruin.relocate(used, near);
    }
    return ruin.shrink(used) && ruin.grow(site);
  }

  private int near(int site) {
    int first = instance.columnStart[site];
    int unit =
        instance
            .arcUnit[
            instance.columnArc[first + random.nextInt(instance.columnStart[site + 1] - first)]];
    int row = instance.rowStart[unit];
    return instance.arcSite[row + random.nextInt(instance.rowStart[unit + 1] - row)];
  }

  /** A random new school or school larger than today, -1 if there is none. */
  private int randomExtended() {
    int start = random.nextInt(instance.sites);
    for (int k = 0; k < instance.sites; k++) {
      int site = (start + k) % instance.sites;
      int size = solution.sizeOf(site);
      if (size > instance.sizeStart[site] || (size >= 0 && !instance.existing[site])) {
        return site;
      }
    }
    return -1;
  }

  /** Collects the units that reach a site whose pupils the change has touched. */
  private void gather() {
    gathering++;
    aroundCount = 0;
    for (int entry = 0; entry < trial.mark(); entry++) {
      int unit = trial.changedUnit(entry);
      gatherSite(solution.siteOf(unit));
      gatherSite(before.siteOf(unit));
      add(unit);
    }
  }

  private void gatherSite(int site) {
    if (site < 0) {
      return;
    }
    for (int k = instance.columnStart[site]; k < instance.columnStart[site + 1]; k++) {
      add(instance.arcUnit[instance.columnArc[k]]);
    }
  }

  private void add(int unit) {
    if (marked[unit] != gathering) {
      marked[unit] = gathering;
      around[aroundCount++] = unit;
    }
  }

  /** Overspending gets dearer as long as it lasts: the search crosses the budget. */
  private void balanceBudget() {
    overspendPrice =
        solution.capital() > instance.budget
            ? overspendPrice * 1.01
            : Math.max(leastOverspendPrice, overspendPrice * 0.98);
    trial.setOverspendPrice(overspendPrice);
  }

  /** The best feasible solution met. */
  public Solution best() {
    return best;
  }
}
