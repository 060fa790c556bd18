package org.xuewei.planner.placement;

import java.util.Arrays;
import org.xuewei.planner.placement.state.Instance;

/** Made-up problems of the inner-loop benchmarks, always the same. */
public final class Towns {
  private static final long SEED = 1;
  private static final int ONE_IN_SCHOOLS = 5;

  private Towns() {}

  /**
   * Two grade bands, sizes, a limit on new schools; a fifth of the sites are schools of today.
   *
   * @param size units and sites, for example {@code 300x30}
   */
  public static Instance malta(String size) {
    int[] counts = counts(size);
    int schools = counts[1] / ONE_IN_SCHOOLS;
    return new Instance(
        new MaltaLikeProblem(SEED, counts[0], schools, counts[1] - schools)
            .build(Long.MAX_VALUE, counts[1]));
  }

  /** Contiguous catchments of one grade band, in a rectangle of blocks. */
  public static Instance grid(String size) {
    int[] counts = counts(size);
    int height = (int) Math.sqrt(counts[0] / 1.3);
    while (counts[0] % height != 0) {
      height--;
    }
    return new Instance(GridTown.build(SEED, counts[0] / height, height, counts[1], false, 0.9));
  }

  private static int[] counts(String size) {
    return Arrays.stream(size.split("x")).mapToInt(Integer::parseInt).toArray();
  }
}
