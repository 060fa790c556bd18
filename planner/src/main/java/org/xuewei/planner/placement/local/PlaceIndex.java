package org.xuewei.planner.placement.local;

import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The places of the working solution by unit, and moves of them. */
final class PlaceIndex {
  private final Task task;
  private final Place[] all;
  private final Place[] byUnit;

  PlaceIndex(Districting districting) {
    this.task = districting.task;
    this.all = districting.places.toArray(Place[]::new);
    this.byUnit = new Place[task.instance.units];
    for (Place place : all) {
      byUnit[place.unit] = place;
    }
  }

  int randomUnit(Random random) {
    return all[random.nextInt(all.length)].unit;
  }

  Reassignment shift(int unit, int arc) {
    return new Reassignment("shift", new Place[] {byUnit[unit]}, box(arc));
  }

  Reassignment swap(int unit, int arc, int other, int otherArc) {
    return new Reassignment("swap", new Place[] {byUnit[unit], byUnit[other]}, box(arc, otherArc));
  }

  Reassignment rotate(int unit, int arc, int other, int otherArc, int third, int thirdArc) {
    return new Reassignment(
        "chain",
        new Place[] {byUnit[unit], byUnit[other], byUnit[third]},
        box(arc, otherArc, thirdArc));
  }

  /** The first {@code count} units go along the arcs beside them. */
  Reassignment all(int[] units, int[] arcs, int count) {
    Place[] places = new Place[count];
    @Nullable Integer[] values = new Integer[count];
    for (int k = 0; k < count; k++) {
      places[k] = byUnit[units[k]];
      values[k] = task.boxed(arcs[k]);
    }
    return new Reassignment("sites", places, values);
  }

  private @Nullable Integer[] box(int... arcs) {
    @Nullable Integer[] values = new Integer[arcs.length];
    for (int k = 0; k < arcs.length; k++) {
      values[k] = task.boxed(arcs[k]);
    }
    return values;
  }
}
