package org.xuewei.geo.osm;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Divides a whole number in proportion to weights so that the parts sum to it exactly. */
public final class LargestRemainder {
  private LargestRemainder() {}

  /**
   * Hamilton's method: everybody gets the quota rounded down, the rest goes to the largest
   * remainders, ties to the lower index. Equal parts when all weights are 0.
   */
  public static int[] divide(int total, List<Double> weights) {
    double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
    int count = weights.size();
    int[] parts = new int[count];
    double[] remainders = new double[count];
    int left = total;
    for (int i = 0; i < count; i++) {
      double quota = sum > 0 ? total * (weights.get(i) / sum) : total / (double) count;
      parts[i] = (int) Math.min(left, Math.floor(quota));
      remainders[i] = quota - parts[i];
      left -= parts[i];
    }
    List<Integer> order =
        IntStream.range(0, count)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -remainders[i]))
            .toList();
    for (int i = 0; i < left; i++) {
      parts[order.get(i % count)]++;
    }
    return parts;
  }
}
