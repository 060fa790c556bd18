package org.xuewei.data.model;

import java.util.Objects;

/**
 * A part of a demand source small enough to be served by one school (需求点).
 *
 * @param residents people living in this part, at least 0
 */
public record DemandPoint(
    String id, String sourceId, String districtId, LonLat location, int residents) {
  public DemandPoint {
    Objects.requireNonNull(location, "location");
    if (residents < 0) {
      throw new IllegalArgumentException("demand point " + id + ": residents is " + residents);
    }
  }
}
