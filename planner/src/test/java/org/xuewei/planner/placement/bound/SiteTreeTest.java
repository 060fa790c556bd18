package org.xuewei.planner.placement.bound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.data.model.PlacementProblem.Size;
import org.xuewei.data.model.StopSignal;
import org.xuewei.planner.placement.BruteForce;
import org.xuewei.planner.placement.RandomProblems;
import org.xuewei.planner.placement.Villages;
import org.xuewei.planner.placement.state.Instance;

class SiteTreeTest {
  private static final int STEPS = 40;
  private static final int PARTS = 30;

  /** Where the prices of all solutions leave the bound, and the tree that goes on from there. */
  private record Case(Instance instance, SiteTree tree, long rootBound) {
    static Case of(PlacementProblem problem) {
      Instance instance = new Instance(problem);
      PriceAscent root = new PriceAscent(instance, new LinearRelaxation(instance));
      root.ascend(STEPS, Long.MAX_VALUE / 2, StopSignal.NEVER);
      return new Case(instance, new SiteTree(instance, root), root.lowerBoundYuan());
    }

    int divide(long knownYuan) {
      int parts = 0;
      for (int more = 1; more > 0 && parts < PARTS; parts += more) {
        more = tree.branch(PARTS - parts, knownYuan, StopSignal.NEVER);
      }
      return parts;
    }
  }

  private static PlacementProblem threeVillages() {
    return Villages.threeAround(45, new Size(6, 1_000, 0));
  }

  @Test
  void provesWhatPricesAloneCannot() {
    Case here = Case.of(threeVillages());
    assertThat(here.rootBound()).isLessThan(1_600);
    assertThat(here.divide(2_030)).isPositive();
    assertThat(here.tree().lowerBoundYuan(2_030)).isEqualTo(2_030);
    assertThat(here.tree().isDone(2_030)).isTrue();
  }

  @Test
  void stopsAtOnceWhenAskedTo() {
    StopSignal stop = () -> true;
    Case here = Case.of(threeVillages());
    assertThat(here.tree().branch(PARTS, 2_030, stop)).isZero();
    assertThat(here.tree().lowerBoundYuan(2_030)).isEqualTo(here.rootBound());
  }

  @Test
  void choicesHaveSitesOfTheirOwn() {
    Case here = Case.of(threeVillages());
    here.divide(2_030);
    Set<Set<Integer>> open = new HashSet<>();
    List<int[]> choices = here.tree().choices(3);
    for (int[] sizeOf : choices) {
      open.add(
          new HashSet<>(IntStream.range(0, 3).filter(site -> sizeOf[site] >= 0).boxed().toList()));
    }
    assertThat(choices).isNotEmpty();
    assertThat(open).hasSameSizeAs(choices);
  }

  @Test
  void choicesKeepBudgetAndNumber() {
    int opened = 0;
    for (int seed = 0; seed < 200; seed++) {
      Case here = Case.of(RandomProblems.tiny(seed, 8, 5));
      here.divide(Long.MAX_VALUE / 2);
      Instance instance = here.instance();
      for (int[] sizeOf : here.tree().choices(4)) {
        assertThat(instance.capitalOf(sizeOf)).isLessThanOrEqualTo(instance.budget);
        assertThat(instance.newSchoolsOf(sizeOf)).isLessThanOrEqualTo(instance.newSchoolsAtMost);
        opened += instance.newSchoolsOf(sizeOf);
      }
    }
    assertThat(opened).isPositive();
  }

  @Property(tries = 150)
  void boundsTheOptimumAndNeverFalls(
      @ForAll @IntRange(max = 1_000_000) int seed,
      @ForAll @IntRange(min = 1, max = 6) int units,
      @ForAll @IntRange(min = 1, max = 4) int sites) {
    PlacementProblem problem = RandomProblems.tiny(seed, units, sites);
    Case here = Case.of(problem);
    long optimum = BruteForce.optimum(problem).getAsLong() - here.instance().fixedYuan();
    here.divide(optimum + 1_000_000);
    assertThat(here.tree().lowerBoundYuan(optimum + 1_000_000))
        .isBetween(here.rootBound(), optimum);
  }
}
