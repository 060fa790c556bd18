package org.xuewei.data.benchmark;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.data.model.WayStatistics;

/**
 * A published instance as a placement problem: a class seats one pupil, so that classes are seats,
 * and money is the instance's own, in steps fine enough not to matter.
 *
 * @param distances how far it is; empty where the file knows costs alone
 * @param yuanOfOne yuan of the problem that stand for 1 of the instance's objective
 */
public record BenchmarkInstance(
    String name,
    PlacementProblem problem,
    Costs costs,
    Optional<Distances> distances,
    double yuanOfOne) {

  /** The instance's own numbers, from which a plan is counted again. */
  public interface Costs {
    /** Cost of the unit's way to the site, its envy with it. */
    double way(int unit, int site);

    /** What of the way's cost is a price on its length beyond a distance. */
    default double envy(int unit, int site) {
      return 0;
    }

    /** Cost of opening the site. */
    double fixed(int site);
  }

  /** Distances in the file's own measure; metres where it has one. */
  public interface Distances {
    double metres(int unit, int site);
  }

  /**
   * The same with as many sites open as may be.
   *
   * @throws IllegalArgumentException if any number may be opened
   */
  public BenchmarkInstance exactly() {
    return new BenchmarkInstance(name, problem.exactly(), costs, distances, yuanOfOne);
  }

  /**
   * What an assignment costs by the file's own numbers.
   *
   * @param siteOf by unit; -1: unserved, at no cost
   */
  public double objective(int[] siteOf) {
    double sum = 0;
    boolean[] open = new boolean[problem.sites().size()];
    for (int unit = 0; unit < siteOf.length; unit++) {
      if (siteOf[unit] >= 0) {
        sum += costs.way(unit, siteOf[unit]);
        open[siteOf[unit]] = true;
      }
    }
    for (int site = 0; site < open.length; site++) {
      sum += open[site] ? costs.fixed(site) : 0;
    }
    return sum;
  }

  /**
   * The part of the objective that is a price on long ways.
   *
   * @param siteOf by unit; -1: unserved
   */
  public double envy(int[] siteOf) {
    double sum = 0;
    for (int unit = 0; unit < siteOf.length; unit++) {
      sum += siteOf[unit] < 0 ? 0 : costs.envy(unit, siteOf[unit]);
    }
    return sum;
  }

  /**
   * How far the assigned demand goes; empty where the file knows no distances.
   *
   * @param siteOf by unit; -1: unserved
   */
  public Optional<WayStatistics> ways(int[] siteOf) {
    return distances.map(
        known ->
            WayStatistics.of(
                IntStream.range(0, siteOf.length)
                    .filter(unit -> siteOf[unit] >= 0)
                    .mapToObj(
                        unit ->
                            new WayStatistics.Walk(
                                problem.units().get(unit).pupils(),
                                known.metres(unit, siteOf[unit])))
                    .toList()));
  }

  /**
   * Demand above the seats, summed over the sites.
   *
   * @param siteOf by unit; -1: unserved
   */
  public long overload(int[] siteOf) {
    long[] load = new long[problem.sites().size()];
    for (int unit = 0; unit < siteOf.length; unit++) {
      if (siteOf[unit] >= 0) {
        load[siteOf[unit]] += problem.units().get(unit).pupils();
      }
    }
    long over = 0;
    for (int site = 0; site < load.length; site++) {
      List<PlacementProblem.Size> sizes = problem.sites().get(site).sizes();
      over += Math.max(0, load[site] - sizes.get(sizes.size() - 1).classes());
    }
    return over;
  }
}
