package org.xuewei.data.model;

/**
 * What a plan reaches of an objective other than cost, and what no plan can surpass.
 *
 * @param value pupils covered, or metres of the greatest way
 * @param bound no plan covers more pupils, or has a shorter greatest way
 */
public record Aim(Objective objective, long value, long bound) {
  public Aim {
    boolean wrong =
        switch (objective.kind()) {
          case COST -> true;
          case COVERAGE -> value > bound;
          case CENTRE -> value < bound;
        };
    if (wrong || Math.min(value, bound) < 0) {
      throw new IllegalArgumentException(objective + " of " + value + " against " + bound);
    }
  }

  /** Difference of value and bound over the larger of them, 0 when they are equal. */
  public double gap() {
    return value == bound ? 0 : Math.abs(value - bound) / (double) Math.max(value, bound);
  }
}
