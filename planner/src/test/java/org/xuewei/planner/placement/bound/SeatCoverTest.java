package org.xuewei.planner.placement.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SeatCoverTest {

  /** 277 pupils too many, schools of 270: one school seats all but 7, so a second or 7 unserved. */
  @Test
  void partsOfSchoolsThatSumToOneAreNotEnoughForMoreThanOneSchool() {
    SeatCover cover =
        SeatCover.rounded(
            277,
            new int[] {0, 1},
            new int[] {7, 2},
            new int[] {0, 1, 2},
            new int[] {270, 270, 268},
            270);
    double[] nobody = {0, 0};
    assertThat(cover.met(new double[] {0.5, 0.5, 0}, nobody)).isCloseTo(0.5, within(1e-9));
    assertThat(cover.met(new double[] {1, 0, 0}, new double[] {1, 0})).isCloseTo(1, within(1e-9));
    assertThat(cover.met(new double[] {1, 0, 0}, new double[] {0, 1})).isLessThan(1);
    assertThat(cover.met(new double[] {1, 0, 1}, nobody)).isCloseTo(1, within(1e-9));
  }

  @Test
  void portionOfTheWholeDeficitGivesTheKnapsackCover() {
    SeatCover cover =
        SeatCover.rounded(
            50, new int[] {4}, new int[] {20}, new int[] {7, 8}, new int[] {30, 90}, 50);
    assertThat(cover.unitShare()).containsExactly(0.4);
    assertThat(cover.sizeShare()).containsExactly(0.6, 1.0);
  }

  @Property(tries = 500)
  void everyWholeChoiceThatMeetsTheDeficitMeetsTheCover(
      @ForAll @IntRange(max = 1_000_000) int seed,
      @ForAll @IntRange(min = 1, max = 120) int deficit,
      @ForAll @IntRange(min = 1, max = 130) int portion) {
    Random random = new Random(seed);
    int[] pupils = random.ints(3, 1, 60).toArray();
    int[] seats = random.ints(5, 1, 90).toArray();
    SeatCover cover =
        SeatCover.rounded(
            deficit,
            IntStream.range(0, pupils.length).toArray(),
            pupils,
            IntStream.range(0, seats.length).toArray(),
            seats,
            portion);
    for (int choice = 0; choice < 1 << (pupils.length + seats.length); choice++) {
      double[] unserved = bits(choice, 0, pupils.length);
      double[] chosen = bits(choice, pupils.length, seats.length);
      if (sum(pupils, unserved) + sum(seats, chosen) >= deficit) {
        assertThat(cover.met(chosen, unserved))
            .as(Arrays.toString(pupils) + Arrays.toString(seats) + choice)
            .isGreaterThanOrEqualTo(1 - 1e-9);
      }
    }
  }

  private static double[] bits(int choice, int from, int count) {
    return IntStream.range(0, count).mapToDouble(k -> choice >> (from + k) & 1).toArray();
  }

  private static double sum(int[] amounts, double[] taken) {
    return IntStream.range(0, amounts.length).mapToDouble(k -> amounts[k] * taken[k]).sum();
  }
}
