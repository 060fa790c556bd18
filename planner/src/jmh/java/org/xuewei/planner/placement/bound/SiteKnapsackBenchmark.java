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
import org.xuewei.planner.placement.Towns;
import org.xuewei.planner.placement.state.Instance;

/** What a site of two grade bands earns at its largest size: tables by band and their division. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@SuppressWarnings("NullAway.Init")
public class SiteKnapsackBenchmark {
  private static final int SETS = 16;

  @Param({"300x30", "5000x300"})
  public String size;

  private SiteKnapsack knapsack;
  private double[][] offers;
  private int largest;
  private int next;

  /** The site that most units reach. */
  @Setup
  public void fill() {
    Instance instance = Towns.malta(size);
    int busiest = 0;
    for (int site = 1; site < instance.sites; site++) {
      busiest = reach(instance, site) > reach(instance, busiest) ? site : busiest;
    }
    knapsack = new SiteKnapsack(instance, busiest, SiteKnapsack.room(instance));
    largest = instance.largestSize(busiest);
    Random random = new Random(1);
    offers = new double[SETS][instance.arcYuan.length];
    for (double[] set : offers) {
      for (int arc = 0; arc < set.length; arc++) {
        set[arc] = instance.pupils[instance.arcUnit[arc]] * (random.nextDouble() - 0.2) * 10_000;
      }
    }
  }

  private static int reach(Instance instance, int site) {
    return instance.columnStart[site + 1] - instance.columnStart[site];
  }

  @Benchmark
  public double takeAndValue() {
    next = (next + 1) % SETS;
    double[] here = offers[next];
    knapsack.take(arc -> here[arc]);
    return knapsack.value(largest);
  }
}
