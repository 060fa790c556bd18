package org.xuewei.data.model;

import java.util.Objects;

/**
 * A township, town or urban sub-district (乡镇 / 街道).
 *
 * @param residents resident population, at least 0
 * @param residentsEstimated true when the source gives no figure and one was derived
 */
public record District(
    String id, String name, Settlement settlement, int residents, boolean residentsEstimated) {
  public District {
    Objects.requireNonNull(settlement, "settlement");
    if (residents < 0) {
      throw new IllegalArgumentException("district " + id + ": residents is " + residents);
    }
  }
}
