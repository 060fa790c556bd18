package org.xuewei.planner.placement.local;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.domain.entity.PlanningEntity;
import org.optaplanner.core.api.domain.lookup.PlanningId;
import org.optaplanner.core.api.domain.valuerange.ValueRangeProvider;
import org.optaplanner.core.api.domain.variable.PlanningVariable;
import org.xuewei.planner.placement.state.Solution;

/** The place of one unit: an arc of its row, or none. Lives for one solve. */
@PlanningEntity
final class Place {
  /** Name of the planning variable. */
  static final String ARC = "arc";

  @PlanningId final int unit;

  /** The cheapest arcs of the unit and the one it starts with. */
  @ValueRangeProvider final List<Integer> range;

  @PlanningVariable(nullable = true)
  @Nullable Integer arc;

  Place(int unit, List<Integer> range, @Nullable Integer arc) {
    this.unit = unit;
    this.range = range;
    this.arc = arc;
  }

  Place copy() {
    return new Place(unit, range, arc);
  }

  /** The arc, or {@link Solution#UNSERVED}. */
  int arcOrNone() {
    return arc == null ? Solution.UNSERVED : arc;
  }

  @Override
  public String toString() {
    return "Place[unit " + unit + ", arc " + arc + "]";
  }
}
