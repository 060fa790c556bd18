package org.xuewei.geo.osm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LargestRemainderTest {
  @Test
  void givesTheRestToTheLargestRemainders() {
    // quotas 4.5, 3.3, 2.2: one is left, the largest remainder is 0.5
    assertThat(LargestRemainder.divide(10, List.of(45.0, 33.0, 22.0))).containsExactly(5, 3, 2);
  }

  @Test
  void breaksTiesByOrder() {
    assertThat(LargestRemainder.divide(5, List.of(1.0, 1.0, 1.0))).containsExactly(2, 2, 1);
  }

  @Test
  void dividesEvenlyWithoutWeights() {
    assertThat(LargestRemainder.divide(3, List.of(0.0, 0.0))).containsExactly(2, 1);
  }

  @Property
  void sumsExactlyAndStaysWithinOneOfTheQuota(
      @ForAll @IntRange(max = 1_000_000) int total,
      @ForAll @Size(min = 1, max = 30) List<@DoubleRange(min = 0, max = 1e6) Double> weights) {
    int[] parts = LargestRemainder.divide(total, weights);

    assertThat(Arrays.stream(parts).sum()).isEqualTo(total);
    double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
    for (int i = 0; i < parts.length && sum > 0; i++) {
      assertThat(Math.abs(parts[i] - total * weights.get(i) / sum)).isLessThan(1 + 1e-6);
    }
  }
}
