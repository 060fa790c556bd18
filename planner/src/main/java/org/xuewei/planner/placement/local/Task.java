package org.xuewei.planner.placement.local;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xuewei.data.model.StopSignal;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.placement.state.Solution;

/** What one solve is about; shared by all clones of the districting. */
final class Task {
  private static final int MOST_ARCS = 30;

  final Instance instance;
  final long scoreCalculations;
  final StopSignal stop;

  final Annealing annealing;

  /** Sites in use at the start, where the search opens none by moves of their own. */
  private final BitSet openAtStart = new BitSet();

  private final Integer[] boxed;
  private @Nullable Solution kept;

  Task(Instance instance, long scoreCalculations, Annealing annealing, StopSignal stop) {
    this.instance = instance;
    this.annealing = annealing;
    this.scoreCalculations = scoreCalculations;
    this.stop = stop;
    this.boxed = new Integer[instance.arcYuan.length];
    for (int arc = 0; arc < boxed.length; arc++) {
      boxed[arc] = arc;
    }
  }

  void startFrom(Solution start) {
    for (int site = 0; site < instance.sites && !annealing.movesSites(); site++) {
      openAtStart.set(site, !start.isClosed(site));
    }
  }

  /** True when the site was in use at the start and no move would open it again. */
  boolean isOpenAtStart(int site) {
    return openAtStart.get(site);
  }

  /** Remembers a solution that breaks no limit, if it is the best of them so far. */
  void keep(Solution solution) {
    if (annealing.overloadYuan() != Annealing.FORBIDDEN
        && solution.isFeasible()
        && (kept == null || solution.yuan() < kept.yuan())) {
      if (kept == null) {
        kept = solution.copy();
      } else {
        kept.set(solution);
      }
    }
  }

  /** The best solution without overload, when overload has a price; null when there was none. */
  @Nullable Solution kept() {
    return kept;
  }

  /** Arcs of the unit, cheapest first, that moves may use. */
  int rangeSize(int unit) {
    return Math.min(MOST_ARCS, instance.rowStart[unit + 1] - instance.rowStart[unit]);
  }

  /** True when moves may use the arc for its unit. */
  boolean inRange(int arc) {
    return arc - instance.rowStart[instance.arcUnit[arc]] < MOST_ARCS;
  }

  List<Integer> range(int unit, int startArc) {
    List<Integer> range = new ArrayList<>();
    int first = instance.rowStart[unit];
    for (int arc = first; arc < first + rangeSize(unit); arc++) {
      range.add(boxed[arc]);
    }
    if (startArc >= 0 && !inRange(startArc)) {
      range.add(boxed[startArc]);
    }
    return List.copyOf(range);
  }

  /** The arc as an object, the same for every call; null for none. */
  @Nullable Integer boxed(int arc) {
    return arc < 0 ? null : boxed[arc];
  }
}
