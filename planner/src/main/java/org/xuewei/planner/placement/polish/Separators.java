package org.xuewei.planner.placement.polish;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.xuewei.data.model.Contiguity;

/**
 * Finds what every contiguous catchment obeys and a disconnected one does not: a unit goes to a
 * site only if one of the units that separate the two goes there as well (Carvajal et al. 2013).
 * Not thread-safe.
 */
final class Separators {
  /**
   * A loose part of a catchment: each of its units needs one of the separators.
   *
   * @param loose connected units
   * @param separators units between them and the site's home
   */
  record Cut(int site, int[] loose, int[] separators) {}

  private final Contiguity where;
  private final int[] mark;
  private int round;

  Separators(Contiguity where) {
    this.where = where;
    this.mark = new int[where.units()];
  }

  /**
   * @param members the units of the site, all different
   * @return one cut for every loose part
   */
  List<Cut> cuts(int site, int[] members) {
    int member = ++round;
    for (int unit : members) {
      mark[unit] = member;
    }
    int home = where.homeUnit(site);
    if (mark[home] == member) {
      fill(home, member);
    }
    List<Cut> cuts = new ArrayList<>();
    List<List<Integer>> parts = new ArrayList<>();
    for (int unit : members) {
      if (mark[unit] == member) {
        parts.add(fill(unit, member));
      }
    }
    for (List<Integer> part : parts) {
      cuts.add(new Cut(site, toArray(part), separators(home, part)));
    }
    return cuts;
  }

  /** Collects the connected marked units around one and takes their mark off. */
  private List<Integer> fill(int start, int marked) {
    List<Integer> found = new ArrayList<>();
    found.add(start);
    mark[start] = 0;
    for (int head = 0; head < found.size(); head++) {
      int unit = found.get(head);
      for (int k = where.start(unit); k < where.start(unit + 1); k++) {
        int other = where.neighbour(k);
        if (mark[other] == marked) {
          mark[other] = 0;
          found.add(other);
        }
      }
    }
    return found;
  }

  /** Units beside the part that a walk from the home meets first. */
  private int[] separators(int home, List<Integer> part) {
    int inside = ++round;
    int beside = ++round;
    int seen = ++round;
    int met = ++round;
    for (int unit : part) {
      mark[unit] = inside;
    }
    for (int unit : part) {
      for (int k = where.start(unit); k < where.start(unit + 1); k++) {
        int other = where.neighbour(k);
        if (mark[other] != inside) {
          mark[other] = beside;
        }
      }
    }
    List<Integer> found = new ArrayList<>();
    if (mark[home] == beside) {
      return new int[] {home};
    }
    ArrayDeque<Integer> queue = new ArrayDeque<>();
    queue.add(home);
    mark[home] = seen;
    while (!queue.isEmpty()) {
      int unit = queue.remove();
      for (int k = where.start(unit); k < where.start(unit + 1); k++) {
        int other = where.neighbour(k);
        if (mark[other] == beside) {
          mark[other] = met;
          found.add(other);
        } else if (mark[other] != seen && mark[other] != met && mark[other] != inside) {
          mark[other] = seen;
          queue.add(other);
        }
      }
    }
    return toArray(found);
  }

  private static int[] toArray(List<Integer> units) {
    return units.stream().mapToInt(Integer::intValue).toArray();
  }
}
