package org.xuewei.planner.placement.construct;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.placement.state.Solution;

/**
 * Fills chosen sizes unit by unit, those first that lose most by their second way (the regret of
 * Martello and Toth 1981 for the generalised assignment problem). Heuristic.
 */
public final class RegretFill {
  private final Instance instance;
  private final int[] sizeOf;

  private RegretFill(Instance instance, int[] sizeOf) {
    this.instance = instance;
    this.sizeOf = sizeOf;
  }

  /**
   * @param sizeOf by site: the size that is not exceeded, or {@link Instance#CLOSED}
   * @param yuanOfArc what a way is worth: less is better
   * @return keeps all limits; units that fit nowhere have no place
   */
  public static Solution fill(Instance instance, int[] sizeOf, double[] yuanOfArc) {
    return new RegretFill(instance, sizeOf).filled(yuanOfArc);
  }

  private Solution filled(double[] yuanOfArc) {
    int[][] ways = new int[instance.units][];
    double[] regret = new double[instance.units];
    for (int unit = 0; unit < instance.units; unit++) {
      ways[unit] =
          IntStream.range(instance.rowStart[unit], instance.rowStart[unit + 1])
              .filter(arc -> sizeOf[instance.arcSite[arc]] >= 0)
              .boxed()
              .sorted(Comparator.comparingDouble(arc -> yuanOfArc[arc]))
              .mapToInt(Integer::intValue)
              .toArray();
      regret[unit] = regret(unit, ways[unit], yuanOfArc);
    }
    Solution solution = new Solution(instance);
    IntStream.range(0, instance.units)
        .boxed()
        .sorted(Comparator.comparingDouble(unit -> -regret[unit]))
        .forEach(unit -> assign(solution, unit, ways[unit]));
    return solution;
  }

  private double regret(int unit, int[] ways, double[] yuanOfArc) {
    if (ways.length == 0) {
      return 0;
    }
    double first = yuanOfArc[ways[0]];
    double second = ways.length > 1 ? yuanOfArc[ways[1]] : instance.unservedYuan[unit];
    return second - first;
  }

  private void assign(Solution solution, int unit, int[] ways) {
    for (int arc : ways) {
      int site = instance.arcSite[arc];
      solution.assign(unit, arc);
      int size = solution.sizeOf(site);
      if (size >= 0
          && instance.sizeClasses[size] <= instance.sizeClasses[sizeOf[site]]
          && solution.isFeasible()) {
        return;
      }
      solution.assign(unit, Solution.UNSERVED);
    }
  }
}
