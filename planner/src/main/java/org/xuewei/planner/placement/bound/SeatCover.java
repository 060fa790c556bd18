package org.xuewei.planner.placement.bound;

import java.util.Arrays;

/**
 * A valid inequality: some units together have more pupils than the sites in their reach surely
 * hold; the deficit is met by larger sizes, or pupils stay unserved. Reads Σ sizeShare · chosen + Σ
 * unitShare · unserved ≥ 1.
 */
public record SeatCover(
    int deficitPupils, int[] units, double[] unitShare, int[] sizes, double[] sizeShare) {

  /**
   * Strengthens Σ seats · chosen + Σ pupils · unserved ≥ deficit by mixed-integer rounding
   * (Nemhauser and Wolsey 1990): whole portions of seats must be chosen. A portion as large as the
   * deficit gives the knapsack cover (Carr, Fleischer, Leung and Phillips 2000).
   *
   * @param deficit pupils above the sure seats, at least 1
   * @param pupils by unit
   * @param seats by size, above those that are sure
   * @param portion seats, at least 1
   */
  static SeatCover rounded(
      int deficit, int[] units, int[] pupils, int[] sizes, int[] seats, int portion) {
    int portions = (deficit + portion - 1) / portion;
    int rest = deficit - (portions - 1) * portion;
    double[] unitShare = new double[units.length];
    for (int k = 0; k < units.length; k++) {
      unitShare[k] = share(pupils[k], portion, rest) / portions;
    }
    double[] sizeShare = new double[sizes.length];
    for (int k = 0; k < sizes.length; k++) {
      sizeShare[k] = Math.min(1, share(seats[k], portion, rest) / portions);
    }
    return new SeatCover(deficit, units, unitShare, sizes, sizeShare);
  }

  /** Portions that an amount counts for; a rest of a portion counts whole from the deficit's on. */
  private static double share(int amount, int portion, int rest) {
    return amount / portion + Math.min(1, amount % portion / (double) rest);
  }

  /** Left side for shares of sizes and of unserved units; below 1 it is violated. */
  double met(double[] chosen, double[] unserved) {
    double sum = 0;
    for (int k = 0; k < units.length; k++) {
      sum += unitShare[k] * unserved[units[k]];
    }
    for (int k = 0; k < sizes.length; k++) {
      sum += sizeShare[k] * chosen[sizes[k]];
    }
    return sum;
  }

  /** Equal for covers that say the same. */
  String key() {
    return Arrays.toString(units) + Arrays.toString(sizes) + Arrays.toString(sizeShare);
  }
}
