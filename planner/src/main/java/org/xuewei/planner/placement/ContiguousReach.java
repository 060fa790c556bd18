package org.xuewei.planner.placement;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.xuewei.data.model.Contiguity;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.data.model.PlacementProblem.DemandUnit;
import org.xuewei.data.model.Plan.UnservedReason;
import org.xuewei.planner.evaluate.ClassNeed;

/**
 * Which ways a contiguous catchment could use: those of units that hang together with the site's
 * home unit through units that reach the site as well, each of which one of its sizes holds. Exact:
 * all others are in no plan that keeps the rules.
 */
final class ContiguousReach {
  private final PlacementProblem problem;
  private final Contiguity where;
  private final ClassNeed classNeed;
  private final boolean[] usable;

  private ContiguousReach(PlacementProblem problem, Contiguity where) {
    this.problem = problem;
    this.where = where;
    this.classNeed = new ClassNeed(problem.stage(), problem.limits().pupilsPerClass());
    this.usable = new boolean[problem.arcs()];
    for (int site = 0; site < where.sites(); site++) {
      if (where.homeUnit(site) != Contiguity.NO_UNIT) {
        walk(site);
      }
    }
  }

  /**
   * The problem without the ways that no contiguous catchment can use; the same problem where
   * nothing is asked. Units that lose all their ways say so.
   */
  static PlacementProblem prune(PlacementProblem problem) {
    return problem
        .contiguity()
        .map(where -> new ContiguousReach(problem, where).pruned())
        .orElse(problem);
  }

  private void walk(int site) {
    ArrayDeque<Integer> queue = new ArrayDeque<>();
    visit(where.homeUnit(site), site, queue);
    while (!queue.isEmpty()) {
      int unit = queue.remove();
      for (int k = where.start(unit); k < where.start(unit + 1); k++) {
        visit(where.neighbour(k), site, queue);
      }
    }
  }

  private void visit(int unit, int site, ArrayDeque<Integer> queue) {
    int arc = problem.findArc(unit, site);
    if (arc >= 0 && !usable[arc] && seats(site, unit)) {
      usable[arc] = true;
      queue.add(unit);
    }
  }

  private boolean seats(int site, int unit) {
    int[] pupils =
        problem.units().get(unit).pupilsByBand().stream().mapToInt(Integer::intValue).toArray();
    return problem.sites().get(site).sizes().stream()
        .anyMatch(size -> classNeed.fits(pupils, size.classes()));
  }

  private PlacementProblem pruned() {
    int[] kept = IntStream.range(0, usable.length).filter(arc -> usable[arc]).toArray();
    if (kept.length == usable.length) {
      return problem;
    }
    List<DemandUnit> units = new ArrayList<>();
    int[] rowStart = new int[problem.units().size() + 1];
    for (int unit = 0; unit < problem.units().size(); unit++) {
      int left = 0;
      for (int arc = problem.rowStart(unit); arc < problem.rowStart(unit + 1); arc++) {
        left += usable[arc] ? 1 : 0;
      }
      rowStart[unit + 1] = rowStart[unit] + left;
      DemandUnit demand = problem.units().get(unit);
      units.add(left == 0 ? unreached(demand) : demand);
    }
    return new PlacementProblem(
            problem.stage(),
            problem.year(),
            problem.limits(),
            units,
            problem.sites(),
            rowStart,
            IntStream.of(kept).map(problem::arcSite).toArray(),
            IntStream.of(kept).map(problem::arcMetres).toArray(),
            IntStream.of(kept).mapToLong(problem::arcYuan).toArray())
        .contiguous(where);
  }

  private static DemandUnit unreached(DemandUnit unit) {
    return new DemandUnit(
        unit.id(),
        unit.pointIds(),
        unit.pupilsByBand(),
        unit.unservedYuan(),
        unit.currentSite(),
        unit.whyNoArc().or(() -> Optional.of(UnservedReason.NO_CONTIGUOUS_CATCHMENT)));
  }
}
