package org.xuewei.planner.placement.local;

import java.util.Random;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.placement.state.Solution;

/**
 * Proposes moves of whole sites: one opens or grows, another closes or shrinks, or both at once.
 * The units around are inserted anew at least cost and then settle. All limits are kept.
 */
final class SiteMoves {
  /** Kinds of moves, drawn evenly from 0 to the last: two sites near each other from here on. */
  private static final int BOTH = 3;

  private static final int ANYWHERE = 7;
  private static final int SHRINK_ONLY = 9;
  private static final int REFILL = 10;

  private final Task task;
  private final Instance instance;
  private final PlaceIndex places;
  private final Solution working;
  private final Draft draft;
  private final Solution solution;
  private final Settling settling;
  private final Random random;
  private final UnitQueue queue;

  /** Units change in random order, not the best ones first. */
  private boolean wild;

  SiteMoves(Task task, PlaceIndex places, Solution working, Random random) {
    this.task = task;
    this.instance = task.instance;
    this.places = places;
    this.working = working;
    this.draft = new Draft(task);
    this.solution = draft.solution;
    this.settling = new Settling(task, draft, random);
    this.random = random;
    this.queue = new UnitQueue(instance.units);
  }

  Reassignment propose() {
    draft.startFrom(working);
    wild = random.nextInt(8) == 0;
    if (!change()) {
      return Reassignment.NONE;
    }
    settling.run();
    return draft.toMove(places);
  }

  /** Score calculations since the last call. */
  long takeCalculations() {
    return draft.takeCalculations();
  }

  private boolean change() {
    int kind = random.nextInt(REFILL + 1);
    int grown = siteToGrow();
    if (kind == REFILL) {
      return refill(grown);
    }
    if (kind < BOTH && !(solution.isClosed(grown) && noneMayOpen())) {
      return grow(grown);
    }
    int left = kind < ANYWHERE ? extendedNear(grown) : randomExtended();
    if (left < 0 || left == grown) {
      return !noneMayOpen() && grow(grown);
    }
    if (kind == SHRINK_ONLY) {
      return shrink(left, -1);
    }
    return shrink(left, grown);
  }

  private boolean noneMayOpen() {
    return solution.opened() >= instance.newSchoolsAtMost;
  }

  /** A site near a random unit; near one without a place as often as not. */
  private int siteToGrow() {
    int unit = places.randomUnit(random);
    for (int draw = 0; draw < 16 && random.nextInt(16) > 0; draw++) {
      if (solution.arcOf(unit) < 0) {
        break;
      }
      unit = places.randomUnit(random);
    }
    return instance.arcSite[randomArc(unit)];
  }

  private int randomArc(int unit) {
    return instance.rowStart[unit] + random.nextInt(task.rangeSize(unit));
  }

  /**
   * A site that is new or larger than today and shares units with this one, -1 if none is drawn.
   */
  private int extendedNear(int site) {
    int first = instance.columnStart[site];
    int units = instance.columnStart[site + 1] - first;
    for (int draw = 0; draw < 32; draw++) {
      int unit = instance.arcUnit[instance.columnArc[first + random.nextInt(units)]];
      int near = instance.arcSite[randomArc(unit)];
      if (near != site && isExtended(near)) {
        return near;
      }
    }
    return -1;
  }

  private int randomExtended() {
    int start = random.nextInt(instance.sites);
    for (int k = 0; k < instance.sites; k++) {
      int site = (start + k) % instance.sites;
      if (isExtended(site)) {
        return site;
      }
    }
    return -1;
  }

  private boolean isExtended(int site) {
    int size = solution.sizeOf(site);
    return size > instance.sizeStart[site] || (size >= 0 && !instance.existing[site]);
  }

  private boolean grow(int site) {
    int size = targetSize(site);
    fill(site, size);
    insertAround(-1);
    return draft.touched() > 0;
  }

  /** All units leave a site in use; then it takes some of them or others. */
  private boolean refill(int site) {
    if (solution.unitsAt(site) == 0) {
      return false;
    }
    int size = Math.max(solution.sizeOf(site), targetSize(site) - 1);
    for (int k = instance.columnStart[site]; k < instance.columnStart[site + 1]; k++) {
      int arc = instance.columnArc[k];
      if (solution.arcOf(instance.arcUnit[arc]) == arc) {
        draft.assign(instance.arcUnit[arc], Solution.UNSERVED);
      }
    }
    wild = true;
    fill(site, size);
    insertAround(-1);
    return true;
  }

  /** A random size above the site's own; its largest one when there is none. */
  private int targetSize(int site) {
    int first = Math.max(instance.sizeStart[site], solution.sizeOf(site) + 1);
    int end = instance.sizeStart[site + 1];
    return first >= end ? end - 1 : first + random.nextInt(end - first);
  }

  /** One site loses units; another, if any, takes what is worth most to it. */
  private boolean shrink(int left, int grown) {
    boolean opens = grown >= 0 && solution.isClosed(grown) && noneMayOpen();
    if (opens && instance.existing[left]) {
      int closed = randomNewSchool();
      if (closed < 0) {
        return false;
      }
      release(closed, Instance.CLOSED);
    } else {
      release(left, opens ? Instance.CLOSED : smallerSize(left));
    }
    if (grown >= 0) {
      fill(grown, targetSize(grown));
    }
    insertAround(left);
    return draft.touched() > 0;
  }

  private int randomNewSchool() {
    int start = random.nextInt(instance.sites);
    for (int k = 0; k < instance.sites; k++) {
      int site = (start + k) % instance.sites;
      if (!instance.existing[site] && !solution.isClosed(site)) {
        return site;
      }
    }
    return -1;
  }

  private int smallerSize(int site) {
    int first = instance.sizeStart[site];
    int steps = 1 + random.nextInt(3);
    int smaller = solution.sizeOf(site) - steps;
    if (instance.existing[site]) {
      return Math.max(first, smaller);
    }
    return smaller < first || random.nextInt(3) == 0 ? Instance.CLOSED : smaller;
  }

  /** Units leave the site, those that lose least first, until it may have the size. */
  private void release(int site, int size) {
    queue.clear();
    for (int k = instance.columnStart[site]; k < instance.columnStart[site + 1]; k++) {
      int arc = instance.columnArc[k];
      int unit = instance.arcUnit[arc];
      if (solution.arcOf(unit) == arc) {
        queue.add(
            unit, perPupil(unit, (double) (priceElsewhere(unit, site) - instance.arcYuan[arc])));
      }
    }
    queue.sort();
    for (int k = 0; k < queue.size() && solution.sizeOf(site) > size; k++) {
      draft.assign(queue.unit(k), Solution.UNSERVED);
    }
  }

  /** The site takes units that gain, those first that gain most, while it keeps to the size. */
  private void fill(int site, int size) {
    queue.clear();
    for (int k = instance.columnStart[site]; k < instance.columnStart[site + 1]; k++) {
      int arc = instance.columnArc[k];
      int unit = instance.arcUnit[arc];
      if (!task.inRange(arc) || solution.arcOf(unit) == arc) {
        continue;
      }
      int now = solution.arcOf(unit);
      double gain =
          (now < 0 ? instance.unservedYuan[unit] : instance.arcYuan[now]) - instance.arcYuan[arc];
      double seats = now >= 0 && isWanted(instance.arcSite[now]) ? instance.unservedYuan[unit] : 0;
      if (gain + seats > 0) {
        queue.add(unit, -perPupil(unit, gain + 0.9 * seats));
      }
    }
    queue.sort();
    for (int k = 0; k < queue.size(); k++) {
      int unit = queue.unit(k);
      int before = solution.arcOf(unit);
      solution.assign(unit, instance.problem.findArc(unit, site));
      int grown = solution.sizeOf(site);
      boolean fits = draft.isFeasible() && grown != Instance.NO_SIZE && grown <= size;
      int taken = solution.arcOf(unit);
      solution.assign(unit, before);
      if (fits) {
        draft.assign(unit, taken);
      }
    }
  }

  /** True when a unit without a place could use a seat of the site. */
  private boolean isWanted(int site) {
    for (int k = instance.columnStart[site]; k < instance.columnStart[site + 1]; k++) {
      if (solution.arcOf(instance.arcUnit[instance.columnArc[k]]) < 0) {
        return true;
      }
    }
    return false;
  }

  private double perPupil(int unit, double yuan) {
    if (wild) {
      return random.nextDouble();
    }
    double noise = 0.9 + 0.2 * random.nextDouble();
    return yuan / Math.max(1, instance.pupils[unit]) * noise;
  }

  private long priceElsewhere(int unit, int site) {
    int end = instance.rowStart[unit] + task.rangeSize(unit);
    for (int arc = instance.rowStart[unit]; arc < end; arc++) {
      if (instance.arcSite[arc] != site && !solution.isClosed(instance.arcSite[arc])) {
        return instance.arcYuan[arc];
      }
    }
    return instance.unservedYuan[unit];
  }

  /** Inserts the touched units without a place, and those that could use a seat left by others. */
  private void insertAround(int shunned) {
    queue.clear();
    int touched = draft.touched();
    for (int k = 0; k < touched; k++) {
      queueUnserved(draft.touchedUnit(k));
      int arc = draft.arcBefore(k);
      if (arc >= 0) {
        int site = instance.arcSite[arc];
        for (int c = instance.columnStart[site]; c < instance.columnStart[site + 1]; c++) {
          queueUnserved(instance.arcUnit[instance.columnArc[c]]);
        }
      }
    }
    queue.sort();
    for (int k = 0; k < queue.size(); k++) {
      draft.insert(queue.unit(k), shunned);
    }
  }

  private void queueUnserved(int unit) {
    if (solution.arcOf(unit) < 0 && !queue.contains(unit) && task.rangeSize(unit) > 0) {
      queue.add(unit, -instance.pupils[unit] * (0.5 + random.nextDouble()));
    }
  }
}
