package org.xuewei.planner.placement.bound;

import java.util.Arrays;
import java.util.List;
import org.xuewei.data.model.StopSignal;
import org.xuewei.planner.placement.state.Instance;

/**
 * Raises the lower bound by deflected subgradient steps on the prices of units and seat covers
 * (Held and Karp 1971; Camerini, Fratta and Maffioli 1975), with Polyak's step towards the best
 * known cost. Starts at the prices of the linear relaxation. A step changes the price of a pupil,
 * whatever the size of the unit or the deficit.
 */
public final class PriceAscent {
  private static final double DEFLECTION = 0.7;
  private static final int PATIENCE = 20;

  /** Steps aim at least so far above the bound, as a multiple of it. */
  private static final double FURTHER = 1.01;

  private static final double BOLDNESS_AT_START = 0.1;

  private final Instance instance;
  private final Relaxation relaxation;
  private final List<SeatCover> covers;
  private final double[] price;
  private final double[] coverPrice;
  private final double[] bestPrice;
  private final double[] bestCoverPrice;
  private final double[] direction;
  private final double[] coverDirection;
  private double best = Double.NEGATIVE_INFINITY;
  private double boldness = BOLDNESS_AT_START;
  private int patience = PATIENCE;

  /** Starts at the prices of the linear relaxation, or at small ones when it has no solution. */
  public PriceAscent(Instance instance, LinearRelaxation linear) {
    this.instance = instance;
    this.covers = List.copyOf(linear.covers());
    this.relaxation = new Relaxation(instance, covers);
    this.price = linear.solution().map(s -> s.unitPrice.clone()).orElseGet(this::smallPrices);
    this.coverPrice = linear.solution().map(s -> s.coverPrice.clone()).orElse(new double[0]);
    relaxation.priceCovers(coverPrice);
    for (int unit = 0; unit < price.length; unit++) {
      price[unit] = cut(unit, price[unit]);
    }
    this.bestPrice = price.clone();
    this.bestCoverPrice = coverPrice.clone();
    this.direction = new double[price.length];
    this.coverDirection = new double[coverPrice.length];
  }

  private double[] smallPrices() {
    double[] prices = new double[instance.units];
    for (int unit = 0; unit < instance.units; unit++) {
      if (instance.rowStart[unit] < instance.rowStart[unit + 1]) {
        long nearest = instance.arcYuan[instance.rowStart[unit]];
        prices[unit] = nearest + 0.1 * (instance.unservedYuan[unit] - nearest);
      }
    }
    return prices;
  }

  /**
   * Goes some steps on.
   *
   * @param knownYuan cost of a known solution, without the units that have no arc; the bound ends
   *     there
   * @param expectedYuan what the best solution may cost, at most {@code knownYuan}; sets the first
   *     lengths of the steps
   * @return steps done; fewer than asked when the bound is tight, the steps vanish or a stop was
   *     requested; the first step is always done, so that there is a bound
   */
  public int ascend(int steps, long knownYuan, long expectedYuan, StopSignal stop) {
    for (int step = 0; step < steps; step++) {
      boolean hasBound = best > Double.NEGATIVE_INFINITY;
      if ((hasBound && stop.stopRequested()) || boldness < 1e-4 || best >= knownYuan - 0.5) {
        return step;
      }
      double bound = relaxation.bound(price, coverPrice);
      if (bound > best) {
        patience = bound > best + 1e-5 * Math.abs(best) ? PATIENCE : patience - 1;
        best = bound;
        System.arraycopy(price, 0, bestPrice, 0, price.length);
        System.arraycopy(coverPrice, 0, bestCoverPrice, 0, coverPrice.length);
      } else {
        patience--;
      }
      if (patience < 0) {
        boldness *= 0.7;
        patience = PATIENCE;
        restart();
      }
      move(Math.min(knownYuan, Math.max(expectedYuan, FURTHER * best)), bound);
    }
    return steps;
  }

  private void restart() {
    System.arraycopy(bestPrice, 0, price, 0, price.length);
    System.arraycopy(bestCoverPrice, 0, coverPrice, 0, coverPrice.length);
    Arrays.fill(direction, 0);
    Arrays.fill(coverDirection, 0);
    relaxation.priceCovers(coverPrice);
    relaxation.bound(price, coverPrice);
  }

  private void move(double targetYuan, double bound) {
    double norm = 0;
    for (int unit = 0; unit < price.length; unit++) {
      double missing = 1 - relaxation.taken[unit];
      boolean held =
          (missing > 0 && price[unit] >= relaxation.unservedYuan(unit))
              || instance.rowStart[unit] == instance.rowStart[unit + 1];
      direction[unit] = held ? 0 : missing + DEFLECTION * direction[unit];
      norm += weight(unit) * direction[unit] * direction[unit];
    }
    for (int k = 0; k < coverPrice.length; k++) {
      double missing = 1 - relaxation.met[k];
      boolean held = missing < 0 && coverPrice[k] <= 0;
      coverDirection[k] = held ? 0 : missing + DEFLECTION * coverDirection[k];
      norm += covers.get(k).deficitPupils() * coverDirection[k] * coverDirection[k];
    }
    if (norm == 0) {
      return;
    }
    double gap = Math.max(targetYuan - bound, 1e-6 * Math.abs(targetYuan));
    double length = boldness * gap / norm;
    for (int k = 0; k < coverPrice.length; k++) {
      coverPrice[k] =
          Math.max(0, coverPrice[k] + length * covers.get(k).deficitPupils() * coverDirection[k]);
    }
    relaxation.priceCovers(coverPrice);
    for (int unit = 0; unit < price.length; unit++) {
      price[unit] = cut(unit, price[unit] + length * weight(unit) * direction[unit]);
    }
  }

  private int weight(int unit) {
    return Math.max(1, instance.pupils[unit]);
  }

  private double cut(int unit, double yuan) {
    return Math.min(relaxation.unservedYuan(unit), yuan);
  }

  /** No solution costs less; without the price of units that have no arc. At least 0. */
  public long lowerBoundYuan() {
    return best == Double.NEGATIVE_INFINITY ? 0 : Math.max(0, (long) Math.ceil(best));
  }
}
