package org.xuewei.planner.placement.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import org.optaplanner.core.api.solver.SolutionManager;
import org.optaplanner.core.config.solver.EnvironmentMode;
import org.xuewei.data.model.StopSignal;
import org.xuewei.planner.placement.RandomProblems;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.placement.state.Solution;

class DistrictingScoreTest {
  @Property(tries = 200)
  void solverAndEvaluatorAgree(
      @ForAll @IntRange(max = 1_000_000) int seed,
      @ForAll @IntRange(min = 1, max = 8) int units,
      @ForAll @IntRange(min = 1, max = 5) int sites) {
    Instance instance = new Instance(RandomProblems.tiny(seed, units, sites));
    Solution solution = randomSolution(instance, new Random(seed));
    Task task = new Task(instance, 1, Annealings.hot(instance), StopSignal.NEVER);
    Districting districting = Districting.of(task, solution);
    if (districting.places.isEmpty()) {
      return;
    }
    HardSoftLongScore score =
        SolutionManager.<Districting, HardSoftLongScore>create(
                LocalSearch.solverFactory(task, 1, EnvironmentMode.REPRODUCIBLE))
            .update(districting);
    Indices indices = Indices.of(instance, solution);
    assertThat(score.isFeasible()).isEqualTo(indices.isFeasible());
    assertThat(score.softScore()).isEqualTo(-indices.yuan());
  }

  private static Solution randomSolution(Instance instance, Random random) {
    Solution solution = new Solution(instance);
    for (int unit = 0; unit < instance.units; unit++) {
      int arcs = instance.rowStart[unit + 1] - instance.rowStart[unit];
      if (random.nextInt(4) > 0 && arcs > 0) {
        solution.assign(unit, instance.rowStart[unit] + random.nextInt(arcs));
      }
    }
    return solution;
  }
}
