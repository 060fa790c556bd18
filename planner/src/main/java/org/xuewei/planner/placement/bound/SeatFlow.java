package org.xuewei.planner.placement.bound;

import java.util.Arrays;
import org.xuewei.planner.placement.state.Instance;

/**
 * As many pupils as possible on their ways to seats, units divided at will: a maximum flow by
 * Dinic's layers (1970). Ways have no limit of their own. With <i>n</i> units and sites and
 * <i>m</i> arcs at most O(n² m), in practice a few dozen walks over the arcs.
 */
final class SeatFlow {
  /** Whose pupils are seated first, so that among too many those of the others stay unseated. */
  enum Order {
    FIRST_UNITS,
    LAST_UNITS
  }

  private static final int UNREACHED = -1;

  private final Instance instance;
  private final boolean[] usable;
  private final int[] pupils;
  private final int[] unrouted;
  private final int[] free;
  private final int[] unitLayer;
  private final int[] siteLayer;
  private final int[] queue;
  private int[] nextOfUnit = {};
  private int[] nextOfSite = {};

  /**
   * @param usable arcs that pupils may take
   * @param seats by site, at least 0
   */
  SeatFlow(Instance instance, boolean[] usable, int[] seats, Order order) {
    this.instance = instance;
    this.usable = usable;
    this.pupils = new int[instance.arcSite.length];
    this.unrouted = instance.pupils.clone();
    this.free = seats.clone();
    this.unitLayer = new int[instance.units];
    this.siteLayer = new int[instance.sites];
    this.queue = new int[instance.units];
    while (freeSeatIsReached()) {
      nextOfUnit = instance.rowStart.clone();
      nextOfSite = instance.columnStart.clone();
      for (int k = 0; k < instance.units; k++) {
        int unit = order == Order.FIRST_UNITS ? k : instance.units - 1 - k;
        unrouted[unit] -= unrouted[unit] > 0 ? pushFromUnit(unit, unrouted[unit]) : 0;
      }
    }
  }

  /** Pupils on an arc. */
  int pupils(int arc) {
    return pupils[arc];
  }

  /** Pupils of the unit who find no seat. */
  int unrouted(int unit) {
    return unrouted[unit];
  }

  /** Sets the layers from the unrouted pupils on: to sites, and from there to whom it seats. */
  private boolean freeSeatIsReached() {
    Arrays.fill(unitLayer, UNREACHED);
    Arrays.fill(siteLayer, UNREACHED);
    int end = 0;
    for (int unit = 0; unit < instance.units; unit++) {
      if (unrouted[unit] > 0) {
        unitLayer[unit] = 0;
        queue[end++] = unit;
      }
    }
    boolean reached = false;
    for (int k = 0; k < end; k++) {
      int unit = queue[k];
      for (int arc = instance.rowStart[unit]; arc < instance.rowStart[unit + 1]; arc++) {
        int site = instance.arcSite[arc];
        if (usable[arc] && siteLayer[site] == UNREACHED) {
          siteLayer[site] = unitLayer[unit] + 1;
          reached |= free[site] > 0;
          end = reachSeated(site, end);
        }
      }
    }
    return reached;
  }

  private int reachSeated(int site, int end) {
    for (int k = instance.columnStart[site]; k < instance.columnStart[site + 1]; k++) {
      int arc = instance.columnArc[k];
      int unit = instance.arcUnit[arc];
      if (pupils[arc] > 0 && unitLayer[unit] == UNREACHED) {
        unitLayer[unit] = siteLayer[site] + 1;
        queue[end++] = unit;
      }
    }
    return end;
  }

  /** Sends pupils of the unit one layer on; returns how many found a seat. */
  private int pushFromUnit(int unit, int wanted) {
    int left = wanted;
    for (; nextOfUnit[unit] < instance.rowStart[unit + 1]; nextOfUnit[unit]++) {
      int arc = nextOfUnit[unit];
      int site = instance.arcSite[arc];
      if (usable[arc] && siteLayer[site] == unitLayer[unit] + 1) {
        int seated = pushFromSite(site, left);
        pupils[arc] += seated;
        left -= seated;
        if (left == 0) {
          break;
        }
      }
    }
    return wanted - left;
  }

  /** Seats pupils at the site, on free seats and on those of others who go on. */
  private int pushFromSite(int site, int wanted) {
    int seated = Math.min(free[site], wanted);
    free[site] -= seated;
    int left = wanted - seated;
    for (; left > 0 && nextOfSite[site] < instance.columnStart[site + 1]; nextOfSite[site]++) {
      int arc = instance.columnArc[nextOfSite[site]];
      int unit = instance.arcUnit[arc];
      if (pupils[arc] > 0 && unitLayer[unit] == siteLayer[site] + 1) {
        int moved = pushFromUnit(unit, Math.min(left, pupils[arc]));
        pupils[arc] -= moved;
        left -= moved;
        if (left == 0) {
          break;
        }
      }
    }
    return wanted - left;
  }
}
