package org.xuewei.planner.placement.state;

import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
import org.xuewei.data.model.Contiguity;
import org.xuewei.planner.placement.Towns;

/** Whether a unit at the border of its catchment may leave it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init")
public class ConnectivityBenchmark {
  @Param({"300x30", "5000x300", "5000x30"})
  public String size;

  private Connectivity connectivity;
  private Solution solution;
  private int[] borderUnits;
  private int next;

  @Setup
  public void grow() {
    Instance instance = Towns.grid(size);
    Contiguity where = instance.contiguity.orElseThrow();
    connectivity = new Connectivity(where);
    solution = grown(instance, where);
    borderUnits =
        IntStream.range(0, instance.units).filter(unit -> isAtBorder(where, unit)).toArray();
  }

  /** Catchments grow around their schools, one ring after the other. */
  private static Solution grown(Instance instance, Contiguity where) {
    Solution solution = new Solution(instance);
    ArrayDeque<Integer> queue = new ArrayDeque<>();
    for (int site = 0; site < where.sites(); site++) {
      int home = where.homeUnit(site);
      solution.assign(home, instance.arcTo(home, site));
      queue.add(home);
    }
    while (!queue.isEmpty()) {
      int unit = queue.remove();
      for (int k = where.start(unit); k < where.start(unit + 1); k++) {
        int other = where.neighbour(k);
        if (solution.siteOf(other) < 0) {
          solution.assign(other, instance.arcTo(other, solution.siteOf(unit)));
          queue.add(other);
        }
      }
    }
    return solution;
  }

  private boolean isAtBorder(Contiguity where, int unit) {
    for (int k = where.start(unit); k < where.start(unit + 1); k++) {
      if (solution.siteOf(where.neighbour(k)) != solution.siteOf(unit)) {
        return true;
      }
    }
    return false;
  }

  @Benchmark
  public boolean mayLeave() {
    next = (next + 1) % borderUnits.length;
    return connectivity.mayLeave(solution, borderUnits[next]);
  }
}
