package org.xuewei.planner.placement.local;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.move.Move;

/** New places for some units, all at once. What is undone is a reassignment too. */
final class Reassignment implements Move<Districting> {
  /** Changes nothing and is never done. */
  static final Reassignment NONE = new Reassignment("none", new Place[0], new Integer[0]);

  private final String kind;
  private final Place[] places;
  private final @Nullable Integer[] arcs;

  /**
   * @param kind name of the move
   * @param places no place twice
   * @param arcs by place; null: none
   */
  Reassignment(String kind, Place[] places, @Nullable Integer[] arcs) {
    this.kind = kind;
    this.places = places;
    this.arcs = arcs;
  }

  @Override
  public boolean isMoveDoable(ScoreDirector<Districting> director) {
    return places.length > 0;
  }

  @Override
  public Reassignment doMove(ScoreDirector<Districting> director) {
    @Nullable Integer[] before = new Integer[places.length];
    for (int k = 0; k < places.length; k++) {
      before[k] = places[k].arc;
    }
    doMoveOnly(director);
    return new Reassignment(kind, places, before);
  }

  @Override
  public void doMoveOnly(ScoreDirector<Districting> director) {
    for (int k = 0; k < places.length; k++) {
      director.beforeVariableChanged(places[k], Place.ARC);
      places[k].arc = arcs[k];
      director.afterVariableChanged(places[k], Place.ARC);
    }
    director.triggerVariableListeners();
  }

  @Override
  public String getSimpleMoveTypeDescription() {
    return kind;
  }

  @Override
  public Collection<Place> getPlanningEntities() {
    return List.of(places);
  }

  @Override
  public Collection<@Nullable Integer> getPlanningValues() {
    return Arrays.asList(arcs);
  }

  @Override
  public String toString() {
    return kind + " " + Arrays.toString(places) + " to " + Arrays.toString(arcs);
  }
}
