package org.xuewei.planner.placement.local;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.domain.solution.PlanningEntityCollectionProperty;
import org.optaplanner.core.api.domain.solution.PlanningScore;
import org.optaplanner.core.api.domain.solution.PlanningSolution;
import org.optaplanner.core.api.domain.solution.ProblemFactProperty;
import org.optaplanner.core.api.domain.solution.cloner.SolutionCloner;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import org.xuewei.planner.placement.state.Solution;

/** A place for every unit that has an arc, as OptaPlanner sees it. Lives for one solve. */
@PlanningSolution(solutionCloner = Districting.Cloner.class)
final class Districting {
  @ProblemFactProperty final Task task;

  @PlanningEntityCollectionProperty final List<Place> places;

  @PlanningScore @Nullable HardSoftLongScore score;

  private Districting(Task task, List<Place> places, @Nullable HardSoftLongScore score) {
    this.task = task;
    this.places = places;
    this.score = score;
  }

  static Districting of(Task task, Solution start) {
    List<Place> places = new ArrayList<>();
    for (int unit = 0; unit < task.instance.units; unit++) {
      if (task.rangeSize(unit) > 0) {
        Integer arc = task.boxed(start.arcOf(unit));
        places.add(new Place(unit, task.range(unit, start.arcOf(unit)), arc));
      }
    }
    return new Districting(task, places, null);
  }

  Solution toSolution() {
    Solution solution = new Solution(task.instance);
    for (Place place : places) {
      solution.assign(place.unit, place.arcOrNone());
    }
    return solution;
  }

  /** Copies the places and nothing else. Public because OptaPlanner makes it by reflection. */
  public static final class Cloner implements SolutionCloner<Districting> {
    @Override
    public Districting cloneSolution(Districting original) {
      List<Place> places = new ArrayList<>(original.places.size());
      for (Place place : original.places) {
        places.add(place.copy());
      }
      return new Districting(original.task, places, original.score);
    }
  }
}
