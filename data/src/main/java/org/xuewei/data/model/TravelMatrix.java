package org.xuewei.data.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Network walking distances from demand points to the sites within reach, sparse by demand point.
 * Row <i>i</i> lists site indices in ascending distance (ties by index). Unit: metres, rounded up.
 * A demand point without any site in its row has a {@link MissingReason}. Not symmetric: one-way
 * streets count. Immutable, thread-safe.
 */
public final class TravelMatrix {
  /** Why a demand point reaches no site. */
  public enum MissingReason {
    /** No road for pedestrians near the point. */
    NO_ROAD_NEARBY,
    /** Roads near the point do not connect to any site. */
    OTHER_COMPONENT,
    /** Sites can be reached, but only beyond the limit. */
    BEYOND_LIMIT
  }

  private final List<String> pointIds;
  private final List<String> siteIds;
  private final int limitMetres;
  private final int[] rowStart;
  private final int[] site;
  private final int[] metres;
  private final Map<Integer, MissingReason> missing;

  /**
   * @param siteIds schools first, then candidates, in the dataset's order
   * @param rowStart length points + 1; row <i>i</i> is {@code rowStart[i] .. rowStart[i+1]-1}
   * @param missing reasons by point index, one for every empty row
   */
  public TravelMatrix(
      List<String> pointIds,
      List<String> siteIds,
      int limitMetres,
      int[] rowStart,
      int[] site,
      int[] metres,
      Map<Integer, MissingReason> missing) {
    this.pointIds = List.copyOf(pointIds);
    this.siteIds = List.copyOf(siteIds);
    this.limitMetres = limitMetres;
    this.rowStart = rowStart.clone();
    this.site = site.clone();
    this.metres = metres.clone();
    this.missing = Map.copyOf(missing);
    check();
  }

  private void check() {
    if (rowStart.length != pointIds.size() + 1
        || rowStart[0] != 0
        || rowStart[rowStart.length - 1] != site.length
        || site.length != metres.length) {
      throw new IllegalArgumentException("rows, sites and metres do not fit together");
    }
    for (int point = 0; point < pointIds.size(); point++) {
      if (rowStart[point] > rowStart[point + 1]) {
        throw new IllegalArgumentException("row " + point + " ends before it starts");
      }
      boolean empty = rowStart[point] == rowStart[point + 1];
      if (empty != missing.containsKey(point)) {
        throw new IllegalArgumentException(
            "demand point "
                + pointIds.get(point)
                + ": a reason is needed where no site is reached");
      }
      for (int k = rowStart[point]; k < rowStart[point + 1]; k++) {
        boolean ordered =
            k == rowStart[point]
                || metres[k - 1] < metres[k]
                || (metres[k - 1] == metres[k] && site[k - 1] < site[k]);
        boolean inRange = metres[k] >= 0 && metres[k] <= limitMetres;
        if (site[k] < 0 || site[k] >= siteIds.size() || !inRange || !ordered) {
          throw new IllegalArgumentException(
              "row of "
                  + pointIds.get(point)
                  + " is not an ascending list of sites within the limit");
        }
      }
    }
  }

  public List<String> pointIds() {
    return pointIds;
  }

  public List<String> siteIds() {
    return siteIds;
  }

  /** No distance in the matrix is above this. */
  public int limitMetres() {
    return limitMetres;
  }

  public int pairs() {
    return site.length;
  }

  /** Index of the first entry of a row; {@code rowStart(points)} is the number of entries. */
  public int rowStart(int point) {
    return rowStart[point];
  }

  public int site(int entry) {
    return site[entry];
  }

  public int metres(int entry) {
    return metres[entry];
  }

  /** Distance in metres, or -1 when the pair is not in the matrix. */
  public int metresBetween(int point, int siteIndex) {
    for (int k = rowStart[point]; k < rowStart[point + 1]; k++) {
      if (site[k] == siteIndex) {
        return metres[k];
      }
    }
    return -1;
  }

  public Optional<MissingReason> missingReason(int point) {
    return Optional.ofNullable(missing.get(point));
  }

  /**
   * The same matrix with a shorter limit; a point whose sites are all farther has {@link
   * MissingReason#BEYOND_LIMIT}.
   *
   * @throws InputException when the limit is above this matrix's
   */
  public TravelMatrix within(int shorterLimitMetres) {
    if (shorterLimitMetres > limitMetres) {
      throw new InputException(
          "travel limit is %d m, but distances were measured up to %d m only; expected at most that"
              .formatted(shorterLimitMetres, limitMetres));
    }
    int[] newRowStart = new int[rowStart.length];
    int[] newSite = new int[site.length];
    int[] newMetres = new int[metres.length];
    Map<Integer, MissingReason> newMissing = new HashMap<>(missing);
    int kept = 0;
    for (int point = 0; point < pointIds.size(); point++) {
      for (int k = rowStart[point]; k < rowStart[point + 1]; k++) {
        if (metres[k] <= shorterLimitMetres) {
          newSite[kept] = site[k];
          newMetres[kept++] = metres[k];
        }
      }
      newRowStart[point + 1] = kept;
      if (newRowStart[point] == kept) {
        newMissing.putIfAbsent(point, MissingReason.BEYOND_LIMIT);
      }
    }
    return new TravelMatrix(
        pointIds,
        siteIds,
        shorterLimitMetres,
        newRowStart,
        Arrays.copyOf(newSite, kept),
        Arrays.copyOf(newMetres, kept),
        newMissing);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TravelMatrix that
        && pointIds.equals(that.pointIds)
        && siteIds.equals(that.siteIds)
        && limitMetres == that.limitMetres
        && Arrays.equals(rowStart, that.rowStart)
        && Arrays.equals(site, that.site)
        && Arrays.equals(metres, that.metres)
        && missing.equals(that.missing);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(site) + Arrays.hashCode(metres);
  }
}
