package org.xuewei.planner.placement.bound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.data.model.StopSignal;
import org.xuewei.planner.placement.BruteForce;
import org.xuewei.planner.placement.MaltaLikeProblem;
import org.xuewei.planner.placement.RandomProblems;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.placement.state.Solution;
import org.xuewei.planner.program.ProgramSolver;

class LinearRelaxationTest {
  private static final ProgramSolver SOLVER = new ProgramSolver(1);

  @Property(tries = 100)
  void liesBelowTheOptimumWithEveryCover(
      @ForAll @IntRange(max = 1_000_000) int seed,
      @ForAll @IntRange(min = 1, max = 6) int units,
      @ForAll @IntRange(min = 1, max = 4) int sites) {
    PlacementProblem problem = RandomProblems.tiny(seed, units, sites);
    OptionalLong optimum = BruteForce.optimum(problem);
    Instance instance = new Instance(problem);
    LinearRelaxation relaxation = new LinearRelaxation(instance);
    relaxation.run(20, SOLVER, StopSignal.NEVER);
    assertThat(relaxation.solution().orElseThrow().yuan)
        .isLessThanOrEqualTo(optimum.getAsLong() - instance.fixedYuan() + 1e-3);
  }

  @Test
  void coversRaiseItAndNoSolutionBreaksThem() {
    Instance instance = new Instance(new MaltaLikeProblem(5, 300, 10, 60).build(300_000_000, 12));
    LinearRelaxation without = new LinearRelaxation(instance);
    without.run(1, SOLVER, StopSignal.NEVER);
    LinearRelaxation with = new LinearRelaxation(instance);
    with.run(20, SOLVER, StopSignal.NEVER);
    assertThat(with.covers()).isNotEmpty();
    assertThat(with.solution().orElseThrow().yuan)
        .isGreaterThan(1.01 * without.solution().orElseThrow().yuan);
    for (int seed = 0; seed < 200; seed++) {
      Solution solution = anySolution(instance, seed);
      double[] chosen = new double[instance.sizeClasses.length];
      for (int site = 0; site < instance.sites; site++) {
        if (!solution.isClosed(site)) {
          chosen[solution.sizeOf(site)] = 1;
        }
      }
      double[] unserved = new double[instance.units];
      for (int unit = 0; unit < instance.units; unit++) {
        unserved[unit] = solution.arcOf(unit) < 0 ? 1 : 0;
      }
      assertThat(with.covers())
          .allSatisfy(
              cover -> assertThat(cover.met(chosen, unserved)).isGreaterThanOrEqualTo(1 - 1e-9));
    }
  }

  /** Units in random order go along a random arc where that breaks no limit. */
  private static Solution anySolution(Instance instance, long seed) {
    Random random = new Random(seed);
    Solution solution = new Solution(instance);
    for (int k = 0; k < 4 * instance.units; k++) {
      int unit = random.nextInt(instance.units);
      int arcs = instance.rowStart[unit + 1] - instance.rowStart[unit];
      if (arcs > 0 && solution.arcOf(unit) < 0) {
        solution.assign(unit, instance.rowStart[unit] + random.nextInt(arcs));
        if (!solution.isFeasible()) {
          solution.assign(unit, Solution.UNSERVED);
        }
      }
    }
    return solution;
  }
}
