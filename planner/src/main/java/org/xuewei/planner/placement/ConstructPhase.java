package org.xuewei.planner.placement;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.xuewei.data.model.Contiguity;
import org.xuewei.data.model.Progress;
import org.xuewei.data.model.StopSignal;
import org.xuewei.planner.placement.construct.Eviction;
import org.xuewei.planner.placement.construct.Interchange;
import org.xuewei.planner.placement.construct.RegionGrowing;
import org.xuewei.planner.placement.construct.Start;
import org.xuewei.planner.placement.local.YuanScale;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.placement.state.Solution;

/**
 * A first plan soon, for whoever stops early: from today's schools by a few interchanges, settled
 * by a short search. Heuristic.
 */
final class ConstructPhase {
  /** Choices of sites that are tried at most; each takes work for every way. */
  private static final int MOST_CHOICES = 400;

  private static final int WAYS = 20_000_000;
  private static final int CHANGES_OF_A_ROUND = 40;

  /** Share of the seats that whole units are expected to leave empty. */
  private static final double LEFT_EMPTY = 0.02;

  private static final long CALCULATIONS = 20_000;

  private ConstructPhase() {}

  static int choices(Instance instance) {
    return Math.min(MOST_CHOICES, 1 + WAYS / Math.max(1, instance.arcSite.length));
  }

  /** Keeps all limits but those of the units that are left without a place. */
  static Solution run(Instance instance, long seed, Progress.Phase phase, StopSignal stop) {
    Interchange interchange =
        new Interchange(
            instance, LEFT_EMPTY, CHANGES_OF_A_ROUND, choices(instance), phase::advance);
    interchange.improve(List.of(today(instance)), 0, stop);
    Start start = interchange.start(interchange.choices().get(0));
    return instance
        .contiguity
        .map(where -> connected(instance, where, start))
        .orElseGet(() -> settled(instance, start.filled(), seed, stop));
  }

  private static int[] today(Instance instance) {
    return IntStream.range(0, instance.sites)
        .map(site -> instance.existing[site] ? instance.sizeStart[site] : Instance.CLOSED)
        .toArray();
  }

  private static Solution settled(Instance instance, Solution filled, long seed, StopSignal stop) {
    YuanScale scale = YuanScale.of(instance, filled);
    return new Trial(instance, filled, scale.nearStart()).search(CALCULATIONS, seed, stop);
  }

  private static Solution connected(Instance instance, Contiguity where, Start start) {
    Instance sized = instance.atSizes(start.sizeOf());
    double[] arcYuan = Arrays.stream(instance.arcYuan).asDoubleStream().toArray();
    Solution grown = RegionGrowing.grow(sized, where, site -> start.sizeOf()[site] >= 0, arcYuan);
    Eviction.run(sized, grown);
    return grown.in(instance);
  }
}
