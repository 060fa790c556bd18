package org.xuewei.planner.placement.polish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.xuewei.data.model.Contiguity;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.planner.evaluate.Evaluator;
import org.xuewei.planner.placement.GridTown;

class SeparatorsTest {
  /** Five units in a row; the school lies in the first. */
  private static final Contiguity ROW =
      new Contiguity(new int[][] {{1}, {0, 2}, {1, 3}, {2, 4}, {3}}, new int[] {0});

  @Test
  void looseEndOfARowNeedsTheUnitBeforeIt() {
    List<Separators.Cut> cuts = new Separators(ROW).cuts(0, new int[] {0, 3, 4});
    assertThat(cuts).hasSize(1);
    assertThat(cuts.get(0).loose()).containsExactly(3, 4);
    assertThat(cuts.get(0).separators()).containsExactly(2);
  }

  @Test
  void unitsWithoutTheirSchoolsOwnNeedIt() {
    List<Separators.Cut> cuts = new Separators(ROW).cuts(0, new int[] {1, 2});
    assertThat(cuts).hasSize(1);
    assertThat(cuts.get(0).separators()).containsExactly(0);
  }

  @Test
  void connectedCatchmentHasNoCut() {
    assertThat(new Separators(ROW).cuts(0, new int[] {2, 0, 1})).isEmpty();
  }

  @Property(tries = 300)
  void everyConnectedCatchmentObeysEveryCut(@ForAll @IntRange(max = 1_000_000) int seed) {
    PlacementProblem problem = GridTown.build(seed, 4, 3, 1, false, 0.5);
    Contiguity where = problem.contiguity().orElseThrow();
    Random random = new Random(seed);
    int[] members =
        IntStream.range(0, where.units()).filter(unit -> random.nextBoolean()).toArray();
    List<Separators.Cut> cuts = new Separators(where).cuts(0, members);
    int[] siteOf = new int[where.units()];
    for (int set = 0; set < 1 << where.units(); set++) {
      for (int unit = 0; unit < siteOf.length; unit++) {
        siteOf[unit] = (set >> unit & 1) == 1 ? 0 : -1;
      }
      if (Evaluator.brokenCatchments(problem, siteOf) == 0) {
        assertThat(cuts).allMatch(cut -> obeys(siteOf, cut));
      }
    }
  }

  private static boolean obeys(int[] siteOf, Separators.Cut cut) {
    return Arrays.stream(cut.separators()).anyMatch(unit -> siteOf[unit] == 0)
        || Arrays.stream(cut.loose()).allMatch(unit -> siteOf[unit] != 0);
  }
}
