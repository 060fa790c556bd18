package org.xuewei.geo.catchment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.xuewei.data.model.Contiguity;
import org.xuewei.data.model.PlacementProblem;

/**
 * Chooses the unit that every site lies in: the nearest one that can reach it and fits in. Two
 * schools of today never share one: the nearer has it and the other takes its next, so that as many
 * as possible have one of their own (bipartite matching by augmenting paths, Kuhn 1955). A
 * candidate takes none of a school's while there is another.
 */
final class HomeUnits {
  private static final int NO_SCHOOL = -1;

  private record Pair(int site, int unit, double metres) {}

  private final PlacementProblem problem;
  private final List<Coordinate> gates;
  private final List<List<Coordinate>> placesOfUnit;
  private final List<List<Pair>> reachedBy = new ArrayList<>();
  private final int[] schoolOf;
  private final int[] home;

  private HomeUnits(
      PlacementProblem problem, List<Coordinate> gates, List<List<Coordinate>> placesOfUnit) {
    this.problem = problem;
    this.gates = gates;
    this.placesOfUnit = placesOfUnit;
    this.schoolOf = new int[placesOfUnit.size()];
    this.home = new int[gates.size()];
    Arrays.fill(schoolOf, NO_SCHOOL);
    Arrays.fill(home, Contiguity.NO_UNIT);
  }

  /**
   * Chooses the home units. Cost: the ways of the problem, sorted, and for a school without a unit
   * at most all of them.
   *
   * @param gates by site, in a plane, metres
   * @param placesOfUnit by unit: where its points are, in the same plane
   */
  static HomeUnits of(
      PlacementProblem problem, List<Coordinate> gates, List<List<Coordinate>> placesOfUnit) {
    HomeUnits homes = new HomeUnits(problem, gates, placesOfUnit);
    homes.choose();
    return homes;
  }

  private void choose() {
    readWays();
    reachedBy.stream()
        .flatMap(List::stream)
        .filter(pair -> isSchool(pair.site))
        .sorted(nearestFirst())
        .filter(pair -> home[pair.site] == Contiguity.NO_UNIT && schoolOf[pair.unit] == NO_SCHOOL)
        .forEach(this::settle);
    for (int site = 0; site < home.length; site++) {
      if (isSchool(site) && home[site] == Contiguity.NO_UNIT) {
        makeRoom(site, new boolean[schoolOf.length]);
      }
    }
    for (int site = 0; site < home.length; site++) {
      if (!isSchool(site)) {
        home[site] = nearest(reachedBy.get(site));
      }
    }
  }

  /**
   * By site; {@link Contiguity#NO_UNIT} where none reaches it, or other schools have all that do.
   */
  int[] bySite() {
    return home.clone();
  }

  /** Schools of today whose nearest unit in reach is another's. */
  List<Integer> schoolsElsewhere() {
    return schools(
        site -> home[site] != Contiguity.NO_UNIT && home[site] != reachedBy.get(site).get(0).unit);
  }

  /** Schools of today without a home unit. */
  List<Integer> schoolsWithout() {
    return schools(site -> home[site] == Contiguity.NO_UNIT);
  }

  private List<Integer> schools(IntPredicate test) {
    return IntStream.range(0, home.length)
        .filter(site -> isSchool(site) && test.test(site))
        .boxed()
        .toList();
  }

  private boolean isSchool(int site) {
    return problem.sites().get(site).existing();
  }

  private void readWays() {
    gates.forEach(gate -> reachedBy.add(new ArrayList<>()));
    for (int unit = 0; unit < placesOfUnit.size(); unit++) {
      for (int arc = problem.rowStart(unit); arc < problem.rowStart(unit + 1); arc++) {
        int site = problem.arcSite(arc);
        if (problem.units().get(unit).pupils() <= seatsAtMost(site)) {
          reachedBy.get(site).add(new Pair(site, unit, metres(site, unit)));
        }
      }
    }
    reachedBy.forEach(pairs -> pairs.sort(nearestFirst()));
  }

  private long seatsAtMost(int site) {
    List<PlacementProblem.Size> sizes = problem.sites().get(site).sizes();
    return (long) sizes.get(sizes.size() - 1).classes() * problem.limits().pupilsPerClass();
  }

  private double metres(int site, int unit) {
    return placesOfUnit.get(unit).stream()
        .mapToDouble(gates.get(site)::distance)
        .min()
        .orElseThrow();
  }

  private static Comparator<Pair> nearestFirst() {
    return Comparator.comparingDouble(Pair::metres)
        .thenComparingInt(Pair::site)
        .thenComparingInt(Pair::unit);
  }

  private void settle(Pair pair) {
    home[pair.site] = pair.unit;
    schoolOf[pair.unit] = pair.site;
  }

  /** Gives a school a unit, others moving to their next ones where they must. */
  private boolean makeRoom(int site, boolean[] tried) {
    for (Pair pair : reachedBy.get(site)) {
      if (!tried[pair.unit]) {
        tried[pair.unit] = true;
        if (schoolOf[pair.unit] == NO_SCHOOL || makeRoom(schoolOf[pair.unit], tried)) {
          settle(pair);
          return true;
        }
      }
    }
    return false;
  }

  private int nearest(List<Pair> ways) {
    return ways.stream()
        .filter(pair -> schoolOf[pair.unit] == NO_SCHOOL)
        .findFirst()
        .or(() -> ways.stream().findFirst())
        .map(Pair::unit)
        .orElse(Contiguity.NO_UNIT);
  }
}
