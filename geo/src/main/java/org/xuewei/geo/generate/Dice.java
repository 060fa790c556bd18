package org.xuewei.geo.generate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.xuewei.data.model.Scenario;

/**
 * Random numbers for one purpose. Every purpose has its own stream, so that more throws for one
 * leave the others as they were.
 */
final class Dice {
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final SplittableRandom random;

  private Dice(SplittableRandom random) {
    this.random = random;
  }

  static Dice of(long seed, String purpose) {
    return new Dice(new SplittableRandom(seed * SPREAD + purpose.hashCode()));
  }

  /** A number from {@code least} on and below {@code most}. */
  double between(double least, double most) {
    return least + random.nextDouble() * (most - least);
  }

  double between(List<Double> range) {
    return between(range.get(0), range.get(1));
  }

  /** A whole number from 0 on and below {@code count}. */
  int below(int count) {
    return random.nextInt(count);
  }

  /** A seed as the command line takes them. */
  long seed() {
    return random.nextLong(Scenario.SEED_AT_MOST);
  }

  <T> List<T> shuffled(List<T> items) {
    List<T> shuffled = new ArrayList<>(items);
    for (int k = shuffled.size() - 1; k > 0; k--) {
      Collections.swap(shuffled, k, below(k + 1));
    }
    return shuffled;
  }
}
