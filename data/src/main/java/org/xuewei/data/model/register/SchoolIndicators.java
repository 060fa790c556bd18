package org.xuewei.data.model.register;

import java.util.Map;
import java.util.Objects;
import org.xuewei.data.model.Stage;

/**
 * What one stage of a school has, as counted: whole teachers, rooms, square metres and yuan. An
 * indicator's value is amount · {@link Indicator#perPupils} / pupils.
 *
 * @param pupils pupils of the stage at this school
 * @param amounts one for each indicator
 */
public record SchoolIndicators(
    String schoolId, Stage stage, int pupils, Map<Indicator, Integer> amounts) {
  public SchoolIndicators {
    Objects.requireNonNull(stage, "stage");
    amounts = Map.copyOf(amounts);
    if (pupils < 0 || amounts.values().stream().anyMatch(amount -> amount < 0)) {
      throw new IllegalArgumentException("school " + schoolId + ": negative pupils or amounts");
    }
    if (amounts.size() != Indicator.values().length) {
      throw new IllegalArgumentException("school " + schoolId + ": not every indicator is there");
    }
  }

  public int amount(Indicator indicator) {
    return Objects.requireNonNull(amounts.get(indicator));
  }
}
