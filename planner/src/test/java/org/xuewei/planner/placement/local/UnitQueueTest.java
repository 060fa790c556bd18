package org.xuewei.planner.placement.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class UnitQueueTest {
  @Property(tries = 200)
  void sortsByKeyAndKeepsTheOrderOfEqualKeys(
      @ForAll @IntRange(min = 0, max = 400) int units, @ForAll long seed) {
    Random random = new Random(seed);
    double[] key = random.ints(units, 0, 50).asDoubleStream().toArray();
    UnitQueue queue = new UnitQueue(units);
    queue.clear();
    IntStream.range(0, units).forEach(unit -> queue.add(unit, key[unit]));
    queue.sort();
    List<Integer> sorted =
        IntStream.range(0, units).boxed().sorted(Comparator.comparingDouble(k -> key[k])).toList();
    assertThat(IntStream.range(0, units).mapToObj(queue::unit)).containsExactlyElementsOf(sorted);
  }
}
