package org.xuewei.planner.placement.local;

import java.util.Random;
import org.xuewei.data.model.Contiguity;
import org.xuewei.planner.placement.state.Connectivity;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.placement.state.Solution;

/**
 * Proposes moves of one, two or three units over the borders of catchments, after each of which
 * every catchment is still connected. Sites may be overfull in between and after.
 */
final class BorderMoves {
  private static final int DRAWS = 24;
  private static final int UNITS_AT_MOST = 3;

  private final Instance instance;
  private final Contiguity where;
  private final Connectivity connectivity;
  private final PlaceIndex places;
  private final WorkingState state;
  private final Solution solution;
  private final Random random;
  private final int[] units = new int[UNITS_AT_MOST];
  private final int[] arcs = new int[UNITS_AT_MOST];
  private final int[] before = new int[UNITS_AT_MOST];

  BorderMoves(Task task, Contiguity where, PlaceIndex places, WorkingState state, Random random) {
    this.instance = task.instance;
    this.where = where;
    this.connectivity = new Connectivity(where);
    this.places = places;
    this.state = state;
    this.solution = state.solution;
    this.random = random;
  }

  Reassignment propose() {
    int wanted = drawLength();
    int count = 0;
    int to = first();
    while (to >= 0) {
      before[count] = solution.arcOf(units[count]);
      state.assign(units[count], arcs[count]);
      count++;
      to = count < wanted ? next(to, count) : -1;
    }
    for (int k = count - 1; k >= 0; k--) {
      state.assign(units[k], before[k]);
    }
    return count == 0 ? Reassignment.NONE : places.all(units, arcs, count);
  }

  private int drawLength() {
    int draw = random.nextInt(20);
    return draw < 9 ? 1 : draw < 17 ? 2 : UNITS_AT_MOST;
  }

  /** Any unit that may go to a catchment beside it; the site it goes to, or -1. */
  private int first() {
    for (int draw = 0; draw < DRAWS; draw++) {
      int to = across(random.nextInt(instance.units), -1, 0);
      if (to >= 0) {
        return to;
      }
    }
    return -1;
  }

  /** A unit of the site that took one goes on to another. */
  private int next(int site, int count) {
    for (int draw = 0; draw < DRAWS; draw++) {
      int unit = state.unitAt(site, random.nextInt(solution.unitsAt(site)));
      int to = isTaken(unit, count) ? -1 : across(unit, site, count);
      if (to >= 0) {
        return to;
      }
    }
    return -1;
  }

  private boolean isTaken(int unit, int count) {
    for (int k = 0; k < count; k++) {
      if (units[k] == unit) {
        return true;
      }
    }
    return false;
  }

  /** Notes the move of a unit over a border, if it may make one at the neighbour drawn. */
  private int across(int unit, int from, int count) {
    int start = where.start(unit);
    int neighbours = where.start(unit + 1) - start;
    if (neighbours == 0) {
      return -1;
    }
    int to = solution.siteOf(where.neighbour(start + random.nextInt(neighbours)));
    int own = from >= 0 ? from : solution.siteOf(unit);
    if (to < 0 || to == own || !connectivity.mayLeave(solution, unit)) {
      return -1;
    }
    int arc = instance.arcTo(unit, to);
    if (arc < 0) {
      return -1;
    }
    units[count] = unit;
    arcs[count] = arc;
    return to;
  }
}
