package org.xuewei.planner.placement.bound;

import java.util.List;
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
import org.xuewei.data.model.StopSignal;
import org.xuewei.planner.placement.Towns;
import org.xuewei.planner.placement.state.Instance;

/** One step of the Lagrangian relaxation, near prices that thirty steps have found. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@SuppressWarnings("NullAway.Init")
public class RelaxationBenchmark {
  private static final int ASCENT_STEPS = 30;
  private static final int SETS = 16;
  private static final double CHANGE = 0.01;

  @Param({"300x30", "5000x300"})
  public String size;

  /** One grade band, a 0-1 knapsack a size; or two, tables by band. */
  @Param({"one", "two"})
  public String bands;

  private Relaxation relaxation;
  private double[][] prices;
  private int next;

  @Setup
  public void climb() {
    Instance instance = bands.equals("two") ? Towns.malta(size) : Towns.grid(size);
    PriceAscent ascent = new PriceAscent(instance, new LinearRelaxation(instance));
    ascent.ascend(ASCENT_STEPS, Long.MAX_VALUE, StopSignal.NEVER);
    double[] best = ascent.place().price();
    Random random = new Random(1);
    relaxation = new Relaxation(instance, List.of());
    relaxation.priceCovers(new double[0]);
    prices = new double[SETS][];
    for (int set = 0; set < SETS; set++) {
      prices[set] = best.clone();
      for (int unit = 0; unit < best.length; unit++) {
        double changed = best[unit] * (1 + CHANGE * random.nextGaussian());
        prices[set][unit] = Math.min(changed, relaxation.unservedYuan(unit));
      }
    }
  }

  @Benchmark
  public double bound() {
    next = (next + 1) % SETS;
    return relaxation.bound(prices[next], new double[0]);
  }
}
