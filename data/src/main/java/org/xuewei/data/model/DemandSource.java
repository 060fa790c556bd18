package org.xuewei.data.model;

import java.util.Objects;

/**
 * A place that pupils come from (生源地): a residential area, a housing development, a village or a
 * population grid cell. It is divided into one or more demand points.
 *
 * @param residents people living there, at least 0
 * @param residentsEstimated true when spread from a larger area
 */
public record DemandSource(
    String id,
    String name,
    Kind kind,
    String districtId,
    int residents,
    boolean residentsEstimated) {
  public DemandSource {
    Objects.requireNonNull(kind, "kind");
    if (residents < 0) {
      throw new IllegalArgumentException("demand source " + id + ": residents is " + residents);
    }
  }

  public enum Kind {
    RESIDENTIAL_AREA,
    DEVELOPMENT,
    VILLAGE,
    GRID_CELL
  }
}
