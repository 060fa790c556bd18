package org.xuewei.planner.placement.local;

import java.util.Arrays;
import org.xuewei.planner.placement.state.Instance;

/** For tests that search from nothing. */
final class Annealings {
  private Annealings() {}

  /**
   * Units and sites move and never overfill; temperatures are shares of an unserved unit's price.
   */
  static Annealing hot(Instance instance) {
    double unserved = Math.max(1, Arrays.stream(instance.unservedYuan).average().orElse(1));
    return new Annealing(0.02 * unserved, 0.0005 * unserved, Annealing.FORBIDDEN, true);
  }
}
