package org.xuewei.planner.placement.local;

/**
 * How a local search cools, what overload costs it and what it moves.
 *
 * @param hotYuan temperature at the start, above 0
 * @param coldYuan temperature at the end, above 0
 * @param overloadYuan price of a pupil above the seats, or {@link #FORBIDDEN}
 * @param movesSites whether sites open, close and grow by moves of their own
 */
public record Annealing(double hotYuan, double coldYuan, long overloadYuan, boolean movesSites) {
  /** Sites are never overfull. */
  public static final long FORBIDDEN = Long.MAX_VALUE;
}
