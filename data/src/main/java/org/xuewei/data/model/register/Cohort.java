package org.xuewei.data.model.register;

/**
 * Children of a district who enter grade 1 in one year.
 *
 * @param expectedPupils by the figures behind the forecast
 * @param pupils as they are
 */
public record Cohort(String districtId, int entryYear, int expectedPupils, int pupils) {
  public Cohort {
    if (expectedPupils < 0 || pupils < 0) {
      throw new IllegalArgumentException(
          "district " + districtId + ", cohort " + entryYear + ": negative pupils");
    }
  }
}
