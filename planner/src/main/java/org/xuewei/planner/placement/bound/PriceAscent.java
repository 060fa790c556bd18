package org.xuewei.planner.placement.bound;

import java.util.Arrays;
import org.xuewei.data.model.StopSignal;
import org.xuewei.planner.placement.state.Instance;

/**
 * Raises the lower bound by deflected subgradient steps on the units' prices (Held and Karp 1971;
 * Camerini, Fratta and Maffioli 1975), with Polyak's step towards the best known cost. A step
 * changes the price of a pupil, whatever the size of the unit.
 */
public final class PriceAscent {
  private static final double DEFLECTION = 0.7;
  private static final int PATIENCE = 25;

  private final Instance instance;
  private final Relaxation relaxation;
  private final double[] price;
  private final double[] bestPrice;
  private final double[] direction;
  private double best = Double.NEGATIVE_INFINITY;
  private double capitalPrice;
  private double boldness = 1;
  private int patience = PATIENCE;

  /**
   * @param startPrice yuan a year by unit; cut to 0 .. the unit's unserved price
   */
  public PriceAscent(Instance instance, double[] startPrice) {
    this.instance = instance;
    this.relaxation = new Relaxation(instance);
    this.price = startPrice.clone();
    for (int unit = 0; unit < price.length; unit++) {
      price[unit] = cut(unit, price[unit]);
    }
    this.bestPrice = price.clone();
    this.direction = new double[instance.units];
  }

  /**
   * Goes some steps on.
   *
   * @param targetYuan cost of a known solution, without the units that have no arc
   * @return steps done; fewer than asked when the bound is tight, the steps vanish or a stop was
   *     requested
   */
  public int ascend(int steps, long targetYuan, StopSignal stop) {
    for (int step = 0; step < steps; step++) {
      if (stop.stopRequested() || boldness < 1e-4 || best >= targetYuan - 0.5) {
        return step;
      }
      double bound = relaxation.bound(price);
      if (bound > best) {
        boldness = bound > best + 1e-4 * Math.abs(best) ? Math.min(1.5, boldness * 1.05) : boldness;
        patience = bound > best + 1e-5 * Math.abs(best) ? PATIENCE : patience - 1;
        best = bound;
        capitalPrice = relaxation.capitalPrice();
        System.arraycopy(price, 0, bestPrice, 0, price.length);
      } else {
        patience--;
      }
      if (patience < 0) {
        boldness *= 0.7;
        patience = PATIENCE;
        System.arraycopy(bestPrice, 0, price, 0, price.length);
        Arrays.fill(direction, 0);
        relaxation.bound(price);
      }
      move(targetYuan, bound);
    }
    return steps;
  }

  private void move(long targetYuan, double bound) {
    double norm = 0;
    for (int unit = 0; unit < price.length; unit++) {
      double missing = 1 - relaxation.taken[unit];
      boolean held =
          (missing > 0 && price[unit] >= instance.unservedYuan[unit])
              || (missing < 0 && price[unit] <= 0)
              || instance.rowStart[unit] == instance.rowStart[unit + 1];
      direction[unit] = held ? 0 : missing + DEFLECTION * direction[unit];
      norm += weight(unit) * direction[unit] * direction[unit];
    }
    if (norm == 0) {
      return;
    }
    double gap = Math.max(targetYuan - bound, 1e-6 * Math.abs(targetYuan));
    double length = boldness * gap / norm;
    for (int unit = 0; unit < price.length; unit++) {
      price[unit] = cut(unit, price[unit] + length * weight(unit) * direction[unit]);
    }
  }

  private int weight(int unit) {
    return Math.max(1, instance.pupils[unit]);
  }

  private double cut(int unit, double yuan) {
    return Math.max(0, Math.min(instance.unservedYuan[unit], yuan));
  }

  /** The best prices and bound so far. */
  public Prices prices() {
    long bound = best == Double.NEGATIVE_INFINITY ? 0 : (long) Math.ceil(best);
    return new Prices(bestPrice, capitalPrice, Math.max(0, bound));
  }
}
