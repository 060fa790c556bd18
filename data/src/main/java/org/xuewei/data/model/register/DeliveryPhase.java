package org.xuewei.data.model.register;

import java.util.Objects;
import org.xuewei.data.model.HalfYear;

/**
 * A part of a housing development that is handed over at one time (分期交付).
 *
 * @param pointId the demand point that the part is
 * @param number 1 for the first phase
 */
public record DeliveryPhase(
    String sourceId, String pointId, int number, HalfYear delivery, int dwellings) {
  public DeliveryPhase {
    Objects.requireNonNull(delivery, "delivery");
    if (number < 1 || dwellings < 0) {
      throw new IllegalArgumentException(
          "source " + sourceId + ": phase " + number + " with " + dwellings + " dwellings");
    }
  }
}
