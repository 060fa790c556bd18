package org.xuewei.data.model;

/** Asked by long work between steps; the only way in which time or a user reaches a solver. */
@FunctionalInterface
public interface StopSignal {
  StopSignal NEVER = () -> false;

  boolean stopRequested();

  /** Share of the time that is gone, from 0 to 1; 0 where time does not matter. */
  default double spent() {
    return 0;
  }

  /**
   * The signal of a part of the work, which also stops when that part's time is over.
   *
   * @param share of the time that is left, from 0 to 1; of no effect where time does not matter
   */
  default StopSignal within(double share) {
    return this;
  }
}
