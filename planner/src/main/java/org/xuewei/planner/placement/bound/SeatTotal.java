package org.xuewei.planner.placement.bound;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.xuewei.planner.placement.state.Instance;

/**
 * The sites in use seat everybody: which sites stay closed is then a 0-1 knapsack whose room is the
 * seats that can be spared (Holmberg, Rönnqvist and Yuan 1999). For problems of one size a site,
 * one grade band and no limit of money or number; a solution that leaves units without a place is
 * not bound by it.
 */
final class SeatTotal {
  private static final int BRANCHES = 20_000;

  private final Instance instance;
  private final long spare;
  private final Knapsack knapsack;
  private final int[] candidates;
  private final double[] saved;
  private final int[] seats;
  private final double[] closes;
  private Fixed fixed = Fixed.NONE;
  private long spareHere;

  private SeatTotal(Instance instance, long spare) {
    this.instance = instance;
    this.spare = spare;
    this.spareHere = spare;
    this.knapsack = new Knapsack(instance.sites);
    this.candidates = new int[instance.sites];
    this.saved = new double[instance.sites];
    this.seats = new int[instance.sites];
    this.closes = new double[instance.sites];
    for (int site = 0; site < instance.sites; site++) {
      seats[site] = (int) instance.seatsAtMost(instance.sizeStart[site]);
    }
  }

  static @Nullable SeatTotal of(Instance instance) {
    boolean limited =
        instance.bands > 1
            || instance.budget != Long.MAX_VALUE
            || instance.newSchoolsAtMost < instance.sites;
    if (limited || instance.sizeClasses.length > instance.sites) {
      return null;
    }
    long spare = 0;
    for (int size = 0; size < instance.sizeClasses.length; size++) {
      spare += instance.seatsAtMost(size);
    }
    for (int unit = 0; unit < instance.units; unit++) {
      spare -= instance.rowStart[unit] < instance.rowStart[unit + 1] ? instance.pupils[unit] : 0;
    }
    return spare < 0 ? null : new SeatTotal(instance, spare);
  }

  void fix(Fixed sites) {
    fixed = sites;
    spareHere = spare - sites.closed().stream().mapToLong(site -> seats[site]).sum();
  }

  /**
   * Opens the sites that are needed for the seats.
   *
   * @param value by size: what it adds when it is chosen; sites where that is below 0 are open
   * @param chosen by site: its size or {@link Instance#CLOSED}; sites are added
   * @return lower bound of what the sites added cost; infinite when too many are closed
   */
  double raise(double[] value, int[] chosen) {
    if (spareHere < 0) {
      return Double.POSITIVE_INFINITY;
    }
    int count = 0;
    double all = 0;
    for (int site = 0; site < instance.sites; site++) {
      if (chosen[site] == Instance.CLOSED && !fixed.closed().get(site)) {
        saved[site] = value[instance.sizeStart[site]];
        candidates[count++] = site;
        all += saved[site];
      }
    }
    knapsack.take(candidates, count, saved, seats);
    double lower = all - knapsack.value(spareHere, BRANCHES);
    Arrays.fill(closes, 0);
    knapsack.addShares(1, closes);
    for (int k = 0; k < count; k++) {
      if (closes[candidates[k]] == 0) {
        chosen[candidates[k]] = instance.sizeStart[candidates[k]];
      }
    }
    return Math.max(0, lower);
  }
}
