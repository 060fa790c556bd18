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
  private final Instance instance;
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
  private long round;

  public SitingSearch(Instance instance, Solution start, Prices prices, long seed) {
    this.instance = instance;
    this.solution = start.copy();
    this.before = start.copy();
    this.best = start.copy();
    this.trial = new Trial(instance, solution);
    this.random = new SplittableRandom(seed);
    this.ruin = new Ruin(instance, trial, prices, random);
    this.annealing = new Annealing(instance, trial, ruin, random);
    this.leastOverspendPrice = 1.02 * prices.ofCapital() + 0.01;
    this.overspendPrice = leastOverspendPrice;
    this.around = new int[instance.units];
    this.marked = new long[instance.units];
    trial.setOverspendPrice(overspendPrice);
  }

  /**
   * Runs until the number of score calculations is spent.
   *
   * @param hot yuan; a round that costs so much more is taken with probability 1/e at the start
   * @param cold the same at the end
   * @return score calculations done
   */
  public long run(double hot, double cold, double H, double C, long M, long calculations, StopSignal stop) {
    if (instance.arcYuan.length == 0) {
      return 0;
    }
    for (int u = 0; u < instance.units; u++) around[u] = u;
    long start = trial.evaluations();
    annealing.run(around, instance.units, 1e6, C, calculations / 10);
    keepBest();
    while (trial.evaluations() - start < calculations && !stop.stopRequested()) {
      double done = (trial.evaluations() - start) / (double) calculations;
      double temperature = hot * Math.exp(Math.log(cold / hot) * done);
      balanceBudget();
      double energy = trial.energy();
      before.set(solution);
      trial.keep();
      if (!change() || trial.mark() == 0) {
        trial.undoTo(0);
        trial.countIdleMove();
        continue;
      }
      gather();
      annealing.run(around, aroundCount, H, C, M);
      double worse = trial.energy() - energy;
      if (worse > 0 && random.nextDouble() >= Math.exp(-worse / temperature)) {
        solution.set(before);
        trial.keep();
      } else {
        keepBest();
      }
    }
    return trial.evaluations() - start;
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
        instance.arcUnit[
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
    round++;
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
    if (marked[unit] != round) {
      marked[unit] = round;
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
