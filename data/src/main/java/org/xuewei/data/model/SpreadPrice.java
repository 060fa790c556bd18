package org.xuewei.data.model;

/**
 * A price on long ways that grows with the square beyond a distance: it draws the spread of travel
 * together at little more travel (envy, Espejo et al. 2009). Linear in the assignment.
 *
 * @param beyondMetres distance up to which a way has no such price
 * @param yuanPerPupilSquareKilometre yuan a year for a pupil and each square kilometre
 */
public record SpreadPrice(int beyondMetres, double yuanPerPupilSquareKilometre) {
  public SpreadPrice {
    if (beyondMetres < 0 || !(yuanPerPupilSquareKilometre >= 0)) {
      throw new IllegalArgumentException(
          yuanPerPupilSquareKilometre + " yuan beyond " + beyondMetres + " m");
    }
  }

  /** Price a year of a way, in whole yuan. */
  public long yuan(int pupils, int metres) {
    double kilometres = Math.max(0, metres - beyondMetres) / 1000.0;
    return Math.round(pupils * kilometres * kilometres * yuanPerPupilSquareKilometre);
  }
}
