package org.xuewei.data.benchmark;

/** What an instance asks for. */
public enum Family {
  /** Schools are fixed; travel alone is minimised. */
  DISTRICTING,
  /** Candidates open at a fixed cost: single-source capacitated facility location (SSCFLP). */
  SITING,
  /** At most p candidates open at no cost. */
  PMEDIAN,
  /** Capacitated p-median in the formats of its own libraries; ways are not weighted by demand. */
  CPMP,
  /** At most p candidates open at no cost; most demand within a radius (MCLP). */
  COVERAGE,
  /** At most p candidates open at no cost; the greatest way is the shortest. */
  PCENTRE;

  /** True when the number of sites is all that limits opening them. */
  boolean opensAtMostP() {
    return this == PMEDIAN || this == COVERAGE || this == PCENTRE;
  }

  /** The name on the command line. */
  public String key() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
