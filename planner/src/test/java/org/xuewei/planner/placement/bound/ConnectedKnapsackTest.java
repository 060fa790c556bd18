package org.xuewei.planner.placement.bound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.xuewei.data.model.Contiguity;
import org.xuewei.planner.placement.GridTown;
import org.xuewei.planner.placement.state.Instance;

class ConnectedKnapsackTest {
  private static final double TINY = 1e-9;
  private static final int MANY_NODES = 100_000;

  private static final int SITES = 2;

  /** Prices change as in an ascent, so that the last best set is where the next search starts. */
  @Property(tries = 200)
  void valueIsTheMostThatConnectedUnitsPayAndTheUnitsTakenPayIt(@ForAll long seed) {
    Instance town = new Instance(GridTown.build(seed, 4, 3, SITES, false, 0.9));
    Random random = new Random(seed);
    for (int site = 0; site < SITES; site++) {
      ConnectedKnapsack knapsack = new ConnectedKnapsack(town, site);
      for (int prices = 0; prices < 3; prices++) {
        double[] profit = random.doubles(town.units, -60, 60).toArray();
        long seats = random.nextInt(40);
        double best = best(town, site, profit, seats);
        double value = knapsack.value(profit, seats, Double.MAX_VALUE, MANY_NODES);
        assertThat(value).isBetween(best - TINY, best * (1 + ConnectedKnapsack.TOLERANCE) + TINY);
        double[] share = new double[town.units];
        knapsack.addShares(1, share);
        double paid = IntStream.range(0, town.units).mapToDouble(u -> share[u] * profit[u]).sum();
        assertThat(paid).isBetween(best / (1 + ConnectedKnapsack.TOLERANCE) - TINY, best + TINY);
      }
    }
  }

  @Property(tries = 200)
  void fewNodesGiveNoLessThanConnectedUnitsPayAndNoMoreThanAnyUnits(
      @ForAll long seed, @ForAll boolean none) {
    Instance town = new Instance(GridTown.build(seed, 4, 3, SITES, false, 0.9));
    double[] profit = new Random(seed).doubles(town.units, -60, 60).toArray();
    double atMost = IntStream.range(0, town.units).mapToDouble(u -> Math.max(0, profit[u])).sum();
    double value = new ConnectedKnapsack(town, 0).value(profit, 30, atMost, none ? 0 : 3);
    assertThat(value).isBetween(best(town, 0, profit, 30) - TINY, atMost);
  }

  /** Branches go as deep as there are units; a thread of the common pool must hold them. */
  @Test
  void thousandsOfUnitsInReachAreBoundedOnAnyThread() throws Exception {
    Instance town = new Instance(GridTown.build(1, 80, 80, SITES, false, 0.9));
    double[] profit = new Random(1).doubles(town.units, -40, 60).toArray();
    double atMost = DoubleStream.of(profit).map(yuan -> Math.max(0, yuan)).sum();
    ConnectedKnapsack knapsack = new ConnectedKnapsack(town, 0);
    double value =
        ForkJoinPool.commonPool().submit(() -> knapsack.value(profit, 10_000, atMost, 5_000)).get();
    double[] share = new double[town.units];
    knapsack.addShares(1, share);
    double paid = IntStream.range(0, town.units).mapToDouble(u -> share[u] * profit[u]).sum();
    assertThat(paid).isPositive();
    assertThat(value).isBetween(paid, atMost);
  }

  private static double best(Instance town, int site, double[] profit, long seats) {
    Contiguity where = town.contiguity.orElseThrow();
    double most = 0;
    for (long bits = 1; bits < 1L << town.units; bits++) {
      BitSet chosen = BitSet.valueOf(new long[] {bits});
      if (chosen.stream().mapToLong(unit -> town.pupils[unit]).sum() <= seats
          && hangTogether(where, where.homeUnit(site), chosen)) {
        most = Math.max(most, chosen.stream().mapToDouble(unit -> profit[unit]).sum());
      }
    }
    return most;
  }

  private static boolean hangTogether(Contiguity where, int home, BitSet chosen) {
    BitSet joined = new BitSet();
    if (chosen.get(home)) {
      joined.set(home);
    }
    int before = -1;
    while (joined.cardinality() > before) {
      before = joined.cardinality();
      for (int unit : chosen.stream().toArray()) {
        if (joined.stream().anyMatch(other -> where.touch(unit, other))) {
          joined.set(unit);
        }
      }
    }
    return joined.equals(chosen);
  }
}
