package org.xuewei.planner.placement.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class KnapsackTest {
  private static final int MANY = 1_000_000;

  @Property(tries = 500)
  void equalsTheTableOfAllSeatCounts(
      @ForAll @IntRange(min = 0, max = 40) int items,
      @ForAll @IntRange(min = 0, max = 200) int seats,
      @ForAll long seed) {
    Random random = new Random(seed);
    int[] weight = IntStream.range(0, items).map(k -> random.nextInt(30)).toArray();
    double[] profit =
        IntStream.range(0, items)
            .mapToDouble(k -> weight[k] * (1 + 0.1 * random.nextDouble()) + 0.1)
            .toArray();
    Knapsack knapsack = new Knapsack(items);
    knapsack.take(IntStream.range(0, items).toArray(), items, profit, weight);

    double optimum = table(profit, weight, seats);
    double relaxed = knapsack.value(seats, 0);
    double value = knapsack.value(seats, MANY);
    double[] share = new double[items];
    knapsack.addShares(1, share);

    assertThat(value).isBetween(optimum - 1e-9, optimum * (1 + Knapsack.TOLERANCE) + 1e-9);
    assertThat(relaxed).isGreaterThanOrEqualTo(value - 1e-9);
    assertThat(IntStream.range(0, items).mapToDouble(k -> share[k] * profit[k]).sum())
        .isCloseTo(optimum, within(optimum * Knapsack.TOLERANCE + 1e-9));
    assertThat(IntStream.range(0, items).mapToDouble(k -> share[k] * weight[k]).sum())
        .isLessThanOrEqualTo(seats);
  }

  @Property(tries = 200)
  void boundsTheOptimumWhateverWorkIsAllowed(
      @ForAll @IntRange(min = 1, max = 60) int items,
      @ForAll @IntRange(min = 0, max = 50) int branches,
      @ForAll long seed) {
    Random random = new Random(seed);
    int[] weight = IntStream.range(0, items).map(k -> 1 + random.nextInt(1000)).toArray();
    double[] profit = Arrays.stream(weight).mapToDouble(w -> w + 100).toArray();
    int seats = 1 + random.nextInt(Arrays.stream(weight).sum());
    Knapsack knapsack = new Knapsack(items);
    knapsack.take(IntStream.range(0, items).toArray(), items, profit, weight);

    assertThat(knapsack.value(seats, branches))
        .isGreaterThanOrEqualTo(table(profit, weight, seats) - 1e-6);
  }

  private static double table(double[] profit, int[] weight, int seats) {
    double[] most = new double[seats + 1];
    for (int item = 0; item < profit.length; item++) {
      for (int s = seats; s >= weight[item]; s--) {
        most[s] = Math.max(most[s], most[s - weight[item]] + profit[item]);
      }
    }
    return most[seats];
  }
}
