package org.xuewei.data.model;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The arcs that a contiguous catchment can use: those of units that hang together with the site's
 * home unit through units that have an arc to the site as well. Without the others no solution is
 * lost. Cost: one walk over the units in reach of every site.
 */
final class ContiguousReach {
  private static final int NO_ARC = -1;

  private final PlacementProblem problem;
  private final Contiguity where;
  private final int[] arcOfUnit;
  private final int[] queue;

  private ContiguousReach(PlacementProblem problem, Contiguity where) {
    this.problem = problem;
    this.where = where;
    this.arcOfUnit = new int[where.units()];
    this.queue = new int[where.units()];
    Arrays.fill(arcOfUnit, NO_ARC);
  }

  static BitSet arcs(PlacementProblem problem, Contiguity where) {
    return new ContiguousReach(problem, where).arcs();
  }

  private BitSet arcs() {
    int[][] arcsOfSite = arcsOfSite();
    int[] unitOfArc = unitOfArc();
    BitSet usable = new BitSet(problem.arcs());
    for (int site = 0; site < where.sites(); site++) {
      for (int arc : arcsOfSite[site]) {
        arcOfUnit[unitOfArc[arc]] = arc;
      }
      if (where.homeUnit(site) != Contiguity.NO_UNIT) {
        walkFrom(where.homeUnit(site), usable);
      }
      for (int arc : arcsOfSite[site]) {
        arcOfUnit[unitOfArc[arc]] = NO_ARC;
      }
    }
    return usable;
  }

  /** Units met lose their mark, so that none is met twice. */
  private void walkFrom(int home, BitSet usable) {
    int size = meet(home, 0, usable);
    for (int head = 0; head < size; head++) {
      int unit = queue[head];
      for (int k = where.start(unit); k < where.start(unit + 1); k++) {
        size = meet(where.neighbour(k), size, usable);
      }
    }
  }

  private int meet(int unit, int size, BitSet usable) {
    if (arcOfUnit[unit] == NO_ARC) {
      return size;
    }
    usable.set(arcOfUnit[unit]);
    arcOfUnit[unit] = NO_ARC;
    queue[size] = unit;
    return size + 1;
  }

  private int[][] arcsOfSite() {
    int[] count = new int[where.sites()];
    for (int arc = 0; arc < problem.arcs(); arc++) {
      count[problem.arcSite(arc)]++;
    }
    int[][] arcs = new int[where.sites()][];
    Arrays.setAll(arcs, site -> new int[count[site]]);
    for (int arc = problem.arcs() - 1; arc >= 0; arc--) {
      int site = problem.arcSite(arc);
      arcs[site][--count[site]] = arc;
    }
    return arcs;
  }

  private int[] unitOfArc() {
    int[] units = new int[problem.arcs()];
    for (int unit = 0; unit < where.units(); unit++) {
      Arrays.fill(units, problem.rowStart(unit), problem.rowStart(unit + 1), unit);
    }
    return units;
  }
}
