package org.xuewei.data.model;

import java.util.Arrays;

/**
 * Which demand units touch, and in which unit each site lies. Where a problem has it, the units of
 * a site, its home unit among them, must be connected through units of the same site. Immutable,
 * thread-safe.
 */
public final class Contiguity {
  /** The home unit of a site that can have no catchment. */
  public static final int NO_UNIT = -1;

  private final int[] start;
  private final int[] neighbour;
  private final int[] homeUnit;

  /**
   * @param neighbours by unit: the units that touch it, each once, in any order; symmetric
   * @param homeUnit by site: the unit that it lies in, or {@link #NO_UNIT}
   * @throws IllegalArgumentException if a unit touches itself, a pair stands in one direction only,
   *     or an index is out of range
   */
  public Contiguity(int[][] neighbours, int[] homeUnit) {
    int units = neighbours.length;
    this.start = new int[units + 1];
    for (int unit = 0; unit < units; unit++) {
      start[unit + 1] = start[unit] + neighbours[unit].length;
    }
    this.neighbour = new int[start[units]];
    for (int unit = 0; unit < units; unit++) {
      int[] row = neighbours[unit].clone();
      Arrays.sort(row);
      System.arraycopy(row, 0, neighbour, start[unit], row.length);
    }
    this.homeUnit = homeUnit.clone();
    check();
  }

  private void check() {
    for (int unit = 0; unit < units(); unit++) {
      for (int k = start[unit]; k < start[unit + 1]; k++) {
        int other = neighbour[k];
        if (other < 0 || other >= units() || other == unit) {
          throw new IllegalArgumentException("unit " + unit + " cannot touch unit " + other);
        }
        if (k > start[unit] && neighbour[k - 1] == other) {
          throw new IllegalArgumentException("unit " + unit + " touches " + other + " twice");
        }
        if (!touch(other, unit)) {
          throw new IllegalArgumentException(
              "unit " + unit + " touches " + other + ", but not the other way round");
        }
      }
    }
    for (int unit : homeUnit) {
      if (unit < NO_UNIT || unit >= units()) {
        throw new IllegalArgumentException("no unit " + unit + " for a site to lie in");
      }
    }
  }

  public int units() {
    return start.length - 1;
  }

  public int sites() {
    return homeUnit.length;
  }

  /** Where the neighbours of a unit begin; {@code start(unit + 1)} is where they end. */
  public int start(int unit) {
    return start[unit];
  }

  /** The unit at a place between {@link #start} of a unit and of the next; ascending. */
  public int neighbour(int index) {
    return neighbour[index];
  }

  public boolean touch(int unit, int other) {
    return Arrays.binarySearch(neighbour, start[unit], start[unit + 1], other) >= 0;
  }

  /** {@link #NO_UNIT} for a site that can have no catchment. */
  public int homeUnit(int site) {
    return homeUnit[site];
  }
}
