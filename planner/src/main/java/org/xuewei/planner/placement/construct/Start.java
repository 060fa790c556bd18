package org.xuewei.planner.placement.construct;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.placement.state.Solution;

/**
 * A choice of sites, for searches to start from. Nothing is changed after construction.
 *
 * @param sizeOf by site: the size chosen, or {@link Instance#CLOSED}
 * @param filled keeps all limits; units may be without a place
 * @param rounded every unit at the site that is worth most to it; sites may be overfull
 */
public record Start(int[] sizeOf, Solution filled, Solution rounded) {
  /**
   * @param arcYuan what a way is worth: less is better
   */
  public static Start of(Instance instance, int[] sizeOf, double[] arcYuan) {
    Solution rounded = new Solution(instance);
    for (int unit = 0; unit < instance.units; unit++) {
      IntStream.range(instance.rowStart[unit], instance.rowStart[unit + 1])
          .filter(arc -> sizeOf[instance.arcSite[arc]] >= 0)
          .boxed()
          .min(Comparator.comparingDouble(arc -> arcYuan[arc]))
          .ifPresent(arc -> rounded.assign(instance.arcUnit[arc], arc));
    }
    return new Start(sizeOf, RegretFill.fill(instance, sizeOf, arcYuan), rounded);
  }

  /** The same choice, whose units have settled. */
  public Start settled(Solution found) {
    return new Start(sizeOf, filled, found);
  }
}
