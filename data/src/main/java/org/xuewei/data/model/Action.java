package org.xuewei.data.model;

import java.util.Objects;

/**
 * What a plan does to one site for one stage.
 *
 * @param fromClasses classes before, 0 for a new school
 * @param orderYear calendar year in which the money starts to flow; it is spread evenly until the
 *     year before opening
 * @param opening half-year from which the seats can be used
 */
public record Action(
    Type type,
    String siteId,
    Stage stage,
    int fromClasses,
    int toClasses,
    int orderYear,
    HalfYear opening,
    long capitalYuan) {
  /** The moves of a plan; the first version uses BUILD, EXPAND and KEEP. */
  public enum Type {
    BUILD,
    EXPAND,
    NEW_CAMPUS,
    CONVERT,
    REDUCE,
    MERGE,
    KEEP
  }

  public Action {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(stage, "stage");
    Objects.requireNonNull(opening, "opening");
    if (fromClasses < 0 || toClasses < 0 || capitalYuan < 0) {
      throw new IllegalArgumentException("action on " + siteId + ": negative classes or money");
    }
  }
}
