package org.xuewei.planner.placement.bound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.xuewei.planner.placement.RandomProblems;
import org.xuewei.planner.placement.state.Instance;

class SiteKnapsackTest {
  private static final double TINY = 1e-6;

  /** A size earns at most its value, and that is at most the quick one. */
  @Property(tries = 300)
  void noChoiceOfUnitsThatFitsEarnsMore(@ForAll long seed) {
    Instance instance = new Instance(RandomProblems.tiny(seed, 8, 3));
    Random random = new Random(seed);
    double[] price = random.doubles(instance.units, -100, 1_500).toArray();
    for (int site = 0; site < instance.sites; site++) {
      SiteKnapsack knapsack = new SiteKnapsack(instance, site, SiteKnapsack.room(instance));
      knapsack.exact(true);
      knapsack.take(arc -> price[instance.arcUnit[arc]] - instance.arcYuan[arc]);
      for (int size = instance.sizeStart[site]; size < instance.sizeStart[site + 1]; size++) {
        double value = knapsack.value(size);
        assertThat(value).isGreaterThanOrEqualTo(best(instance, site, size, price) - TINY);
        assertThat(knapsack.valueAtMost(size)).isGreaterThanOrEqualTo(value - TINY);
      }
    }
  }

  private static double best(Instance instance, int site, int size, double[] price) {
    int first = instance.columnStart[site];
    int units = instance.columnStart[site + 1] - first;
    double most = 0;
    for (int chosen = 0; chosen < 1 << units; chosen++) {
      int[] pupils = new int[instance.bands];
      double earned = 0;
      for (int k = 0; k < units; k++) {
        if ((chosen >> k & 1) == 1) {
          int arc = instance.columnArc[first + k];
          int unit = instance.arcUnit[arc];
          earned += price[unit] - instance.arcYuan[arc];
          for (int band = 0; band < instance.bands; band++) {
            pupils[band] += instance.pupilsOfBand[unit * instance.bands + band];
          }
        }
      }
      if (instance.classNeed.fits(pupils, instance.sizeClasses[size])) {
        most = Math.max(most, earned);
      }
    }
    return most;
  }
}
