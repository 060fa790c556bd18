package org.xuewei.planner.placement.local;

import org.xuewei.data.model.Contiguity;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.placement.state.Solution;

/**
 * How a local search cools, and what overload costs it.
 *
 * @param hotYuan temperature at the start, above 0
 * @param coldYuan temperature at the end, above 0
 * @param overloadYuan price of a pupil above the seats, or {@link #FORBIDDEN}
 */
public record Annealing(double hotYuan, double coldYuan, long overloadYuan) {
  /** Sites are never overfull. */
  public static final long FORBIDDEN = Long.MAX_VALUE;

  /** Temperatures as shares of the mean price of a unit unserved. */
  private static final double HOT = 0.02;

  private static final double COLD = 0.0005;

  /** Temperatures as shares of the mean change of cost over a border. */
  private static final double HOT_AT_BORDER = 1;

  private static final double COLD_AT_BORDER = 0.005;

  /** Without overload, from the mean price of a unit without a place. */
  public static Annealing withoutOverload(Instance instance) {
    double scale = meanUnservedYuan(instance);
    return new Annealing(HOT * scale, COLD * scale, FORBIDDEN);
  }

  /** Mean price of a unit without a place, at least 1. */
  static double meanUnservedYuan(Instance instance) {
    double unserved = 0;
    for (long price : instance.unservedYuan) {
      unserved += price;
    }
    return Math.max(1, unserved / Math.max(1, instance.units));
  }

  /**
   * With a price on overload, from the changes of cost over the borders of a start.
   *
   * @param times price of a pupil's overload as a multiple of twice a mean change of cost for a
   *     mean pupil
   */
  public static Annealing acrossBorders(
      Instance instance, Contiguity where, Solution start, double times) {
    double sum = 0;
    long count = 0;
    for (int unit = 0; unit < instance.units; unit++) {
      for (int k = where.start(unit); k < where.start(unit + 1); k++) {
        int other = start.siteOf(where.neighbour(k));
        int arc = other < 0 || start.arcOf(unit) < 0 ? -1 : instance.arcTo(unit, other);
        if (arc >= 0 && arc != start.arcOf(unit)) {
          sum += Math.abs(instance.arcYuan[arc] - instance.arcYuan[start.arcOf(unit)]);
          count++;
        }
      }
    }
    long pupils = 0;
    for (int ofUnit : instance.pupils) {
      pupils += ofUnit;
    }
    double mean = Math.max(1, sum / Math.max(1, count));
    double meanPupils = Math.max(1, pupils / (double) Math.max(1, instance.units));
    return new Annealing(
        HOT_AT_BORDER * mean,
        COLD_AT_BORDER * mean,
        Math.max(1, Math.round(2 * times * mean / meanPupils)));
  }
}
