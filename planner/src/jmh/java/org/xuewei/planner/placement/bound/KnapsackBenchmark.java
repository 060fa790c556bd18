package org.xuewei.planner.placement.bound;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One 0-1 knapsack of a site: its items sorted, and its value. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init")
public class KnapsackBenchmark {
  private static final int SETS = 64;
  private static final int MOST_WEIGHT = 90;

  @Param({"30", "300"})
  public int items;

  /** Searched so far: few branches, or so many that a table is worth it. */
  @Param({"50", "1000"})
  public int branches;

  private Knapsack knapsack;
  private int[] paying;
  private double[][] profits;
  private int[] weights;
  private long seats;
  private int next;

  @Setup
  public void fill() {
    Random random = new Random(1);
    knapsack = new Knapsack(items);
    paying = new int[items];
    weights = new int[items];
    profits = new double[SETS][items];
    for (int item = 0; item < items; item++) {
      paying[item] = item;
      weights[item] = 1 + random.nextInt(MOST_WEIGHT);
      seats += weights[item];
      for (double[] set : profits) {
        set[item] = weights[item] * (0.5 + random.nextDouble());
      }
    }
    seats /= 3;
  }

  @Benchmark
  public double sortAndValue() {
    next = (next + 1) % SETS;
    knapsack.take(paying, items, profits[next], weights);
    return knapsack.value(seats, branches);
  }
}
