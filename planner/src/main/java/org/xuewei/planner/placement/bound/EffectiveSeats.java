package org.xuewei.planner.placement.bound;

import org.xuewei.planner.placement.state.Instance;

/**
 * Most pupils that a site can hold at each of its sizes: undivided units and the class rule leave
 * seats empty, and a site near few pupils never fills.
 */
final class EffectiveSeats {
  private EffectiveSeats() {}

  /** Upper bounds by size, in the order of the instance's sizes. */
  static int[] of(Instance instance) {
    int[] seats = new int[instance.sizeClasses.length];
    double[] room = SiteKnapsack.room(instance);
    for (int site = 0; site < instance.sites; site++) {
      SiteKnapsack knapsack = new SiteKnapsack(instance, site, room);
      knapsack.take(arc -> instance.pupils[instance.arcUnit[arc]]);
      for (int size = instance.sizeStart[site]; size < instance.sizeStart[site + 1]; size++) {
        seats[size] = (int) knapsack.value(size);
      }
    }
    return seats;
  }
}
