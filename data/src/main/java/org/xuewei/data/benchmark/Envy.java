package org.xuewei.data.benchmark;

/**
 * A price on ways beyond a distance, which grows with the square: demand × weight × (kilometres
 * beyond)². Linear in the assignment, so it is a price on arcs alone (Espejo et al. 2009).
 *
 * @param beyondMetres distance up to which a way has no price, at least 0
 * @param weight price of one pupil and square kilometre, in the instance's objective, at least 0
 */
public record Envy(double beyondMetres, double weight) {
  /** No price. */
  public static final Envy NONE = new Envy(0, 0);

  public Envy {
    if (!(beyondMetres >= 0) || !(weight >= 0)) {
      throw new IllegalArgumentException("envy beyond " + beyondMetres + " m, weight " + weight);
    }
  }

  double price(int demand, double metres) {
    double kilometres = Math.max(0, metres - beyondMetres) / 1000;
    return demand * weight * kilometres * kilometres;
  }
}
