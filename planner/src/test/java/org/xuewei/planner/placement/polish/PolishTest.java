package org.xuewei.planner.placement.polish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.data.model.StopSignal;
import org.xuewei.planner.placement.MaltaLikeProblem;
import org.xuewei.planner.placement.bound.LinearRelaxation;
import org.xuewei.planner.placement.bound.PriceAscent;
import org.xuewei.planner.placement.bound.ReducedCosts;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.placement.state.Solution;
import org.xuewei.planner.program.ProgramSolver;

class PolishTest {
  private static final PlacementProblem PROBLEM =
      new MaltaLikeProblem(3, 150, 18, 45).build(60_000_000, 4);

  private final Instance instance = new Instance(PROBLEM);

  /** Units in their order go to the nearest school of today with seats left. */
  private Solution start() {
    Solution solution = new Solution(instance);
    for (int unit = 0; unit < instance.units; unit++) {
      for (int arc = instance.rowStart[unit]; arc < instance.rowStart[unit + 1]; arc++) {
        if (instance.existing[instance.arcSite[arc]] && solution.arcOf(unit) < 0) {
          solution.assign(unit, arc);
          if (!solution.isFeasible()) {
            solution.assign(unit, Solution.UNSERVED);
          }
        }
      }
    }
    return solution;
  }

  private ReducedCosts costs() {
    PriceAscent ascent = new PriceAscent(instance, new LinearRelaxation(instance));
    ascent.ascend(30, Long.MAX_VALUE / 2, StopSignal.NEVER);
    return ascent.reducedCosts();
  }

  @Test
  void neighbourhoodsDrawnTogetherHaveNothingInCommon() {
    Neighbourhoods neighbourhoods =
        new Neighbourhoods(instance, costs(), start(), new SplittableRandom(1));
    int pairs = 0;
    for (int draw = 0; draw < 200; draw++) {
      Neighbourhood one = neighbourhoods.draw(6, List.of()).orElseThrow();
      Optional<Neighbourhood> other = neighbourhoods.draw(6, List.of(one));
      if (other.isPresent()) {
        pairs++;
        assertThat(Arrays.stream(other.get().sites()).boxed())
            .doesNotContainAnyElementsOf(Arrays.stream(one.sites()).boxed().toList());
        assertThat(Arrays.stream(other.get().units()).filter(unit -> has(one.units(), unit)))
            .isEmpty();
      }
    }
    assertThat(pairs).isGreaterThan(100);
  }

  /** Prices near a solution say nothing about closed sites, whose ways never take their place. */
  @Test
  void unitsMayGoToSitesInUseHoweverCheapClosedOnesSeem() {
    Solution start = start();
    int[] sizes = IntStream.range(0, instance.sites).map(start::sizeOf).toArray();
    ReducedCosts near = costs().near(instance, sizes);
    for (int arc = 0; arc < near.ofArc.length; arc++) {
      near.ofArc[arc] -= start.isClosed(instance.arcSite[arc]) ? 1e9 : 0;
    }
    Neighbourhoods neighbourhoods =
        new Neighbourhoods(instance, near, start, new SplittableRandom(1));
    int moving = 0;
    for (int draw = 0; draw < 50; draw++) {
      for (int arc : neighbourhoods.draw(6, List.of()).orElseThrow().arcs()) {
        boolean isOther = start.arcOf(instance.arcUnit[arc]) != arc;
        moving += isOther && !start.isClosed(instance.arcSite[arc]) ? 1 : 0;
      }
    }
    assertThat(moving).isGreaterThan(1_000);
  }

  private static boolean has(int[] units, int unit) {
    return Arrays.stream(units).anyMatch(other -> other == unit);
  }

  @Test
  void improvesWithinTheLimitsAndAsOftenAsAskedInTheSameWay() {
    Solution one = polished(2);
    Solution again = polished(2);
    Solution oneAtATime = polished(1);
    assertThat(one.isFeasible()).isTrue();
    assertThat(one.yuan()).isLessThan(start().yuan());
    assertThat(one.opened()).isPositive();
    for (int unit = 0; unit < instance.units; unit++) {
      assertThat(again.arcOf(unit)).isEqualTo(one.arcOf(unit));
      assertThat(oneAtATime.arcOf(unit)).isEqualTo(one.arcOf(unit));
    }
  }

  private Solution polished(int processes) {
    try (ProgramSolver solver = new ProgramSolver(processes)) {
      Polish polish = new Polish(instance, start(), costs(), solver, 9);
      assertThat(polish.improve(7, StopSignal.NEVER)).isBetween(1, 4);
      assertThat(polish.improve(1, StopSignal.NEVER)).isEqualTo(1);
      for (int batch = 0; batch < 3; batch++) {
        polish.improve(2, StopSignal.NEVER);
      }
      return polish.solution();
    }
  }

  @Test
  void doesNothingWhenNothingIsAskedOrAStopIs() {
    try (ProgramSolver solver = new ProgramSolver(1)) {
      Polish polish = new Polish(instance, start(), costs(), solver, 9);
      assertThat(polish.improve(0, StopSignal.NEVER)).isZero();
      assertThat(polish.improve(5, () -> true)).isZero();
    }
  }
}
