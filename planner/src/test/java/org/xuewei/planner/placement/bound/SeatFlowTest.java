package org.xuewei.planner.placement.bound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.xuewei.planner.placement.RandomProblems;
import org.xuewei.planner.placement.state.Instance;

class SeatFlowTest {

  /** Hall's theorem with deficiency: as many stay unseated as some units together lack seats. */
  @Property(tries = 500)
  void leavesUnseatedWhatTheWorstGroupLacks(
      @ForAll @IntRange(max = 1_000_000) int seed,
      @ForAll @IntRange(min = 1, max = 7) int units,
      @ForAll @IntRange(min = 1, max = 5) int sites,
      @ForAll SeatFlow.Order order) {
    Instance instance = new Instance(RandomProblems.tiny(seed, units, sites));
    Random random = new Random(seed);
    int[] seats = random.ints(instance.sites, 0, 200).toArray();
    boolean[] usable = new boolean[instance.arcSite.length];
    for (int arc = 0; arc < usable.length; arc++) {
      usable[arc] = random.nextInt(5) > 0;
    }
    SeatFlow flow = new SeatFlow(instance, usable, seats, order);
    int[] seated = new int[instance.sites];
    int unrouted = 0;
    for (int unit = 0; unit < instance.units; unit++) {
      int routed = 0;
      for (int arc = instance.rowStart[unit]; arc < instance.rowStart[unit + 1]; arc++) {
        assertThat(flow.pupils(arc)).isGreaterThanOrEqualTo(0);
        assertThat(usable[arc] || flow.pupils(arc) == 0).isTrue();
        routed += flow.pupils(arc);
        seated[instance.arcSite[arc]] += flow.pupils(arc);
      }
      assertThat(routed + flow.unrouted(unit)).isEqualTo(instance.pupils[unit]);
      unrouted += flow.unrouted(unit);
    }
    for (int site = 0; site < instance.sites; site++) {
      assertThat(seated[site]).isLessThanOrEqualTo(seats[site]);
    }
    assertThat(unrouted).isEqualTo(worstLack(instance, usable, seats));
  }

  private static int worstLack(Instance instance, boolean[] usable, int[] seats) {
    int worst = 0;
    for (int group = 0; group < 1 << instance.units; group++) {
      BitSet reached = new BitSet();
      int pupils = 0;
      for (int arc = 0; arc < usable.length; arc++) {
        if ((group >> instance.arcUnit[arc] & 1) == 1 && usable[arc]) {
          reached.set(instance.arcSite[arc]);
        }
      }
      for (int unit = 0; unit < instance.units; unit++) {
        pupils += (group >> unit & 1) * instance.pupils[unit];
      }
      worst =
          Math.max(
              worst, pupils - Arrays.stream(reached.stream().toArray()).map(s -> seats[s]).sum());
    }
    return worst;
  }
}
