package org.xuewei.data.model;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * What a plan is to be best at.
 *
 * @param radiusMetres how far a pupil may walk to be covered; present for {@link Kind#COVERAGE}
 *     alone
 */
public record Objective(Kind kind, OptionalInt radiusMetres) {
  /** Objectives of location science. */
  public enum Kind {
    /** Least yuan a year: the p-median with costs of sites (SSCFLP). */
    COST("yuan"),
    /** Most pupils within a radius of their school (MCLP, Church and ReVelle 1974). */
    COVERAGE("pupils"),
    /** Shortest greatest way (p-centre, Hakimi 1964). */
    CENTRE("metres");

    private final String unit;

    Kind(String unit) {
      this.unit = unit;
    }

    /** What its values count. */
    public String unit() {
      return unit;
    }
  }

  public static final Objective COST = new Objective(Kind.COST, OptionalInt.empty());
  public static final Objective CENTRE = new Objective(Kind.CENTRE, OptionalInt.empty());

  public Objective {
    Objects.requireNonNull(kind, "kind");
    if (radiusMetres.isPresent() != (kind == Kind.COVERAGE) || radiusMetres.orElse(0) < 0) {
      throw new IllegalArgumentException(kind + " with radius " + radiusMetres);
    }
  }

  public static Objective coverage(int radiusMetres) {
    return new Objective(Kind.COVERAGE, OptionalInt.of(radiusMetres));
  }
}
