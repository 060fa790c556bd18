package org.xuewei.planner.placement.local;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.xuewei.data.model.Contiguity;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.placement.state.Solution;

/**
 * What moves of units cost in a problem, from a start: temperatures and prices of a search are
 * multiples of it.
 */
public final class YuanScale {
  /** Temperatures as shares of the mean change of cost by a move, or of one another. */
  private static final double HOT = 0.35;

  private static final double HOT_AT_BORDER = 1;
  private static final double HOT_OF_SQUEEZE = 0.05;
  private static final double COLD = 0.005;

  private static final double HOT_NEAR_START = 0.5;

  private final double changeYuan;
  private final double unservedYuan;
  private final double pupils;

  private YuanScale(double changeYuan, double unservedYuan, double pupils) {
    this.unservedYuan = unservedYuan;
    this.changeYuan = Math.max(1, changeYuan);
    this.pupils = Math.max(1, pupils);
  }

  /** From moves of every unit to the site in use that is nearest beside its own. */
  public static YuanScale of(Instance instance, Solution start) {
    Solution trial = start.copy();
    double sum = 0;
    long count = 0;
    for (int unit = 0; unit < instance.units; unit++) {
      int own = start.arcOf(unit);
      int other = own < 0 ? -1 : nearestBeside(instance, start, unit);
      if (other >= 0) {
        trial.assign(unit, other);
        sum += Math.abs(trial.yuan() - start.yuan());
        trial.assign(unit, own);
        count++;
      }
    }
    return new YuanScale(
        sum / Math.max(1, count),
        mean(LongStream.of(instance.unservedYuan)),
        mean(IntStream.of(instance.pupils).asLongStream()));
  }

  private static int nearestBeside(Instance instance, Solution start, int unit) {
    for (int arc = instance.rowStart[unit]; arc < instance.rowStart[unit + 1]; arc++) {
      if (arc != start.arcOf(unit) && !start.isClosed(instance.arcSite[arc])) {
        return arc;
      }
    }
    return -1;
  }

  /** From moves of units to the sites of their neighbours. */
  public static YuanScale acrossBorders(Instance instance, Contiguity where, Solution start) {
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
    return new YuanScale(
        sum / Math.max(1, count),
        mean(LongStream.of(instance.unservedYuan)),
        mean(IntStream.of(instance.pupils).asLongStream()));
  }

  private static double mean(LongStream numbers) {
    return numbers.average().orElse(0);
  }

  /**
   * A search of units between the sites of its start, with a price on overload.
   *
   * @param times what a move is worth, so many times
   * @param hot temperature at the start, as a share of what a move is worth
   */
  public Annealing withOverload(double times, double hot) {
    return units(hot, times);
  }

  /**
   * The same where units must stay without a place.
   *
   * @param share from 0, overload costs what a move is worth, to 1, what a place is worth
   */
  public Annealing withOverloadUpToPlaces(double share) {
    double ofAPlace = placeYuan() / overloadYuan(1);
    return units(HOT, Math.pow(Math.max(1, ofAPlace), share));
  }

  /** The same as {@link #withOverload}, near its start. */
  public Annealing squeezing(double times) {
    return units(HOT_OF_SQUEEZE, times);
  }

  private Annealing units(double hot, double times) {
    return new Annealing(
        hot * changeYuan,
        Math.min(COLD, hot / 2) * changeYuan,
        Math.round(overloadYuan(times)),
        false);
  }

  /** A search of units and sites that never overfills and stays near its start. */
  public Annealing nearStart() {
    double hot = HOT_NEAR_START * HOT * changeYuan;
    return new Annealing(hot, COLD * changeYuan, Annealing.FORBIDDEN, true);
  }

  /**
   * A search over borders, with a price on overload.
   *
   * @param times what a move is worth, so many times
   */
  public Annealing acrossBorders(double times) {
    return units(HOT_AT_BORDER, times);
  }

  /** What a place for one pupil is worth. */
  public double placeYuan() {
    return unservedYuan / pupils;
  }

  /** Price of a pupil above the seats, at least 1, as in {@link #withOverload}. */
  public double overloadYuan(double times) {
    return Math.max(1, times * 2 * changeYuan / pupils);
  }
}
