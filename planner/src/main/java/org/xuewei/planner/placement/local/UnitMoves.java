package org.xuewei.planner.placement.local;

import java.util.Random;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.placement.state.Solution;

/** Proposes moves of one, two or three units between sites in use. */
final class UnitMoves {
  /** Draws before a proposal is given up. */
  private static final int DRAWS = 8;

  private final Task task;
  private final Instance instance;
  private final PlaceIndex places;
  private final WorkingState state;
  private final Solution solution;
  private final Random random;

  UnitMoves(Task task, PlaceIndex places, WorkingState state, Random random) {
    this.task = task;
    this.instance = task.instance;
    this.places = places;
    this.state = state;
    this.solution = state.solution;
    this.random = random;
  }

  /** A unit goes to another site in use near it, or leaves its site. */
  Reassignment shift() {
    int unit = places.randomUnit(random);
    int arc = randomOpenArc(unit, solution.siteOf(unit));
    if (arc < 0 && (solution.arcOf(unit) < 0 || random.nextInt(4) > 0)) {
      return Reassignment.NONE;
    }
    return closesForGood(unit) ? Reassignment.NONE : places.shift(unit, arc);
  }

  /** Two units of different sites change places; one of them may have none. */
  Reassignment swap() {
    int unit = places.randomUnit(random);
    int arc = randomArcWithUnits(unit);
    if (arc < 0) {
      return Reassignment.NONE;
    }
    int other = randomUnitAt(instance.arcSite[arc]);
    int back = arcTo(other, solution.siteOf(unit));
    if (back < 0 && solution.arcOf(unit) >= 0) {
      return Reassignment.NONE;
    }
    return places.swap(unit, arc, other, back);
  }

  /** A unit pushes another out of its site, which goes to a third, which may push a third unit. */
  Reassignment chain() {
    int unit = places.randomUnit(random);
    int arc = randomArcWithUnits(unit);
    if (arc < 0) {
      return Reassignment.NONE;
    }
    int site = instance.arcSite[arc];
    int own = solution.siteOf(unit);
    if (closesForGood(unit)) {
      return Reassignment.NONE;
    }
    int other = randomUnitAt(site);
    int onward = randomOpenArc(other, site);
    if (onward < 0 || instance.arcSite[onward] == own) {
      return Reassignment.NONE;
    }
    int third = instance.arcSite[onward];
    if (random.nextBoolean() || solution.unitsAt(third) == 0) {
      return places.swap(unit, arc, other, onward);
    }
    int last = randomUnitAt(third);
    int end = random.nextBoolean() ? arcTo(last, own) : randomOpenArc(last, third);
    if (end < 0 && own >= 0) {
      return Reassignment.NONE;
    }
    return places.rotate(unit, arc, other, onward, last, end);
  }

  /** True for the last unit of a site that the search would not open again. */
  private boolean closesForGood(int unit) {
    int own = solution.siteOf(unit);
    return own >= 0 && solution.unitsAt(own) == 1 && task.isOpenAtStart(own);
  }

  private int randomUnitAt(int site) {
    return state.unitAt(site, random.nextInt(solution.unitsAt(site)));
  }

  /** An arc to a site in use other than this one, -1 if none was drawn. */
  private int randomOpenArc(int unit, int shunned) {
    for (int draw = 0; draw < DRAWS; draw++) {
      int arc = instance.rowStart[unit] + random.nextInt(task.rangeSize(unit));
      int site = instance.arcSite[arc];
      if (site != shunned && !solution.isClosed(site)) {
        return arc;
      }
    }
    return Solution.UNSERVED;
  }

  private int randomArcWithUnits(int unit) {
    int arc = randomOpenArc(unit, solution.siteOf(unit));
    return arc >= 0 && solution.unitsAt(instance.arcSite[arc]) > 0 ? arc : Solution.UNSERVED;
  }

  private int arcTo(int unit, int site) {
    int first = instance.rowStart[unit];
    for (int arc = first; site >= 0 && arc < first + task.rangeSize(unit); arc++) {
      if (instance.arcSite[arc] == site) {
        return arc;
      }
    }
    return Solution.UNSERVED;
  }
}
