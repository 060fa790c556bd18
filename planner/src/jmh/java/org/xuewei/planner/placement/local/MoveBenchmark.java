package org.xuewei.planner.placement.local;

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
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import org.xuewei.data.model.StopSignal;
import org.xuewei.planner.placement.Towns;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.placement.state.Solution;

/** A unit goes to another site in its range and is scored there; it stays, as an accepted move. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init")
public class MoveBenchmark {
  private static final int MOVES = 1 << 16;

  @Param({"300x30", "5000x300"})
  public String size;

  private Task task;
  private Solution solution;
  private int[] arcs;
  private int next;

  @Setup
  public void settle() {
    Instance instance = Towns.malta(size);
    Annealing annealing = new Annealing(1_000, 1, 100, false);
    task = new Task(instance, 1, annealing, StopSignal.NEVER);
    solution = new Solution(instance);
    Random random = new Random(1);
    arcs = new int[MOVES];
    for (int move = 0; move < MOVES; move++) {
      int unit = unitWithArc(instance, random);
      arcs[move] = instance.rowStart[unit] + random.nextInt(task.rangeSize(unit));
      solution.assign(unit, arcs[move]);
    }
  }

  private int unitWithArc(Instance instance, Random random) {
    int unit = random.nextInt(instance.units);
    while (task.rangeSize(unit) == 0) {
      unit = random.nextInt(instance.units);
    }
    return unit;
  }

  @Benchmark
  public HardSoftLongScore assignAndScore() {
    next = (next + 1) % MOVES;
    solution.assign(task.instance.arcUnit[arcs[next]], arcs[next]);
    return DistrictingScore.of(task, solution);
  }
}
