package org.xuewei.geo.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.xuewei.data.model.TravelMatrix;
import org.xuewei.data.model.TravelMatrix.MissingReason;

/** Turns distances found site by site into rows by point. */
final class TravelRows {
  private final int points;
  private final List<int[]> pointsOfSite = new ArrayList<>();
  private final List<int[]> metresOfSite = new ArrayList<>();
  private final int[] foundPoints;
  private final int[] foundMetres;
  private int found;

  TravelRows(int points) {
    this.points = points;
    this.foundPoints = new int[points];
    this.foundMetres = new int[points];
  }

  /** Notes a point within reach of the site at hand; once for each pair. */
  void add(int point, int metres) {
    foundPoints[found] = point;
    foundMetres[found] = metres;
    found++;
  }

  /** Goes on to the next site. */
  void endSite() {
    pointsOfSite.add(Arrays.copyOf(foundPoints, found));
    metresOfSite.add(Arrays.copyOf(foundMetres, found));
    found = 0;
  }

  /** Start of each row, and the number of entries after the last. */
  int[] rowStart() {
    int[] start = new int[points + 1];
    for (int[] reached : pointsOfSite) {
      for (int point : reached) {
        start[point + 1]++;
      }
    }
    for (int point = 0; point < points; point++) {
      start[point + 1] = Math.addExact(start[point + 1], start[point]);
    }
    return start;
  }

  /**
   * All entries in row order, each as metres · 2³² + site index, ascending within a row.
   *
   * @param rowStart as given by {@link #rowStart}
   */
  long[] entries(int[] rowStart) {
    long[] entries = new long[rowStart[points]];
    int[] next = rowStart.clone();
    for (int site = 0; site < pointsOfSite.size(); site++) {
      int[] reached = pointsOfSite.get(site);
      int[] metres = metresOfSite.get(site);
      for (int k = 0; k < reached.length; k++) {
        entries[next[reached[k]]++] = ((long) metres[k] << 32) | site;
      }
    }
    for (int point = 0; point < points; point++) {
      Arrays.sort(entries, rowStart[point], rowStart[point + 1]);
    }
    return entries;
  }

  /**
   * All rows as a matrix.
   *
   * @param reason asked for every point that reaches no site
   */
  TravelMatrix matrix(
      List<String> pointIds,
      List<String> siteIds,
      int limitMetres,
      IntFunction<MissingReason> reason) {
    int[] rowStart = rowStart();
    long[] entries = entries(rowStart);
    int[] site = new int[entries.length];
    int[] metres = new int[entries.length];
    for (int k = 0; k < entries.length; k++) {
      site[k] = (int) entries[k];
      metres[k] = (int) (entries[k] >>> 32);
    }
    Map<Integer, MissingReason> missing = new HashMap<>();
    for (int point = 0; point < points; point++) {
      if (rowStart[point] == rowStart[point + 1]) {
        missing.put(point, reason.apply(point));
      }
    }
    return new TravelMatrix(pointIds, siteIds, limitMetres, rowStart, site, metres, missing);
  }
}
