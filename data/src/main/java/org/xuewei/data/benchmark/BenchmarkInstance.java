package org.xuewei.data.benchmark;

import java.util.List;
import org.xuewei.data.model.PlacementProblem;

/**
 * A published instance as a placement problem: a class seats one pupil, so that classes are seats,
 * and money is the instance's own, in steps fine enough not to matter.
 *
 * @param yuanOfOne yuan of the problem that stand for 1 of the instance's objective
 */
public record BenchmarkInstance(
    String name, PlacementProblem problem, Costs costs, double yuanOfOne) {

  /** The instance's own numbers, from which a plan is counted again. */
  public interface Costs {
    /** Cost of the unit's way to the site. */
    double way(int unit, int site);

    /** Cost of opening the site. */
    double fixed(int site);
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
