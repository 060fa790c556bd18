package org.xuewei.planner.placement.construct;

import java.util.SplittableRandom;
import org.xuewei.planner.placement.bound.Prices;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.placement.state.Solution;

/** Takes some units out of their sites and gives them new places. */
final class Ruin {
  private static final int MOST_UNITS = 10;

  private final Instance instance;
  private final Trial trial;
  private final Solution solution;
  private final Prices prices;
  private final SplittableRandom random;
  private final int[] pool;
  private final double[] key;
  private int pooled;
  private final long[] marked;
  private long round;

  Ruin(Instance instance, Trial trial, Prices prices, SplittableRandom random) {
    this.instance = instance;
    this.trial = trial;
    this.solution = trial.solution;
    this.prices = prices;
    this.random = random;
    this.pool = new int[instance.units];
    this.key = new double[instance.units];
    this.marked = new long[instance.units];
  }

  /**
   * Some units around a site near the unit leave their sites; they and the unserved are inserted
   * anew.
   */
  boolean aFewUnits(int center) {
    int arcs = instance.rowStart[center + 1] - instance.rowStart[center];
    if (arcs == 0) {
      return false;
    }
    int site = instance.arcSite[instance.rowStart[center] + random.nextInt(arcs)];
    clearPool();
    int first = instance.columnStart[site];
    int inReach = instance.columnStart[site + 1] - first;
    int wanted = 2 + random.nextInt(MOST_UNITS - 1);
    for (int k = 0; k < 3 * wanted && pooled < wanted; k++) {
      addToPool(instance.arcUnit[instance.columnArc[first + random.nextInt(inReach)]]);
    }
    for (int k = 0; k < pooled; k++) {
      trial.assign(pool[k], Solution.UNSERVED);
    }
    insertPool(-1);
    return true;
  }

  /** A site takes the units that are worth most to it, up to a random one of its sizes. */
  boolean grow(int site) {
    int sizes = instance.sizeStart[site + 1] - instance.sizeStart[site];
    int now = solution.sizeOf(site);
    int size = instance.sizeStart[site] + random.nextInt(sizes);
    if (now >= size && now >= 0 && random.nextInt(4) > 0) {
      return false;
    }
    if (solution.isClosed(site)
        && solution.opened() >= instance.newSchoolsAtMost
        && !closeANewSchool(site)) {
      return false;
    }
    fill(site, size);
    return true;
  }

  private void fill(int site, int size) {
    clearPool();
    for (int k = instance.columnStart[site]; k < instance.columnStart[site + 1]; k++) {
      int arc = instance.columnArc[k];
      int unit = instance.arcUnit[arc];
      double worth = prices.ofUnit(unit) - instance.arcYuan[arc];
      if (worth > 0 && solution.arcOf(unit) != arc) {
        addToPool(unit);
        key[pooled - 1] =
            -worth / Math.max(1, instance.pupils[unit]) * (0.9 + 0.2 * random.nextDouble());
      }
    }
    sortPool();
    int mark = trial.mark();
    int candidates = pooled;
    for (int k = 0; k < candidates; k++) {
      int unit = pool[k];
      int before = trial.mark();
      trial.assign(unit, instance.problem.findArc(unit, site));
      int grown = solution.sizeOf(site);
      if (grown == Instance.NO_SIZE || grown > size) {
        trial.undoTo(before);
      }
    }
    int changed = trial.mark();
    clearPool();
    for (int entry = mark; entry < changed; entry++) {
      poolUnservedAround(trial.changedUnit(entry));
    }
    insertPool(-1);
  }

  /** A new school moves to another site: its units go there where they can. */
  boolean relocate(int from, int to) {
    if (!solution.isClosed(to)) {
      return false;
    }
    clearPool();
    poolUnitsAt(from);
    for (int p = 0; p < pooled; p++) {
      trial.assign(pool[p], Solution.UNSERVED);
    }
    int size =
        instance.sizeStart[to]
            + random.nextInt(instance.sizeStart[to + 1] - instance.sizeStart[to]);
    int moved = trial.mark();
    fill(to, size);
    clearPool();
    for (int entry = 0; entry < moved; entry++) {
      addToPool(trial.changedUnit(entry));
    }
    insertPool(from);
    return true;
  }

  private boolean closeANewSchool(int near) {
    int start = random.nextInt(instance.sites);
    for (int k = 0; k < instance.sites; k++) {
      int site = (start + k) % instance.sites;
      if (site != near && !instance.existing[site] && !solution.isClosed(site)) {
        clearPool();
        poolUnitsAt(site);
        for (int p = 0; p < pooled; p++) {
          trial.assign(pool[p], Solution.UNSERVED);
        }
        insertPool(site);
        return true;
      }
    }
    return false;
  }

  /** A site loses its dearest units until it can be a size smaller, or closes. */
  boolean shrink(int site) {
    int size = solution.sizeOf(site);
    if (size < 0 || (instance.existing[site] && size == instance.sizeStart[site])) {
      return false;
    }
    clearPool();
    poolUnitsAt(site);
    int least =
        Math.max(
            instance.existing[site] ? 0 : -1,
            size - instance.sizeStart[site] - 1 - random.nextInt(3));
    int target = least < 0 ? Instance.CLOSED : instance.sizeStart[site] + least;
    for (int k = 0; k < pooled; k++) {
      int unit = pool[k];
      double worth = prices.ofUnit(unit) - instance.arcYuan[solution.arcOf(unit)];
      key[k] = worth / Math.max(1, instance.pupils[unit]) * (0.9 + 0.2 * random.nextDouble());
    }
    sortPool();
    int removed = 0;
    while (removed < pooled && solution.sizeOf(site) > target) {
      trial.assign(pool[removed++], Solution.UNSERVED);
    }
    pooled = removed;
    insertPool(site);
    return true;
  }

  private void clearPool() {
    pooled = 0;
    round++;
  }

  private void addToPool(int unit) {
    if (marked[unit] != round) {
      marked[unit] = round;
      pool[pooled++] = unit;
    }
  }

  private void poolUnitsAt(int site) {
    for (int k = instance.columnStart[site]; k < instance.columnStart[site + 1]; k++) {
      int arc = instance.columnArc[k];
      if (solution.arcOf(instance.arcUnit[arc]) == arc) {
        addToPool(instance.arcUnit[arc]);
      }
    }
  }

  /** Adds unserved units that a site left by this unit could serve. */
  private void poolUnservedAround(int unit) {
    for (int arc = instance.rowStart[unit]; arc < instance.rowStart[unit + 1]; arc++) {
      int site = instance.arcSite[arc];
      if (solution.isClosed(site)) {
        continue;
      }
      for (int k = instance.columnStart[site]; k < instance.columnStart[site + 1]; k++) {
        int other = instance.arcUnit[instance.columnArc[k]];
        if (solution.arcOf(other) == Solution.UNSERVED) {
          addToPool(other);
        }
      }
    }
  }

  private void insertPool(int shunned) {
    int order = random.nextInt(3);
    for (int k = 0; k < pooled; k++) {
      int unit = pool[k];
      key[k] =
          order == 0 ? random.nextDouble() : order == 1 ? -instance.pupils[unit] : -regret(unit);
    }
    sortPool();
    for (int k = 0; k < pooled; k++) {
      if (solution.arcOf(pool[k]) == Solution.UNSERVED) {
        trial.insert(pool[k], shunned);
      }
    }
  }

  private double regret(int unit) {
    int first = instance.rowStart[unit];
    int arcs = instance.rowStart[unit + 1] - first;
    if (arcs == 0) {
      return 0;
    }
    long second = arcs > 1 ? instance.arcYuan[first + 1] : instance.unservedYuan[unit];
    return (second - instance.arcYuan[first]) * (0.8 + 0.4 * random.nextDouble());
  }

  private void sortPool() {
    for (int k = 1; k < pooled; k++) {
      int unit = pool[k];
      double value = key[k];
      int to = k;
      while (to > 0 && key[to - 1] > value) {
        pool[to] = pool[to - 1];
        key[to] = key[to - 1];
        to--;
      }
      pool[to] = unit;
      key[to] = value;
    }
  }
}
