package org.xuewei.data.model;

import java.util.List;

/** A stage of compulsory education (学段) with its grade bands in ascending order. */
public enum Stage {
  PRIMARY(List.of(GradeBand.G1_3, GradeBand.G4_6)),
  JUNIOR(List.of(GradeBand.G7_9));

  private final List<GradeBand> bands;

  Stage(List<GradeBand> bands) {
    this.bands = bands;
  }

  public List<GradeBand> bands() {
    return bands;
  }

  /** Number of grades taught in this stage: 6 for primary, 3 for junior. */
  public int grades() {
    return bands.stream().mapToInt(GradeBand::grades).sum();
  }

  /** The key of this stage in a standards profile, for example {@code primary}. */
  public String key() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
