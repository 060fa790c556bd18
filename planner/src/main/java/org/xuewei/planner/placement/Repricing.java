package org.xuewei.planner.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.data.model.PlacementProblem.DemandUnit;
import org.xuewei.data.model.PlacementProblem.Site;
import org.xuewei.data.model.PlacementProblem.Size;
import org.xuewei.data.model.Plan.UnservedReason;

/**
 * Makes a problem of another objective: the same units and sites in the same order, other prices,
 * ways left out.
 */
abstract class Repricing {
  private record Arc(int site, int metres, long yuan) {}

  /** False for a way that the new problem does not have. */
  boolean keeps(int unit, int arc) {
    return true;
  }

  /** Price of a way, at most that of having none. */
  abstract long way(int unit, int arc);

  abstract long unserved(int unit);

  abstract long size(Size size);

  PlacementProblem of(PlacementProblem problem) {
    int[] rowStart = new int[problem.units().size() + 1];
    List<DemandUnit> units = new ArrayList<>();
    List<Arc> arcs = new ArrayList<>();
    for (int unit = 0; unit < problem.units().size(); unit++) {
      List<Arc> row = row(problem, unit);
      arcs.addAll(row);
      rowStart[unit + 1] = arcs.size();
      units.add(unit(problem.units().get(unit), unserved(unit), row.isEmpty()));
    }
    PlacementProblem repriced =
        new PlacementProblem(
            problem.stage(),
            problem.year(),
            problem.limits(),
            units,
            problem.sites().stream().map(this::site).toList(),
            rowStart,
            arcs.stream().mapToInt(Arc::site).toArray(),
            arcs.stream().mapToInt(Arc::metres).toArray(),
            arcs.stream().mapToLong(Arc::yuan).toArray());
    return problem.contiguity().map(repriced::contiguous).orElse(repriced);
  }

  private List<Arc> row(PlacementProblem problem, int unit) {
    List<Arc> row = new ArrayList<>();
    for (int arc = problem.rowStart(unit); arc < problem.rowStart(unit + 1); arc++) {
      if (keeps(unit, arc)) {
        row.add(new Arc(problem.arcSite(arc), problem.arcMetres(arc), way(unit, arc)));
      }
    }
    row.sort(Comparator.comparingLong(Arc::yuan).thenComparingInt(Arc::site));
    return row;
  }

  private static DemandUnit unit(DemandUnit unit, long unservedYuan, boolean withoutWay) {
    return new DemandUnit(
        unit.id(),
        unit.pointIds(),
        unit.pupilsByBand(),
        unservedYuan,
        unit.currentSite(),
        withoutWay
            ? Optional.of(unit.whyNoArc().orElse(UnservedReason.BEYOND_LIMIT))
            : Optional.empty());
  }

  private Site site(Site site) {
    return new Site(
        site.id(),
        site.existing(),
        site.sizes().stream()
            .map(size -> new Size(size.classes(), size(size), size.capitalYuan()))
            .toList());
  }
}
