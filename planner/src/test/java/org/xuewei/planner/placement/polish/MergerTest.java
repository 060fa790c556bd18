package org.xuewei.planner.placement.polish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.xuewei.data.model.Contiguity;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.data.model.PlacementProblem.Size;
import org.xuewei.data.model.Stage;
import org.xuewei.data.model.StopSignal;
import org.xuewei.planner.TestProblem;
import org.xuewei.planner.TestProblem.Arc;
import org.xuewei.planner.evaluate.Evaluator;
import org.xuewei.planner.placement.GridTown;
import org.xuewei.planner.placement.OneOfTwo;
import org.xuewei.planner.placement.bound.LinearRelaxation;
import org.xuewei.planner.placement.bound.PriceAscent;
import org.xuewei.planner.placement.bound.ReducedCosts;
import org.xuewei.planner.placement.construct.Eviction;
import org.xuewei.planner.placement.construct.RegionGrowing;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.placement.state.Solution;
import org.xuewei.planner.program.ProgramSolver;

class MergerTest {
  private static final ProgramSolver SOLVER = new ProgramSolver(1);

  /** Four schools that seat one unit each, in pairs; each unit has a cheap way and a dear one. */
  private static final Instance TOWN =
      new Instance(
          new TestProblem(Stage.JUNIOR)
              .pupilsPerClass(1)
              .existing(new Size(15, 0, 0))
              .existing(new Size(15, 0, 0))
              .existing(new Size(15, 0, 0))
              .existing(new Size(15, 0, 0))
              .unit(List.of(10), 9_000, new Arc(0, 1, 10), new Arc(1, 1, 30))
              .unit(List.of(10), 9_000, new Arc(1, 1, 10), new Arc(0, 1, 30))
              .unit(List.of(10), 9_000, new Arc(2, 1, 10), new Arc(3, 1, 30))
              .unit(List.of(10), 9_000, new Arc(3, 1, 10), new Arc(2, 1, 30))
              .build());

  private static Solution at(Instance instance, int... sites) {
    Solution solution = new Solution(instance);
    for (int unit = 0; unit < sites.length; unit++) {
      solution.assign(unit, instance.arcTo(unit, sites[unit]));
    }
    return solution;
  }

  private static ReducedCosts costs(Instance instance) {
    PriceAscent ascent = new PriceAscent(instance, new LinearRelaxation(instance));
    ascent.ascend(1, Long.MAX_VALUE / 2, StopSignal.NEVER);
    return ascent.reducedCosts();
  }

  private static Polish polish(Instance instance, Solution solution) {
    return new Polish(instance, solution, costs(instance), SOLVER, 1);
  }

  private static Merger merger(Instance instance) {
    return new Merger(instance, costs(instance), SOLVER);
  }

  @Test
  void takesFromEachSolutionWhatItDoesBest() {
    Polish left = polish(TOWN, at(TOWN, 0, 1, 3, 2));
    Polish right = polish(TOWN, at(TOWN, 1, 0, 2, 3));
    merger(TOWN).merge(left, List.of(left, right), StopSignal.NEVER);
    assertThat(left.solution().yuan()).isEqualTo(40);
    assertThat(right.solution().yuan()).isEqualTo(80);
  }

  @Test
  void usesNoWayThatNoneOfThemUses() {
    Polish one = polish(TOWN, at(TOWN, 1, 0, 3, 2));
    Polish other = polish(TOWN, at(TOWN, 1, 0, 2, 3));
    merger(TOWN).merge(one, List.of(one, other), StopSignal.NEVER);
    assertThat(one.solution().yuan()).isEqualTo(80);
  }

  @Test
  void unitWithoutPlaceGetsThatOfAnotherSolution() {
    Polish one = polish(TOWN, at(TOWN, 0, 1, 2));
    Polish other = polish(TOWN, at(TOWN, 1, 0, 2, 3));
    merger(TOWN).merge(one, List.of(one, other), StopSignal.NEVER);
    assertThat(one.solution().yuan()).isEqualTo(40);
  }

  @Test
  void closedCandidateOpensThatNoneOfThemUses() {
    Instance instance = OneOfTwo.build();
    Polish one = polish(instance, at(instance, 1, 1, 1));
    Polish other = polish(instance, at(instance, 1, 1, 0));
    Merger merger = merger(instance);
    merger.merge(one, List.of(one, other), StopSignal.NEVER);
    assertThat(one.solution().yuan()).isEqualTo(500 + 40 + 40 + 5);
    merger.merge(one, List.of(one, other), StopSignal.NEVER);
    assertThat(one.solution().yuan()).isEqualTo(500 + 10 + 10 + 5);
  }

  @Property(tries = 30)
  void mergedCatchmentsStayConnectedAndCostNoMore(@ForAll long seed) {
    PlacementProblem problem = GridTown.build(seed, 6, 5, 4, false, 0.8);
    Instance instance = new Instance(problem);
    Random random = new Random(seed);
    List<Polish> all =
        IntStream.range(0, 4).mapToObj(k -> polish(instance, grown(instance, random))).toList();
    Polish first = all.get(0);
    long before = first.solution().yuan();
    merger(instance).merge(first, all, StopSignal.NEVER);
    int[] siteOf = IntStream.range(0, instance.units).map(first.solution()::siteOf).toArray();
    assertThat(Evaluator.brokenCatchments(problem, siteOf)).isZero();
    assertThat(first.solution().yuan()).isLessThanOrEqualTo(before);
    assertThat(first.solution().isFeasible()).isTrue();
  }

  private static Solution grown(Instance instance, Random random) {
    Contiguity where = instance.contiguity.orElseThrow();
    double[] yuan = random.doubles(instance.arcSite.length).toArray();
    Solution grown = RegionGrowing.grow(instance, where, site -> true, yuan);
    Eviction.run(instance, grown);
    return grown;
  }
}
