package org.xuewei.data.model;

import java.util.List;

/**
 * Pupils by demand point, grade band and calendar year; points are indexed as the dataset's demand
 * points. Immutable, thread-safe. Unit: pupils, at least 0.
 */
public final class Demand {
  private final List<String> pointIds;
  private final int firstYear;
  private final int lastYear;
  private final int[][][] pupils;

  /**
   * @param pupils by point, by {@link GradeBand#ordinal}, by year from {@code firstYear}
   */
  public Demand(List<String> pointIds, int firstYear, int lastYear, int[][][] pupils) {
    this.pointIds = List.copyOf(pointIds);
    this.firstYear = firstYear;
    this.lastYear = lastYear;
    if (pupils.length != pointIds.size()) {
      throw new IllegalArgumentException(
          pupils.length + " rows of pupils for " + pointIds.size() + " demand points");
    }
    int years = lastYear - firstYear + 1;
    int bands = GradeBand.values().length;
    this.pupils = new int[pupils.length][bands][];
    for (int point = 0; point < pupils.length; point++) {
      for (int band = 0; band < bands; band++) {
        int[] row = pupils[point][band];
        if (row.length != years) {
          throw new IllegalArgumentException(row.length + " years for " + years);
        }
        for (int count : row) {
          if (count < 0) {
            throw new IllegalArgumentException(
                "demand point " + pointIds.get(point) + ": pupils is " + count);
          }
        }
        this.pupils[point][band] = row.clone();
      }
    }
  }

  public List<String> pointIds() {
    return pointIds;
  }

  public int firstYear() {
    return firstYear;
  }

  public int lastYear() {
    return lastYear;
  }

  public int pupils(int point, GradeBand band, int year) {
    return pupils[point][band.ordinal()][year - firstYear];
  }

  public int pupils(int point, Stage stage, int year) {
    return stage.bands().stream().mapToInt(band -> pupils(point, band, year)).sum();
  }

  /** Pupils of all demand points. */
  public long total(Stage stage, int year) {
    long total = 0;
    for (int point = 0; point < pupils.length; point++) {
      total += pupils(point, stage, year);
    }
    return total;
  }
}
