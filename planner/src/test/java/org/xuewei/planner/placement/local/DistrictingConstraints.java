package org.xuewei.planner.placement.local;

import static org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore.ONE_HARD;
import static org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore.ONE_SOFT;
import static org.optaplanner.core.api.score.stream.ConstraintCollectors.countDistinct;
import static org.optaplanner.core.api.score.stream.ConstraintCollectors.toList;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.optaplanner.core.api.score.stream.Constraint;
import org.optaplanner.core.api.score.stream.ConstraintFactory;
import org.optaplanner.core.api.score.stream.ConstraintProvider;
import org.optaplanner.core.api.score.stream.bi.BiConstraintStream;
import org.optaplanner.core.api.score.stream.tri.TriConstraintStream;
import org.xuewei.data.model.Contiguity;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.data.model.PlacementProblem.DemandUnit;
import org.xuewei.data.model.PlacementProblem.Site;

/**
 * The score of a districting as constraint streams, one a rule, from the problem alone: shares no
 * code with {@link DistrictingScore} and {@code Solution}. Counts broken catchments as well, which
 * moves never make.
 */
public final class DistrictingConstraints implements ConstraintProvider {
  private static final long CAPITAL_STEP_YUAN = 10_000;

  @Override
  public Constraint[] defineConstraints(ConstraintFactory factory) {
    return new Constraint[] {
      seats(factory),
      overload(factory),
      budget(factory),
      newSchools(factory),
      contiguity(factory),
      sizesInUse(factory),
      sizesOfEmptySchools(factory),
      ways(factory),
      withoutPlace(factory),
      outOfReach(factory)
    };
  }

  Constraint seats(ConstraintFactory factory) {
    return schoolsInUse(factory)
        .filter((site, task, units) -> !hasPrice(task) && load(site, task, units).isOverfull())
        .penalizeLong(ONE_HARD, (site, task, units) -> 1)
        .asConstraint("seats");
  }

  Constraint overload(ConstraintFactory factory) {
    return schoolsInUse(factory)
        .filter((site, task, units) -> hasPrice(task))
        .penalizeLong(
            ONE_SOFT,
            (site, task, units) -> task.annealing.overloadYuan() * load(site, task, units).excess())
        .asConstraint("overload");
  }

  Constraint budget(ConstraintFactory factory) {
    return county(factory)
        .penalizeLong(ONE_HARD, DistrictingConstraints::stepsAboveBudget)
        .asConstraint("budget");
  }

  Constraint newSchools(ConstraintFactory factory) {
    return factory
        .forEach(Place.class)
        .join(Task.class)
        .filter((place, task) -> !site(task, siteOf(place, task)).existing())
        .groupBy((place, task) -> task, countDistinct((place, task) -> siteOf(place, task)))
        .penalizeLong(
            ONE_HARD,
            (task, opened) ->
                Math.max(
                    0,
                    opened - problem(task).limits().newSchoolsAtMost().orElse(Integer.MAX_VALUE)))
        .asConstraint("new schools");
  }

  Constraint contiguity(ConstraintFactory factory) {
    return schoolsInUse(factory)
        .filter(
            (site, task, units) ->
                problem(task)
                    .contiguity()
                    .filter(where -> isBroken(where, site, units))
                    .isPresent())
        .penalizeLong(ONE_HARD, (site, task, units) -> 1)
        .asConstraint("contiguity");
  }

  Constraint sizesInUse(ConstraintFactory factory) {
    return schoolsInUse(factory)
        .penalizeLong(ONE_SOFT, (site, task, units) -> load(site, task, units).size().yuanPerYear())
        .asConstraint("sizes in use");
  }

  Constraint sizesOfEmptySchools(ConstraintFactory factory) {
    return county(factory)
        .penalizeLong(ONE_SOFT, DistrictingConstraints::emptySchoolsYuan)
        .asConstraint("sizes of empty schools");
  }

  Constraint ways(ConstraintFactory factory) {
    return factory
        .forEach(Place.class)
        .join(Task.class)
        .penalizeLong(ONE_SOFT, (place, task) -> problem(task).arcYuan(place.arcOrNone()))
        .asConstraint("ways");
  }

  Constraint withoutPlace(ConstraintFactory factory) {
    return factory
        .forEachIncludingNullVars(Place.class)
        .filter(place -> place.arc == null)
        .join(Task.class)
        .penalizeLong(
            ONE_SOFT, (place, task) -> problem(task).units().get(place.unit).unservedYuan())
        .asConstraint("without place");
  }

  Constraint outOfReach(ConstraintFactory factory) {
    return factory
        .forEach(Task.class)
        .penalizeLong(
            ONE_SOFT,
            task ->
                problem(task).units().stream()
                    .filter(unit -> unit.whyNoArc().isPresent())
                    .mapToLong(DemandUnit::unservedYuan)
                    .sum())
        .asConstraint("out of reach");
  }

  /** Every site in use with its units. */
  private static TriConstraintStream<Integer, Task, List<Integer>> schoolsInUse(
      ConstraintFactory factory) {
    return factory
        .forEach(Place.class)
        .join(Task.class)
        .groupBy(
            (place, task) -> siteOf(place, task),
            (place, task) -> task,
            toList((place, task) -> place.unit));
  }

  private static BiConstraintStream<List<Place>, Task> county(ConstraintFactory factory) {
    return factory.forEachIncludingNullVars(Place.class).groupBy(toList()).join(Task.class);
  }

  private static long stepsAboveBudget(List<Place> places, Task task) {
    long above = -problem(task).limits().budgetCapitalYuan().orElse(Long.MAX_VALUE);
    for (int site = 0; site < problem(task).sites().size(); site++) {
      List<Integer> units = unitsOf(site, places, task);
      if (!units.isEmpty() || site(task, site).existing()) {
        above += load(site, task, units).size().capitalYuan();
      }
    }
    return above <= 0 ? 0 : (above + CAPITAL_STEP_YUAN - 1) / CAPITAL_STEP_YUAN;
  }

  private static long emptySchoolsYuan(List<Place> places, Task task) {
    return IntStream.range(0, problem(task).sites().size())
        .filter(site -> site(task, site).existing() && unitsOf(site, places, task).isEmpty())
        .mapToLong(site -> load(site, task, List.of()).size().yuanPerYear())
        .sum();
  }

  private static boolean isBroken(Contiguity where, int site, List<Integer> units) {
    Set<Integer> left = new HashSet<>(units);
    ArrayDeque<Integer> reached = new ArrayDeque<>(List.of(where.homeUnit(site)));
    while (!reached.isEmpty()) {
      int unit = reached.remove();
      if (left.remove(unit)) {
        IntStream.range(where.start(unit), where.start(unit + 1))
            .forEach(k -> reached.add(where.neighbour(k)));
      }
    }
    return !left.isEmpty();
  }

  private static List<Integer> unitsOf(int site, List<Place> places, Task task) {
    return places.stream()
        .filter(place -> place.arc != null && siteOf(place, task) == site)
        .map(place -> place.unit)
        .toList();
  }

  private static int siteOf(Place place, Task task) {
    return problem(task).arcSite(place.arcOrNone());
  }

  private static SchoolLoad load(int site, Task task, List<Integer> units) {
    return new SchoolLoad(problem(task), site, units);
  }

  private static Site site(Task task, int site) {
    return problem(task).sites().get(site);
  }

  private static boolean hasPrice(Task task) {
    return task.annealing.overloadYuan() != Annealing.FORBIDDEN;
  }

  private static PlacementProblem problem(Task task) {
    return task.instance.problem;
  }
}
