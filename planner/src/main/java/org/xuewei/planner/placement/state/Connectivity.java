package org.xuewei.planner.placement.state;

import java.util.Arrays;
import org.xuewei.data.model.Contiguity;

/**
 * Tells which moves of a unit keep catchments contiguous: its new site must reach it, and the old
 * one hang together without it. Reads a solution and never changes it. Not thread-safe. A question
 * costs at most the units of one catchment and their neighbours.
 */
public final class Connectivity {
  private final Contiguity where;
  private final boolean[] home;
  private final int[] mark;
  private final int[] queue;
  private int round;

  public Connectivity(Contiguity where) {
    this.where = where;
    this.home = new boolean[where.units()];
    for (int site = 0; site < where.sites(); site++) {
      if (where.homeUnit(site) != Contiguity.NO_UNIT) {
        home[where.homeUnit(site)] = true;
      }
    }
    this.mark = new int[where.units()];
    this.queue = new int[where.units()];
  }

  /** True when the site of a unit does not lie in it and stays connected without it. */
  public boolean mayLeave(Solution solution, int unit) {
    int site = solution.siteOf(unit);
    if (site < 0) {
      return true;
    }
    if (home[unit] && where.homeUnit(site) == unit) {
      return false;
    }
    nextRound();
    int wanted = round + 1;
    int left = 0;
    int first = -1;
    for (int k = where.start(unit); k < where.start(unit + 1); k++) {
      int other = where.neighbour(k);
      if (solution.siteOf(other) == site) {
        mark[other] = wanted;
        first = other;
        left++;
      }
    }
    return left <= 1 || meetAll(solution, unit, site, first, left);
  }

  /** Walks from one neighbour within the catchment until it has met all the others. */
  private boolean meetAll(Solution solution, int unit, int site, int first, int wanted) {
    int seen = round;
    mark[unit] = seen;
    mark[first] = seen;
    queue[0] = first;
    int size = 1;
    int left = wanted - 1;
    for (int head = 0; head < size; head++) {
      int here = queue[head];
      for (int k = where.start(here); k < where.start(here + 1); k++) {
        int other = where.neighbour(k);
        if (mark[other] == seen || solution.siteOf(other) != site) {
          continue;
        }
        left -= mark[other] == seen + 1 ? 1 : 0;
        if (left == 0) {
          return true;
        }
        mark[other] = seen;
        queue[size++] = other;
      }
    }
    return false;
  }

  private void nextRound() {
    if (round >= Integer.MAX_VALUE - 4) {
      Arrays.fill(mark, 0);
      round = 0;
    }
    round += 2;
  }
}
