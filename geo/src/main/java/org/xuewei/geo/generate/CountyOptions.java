package org.xuewei.geo.generate;

import java.util.Optional;
import org.xuewei.data.model.InputException;

/**
 * What a made-up county is to have. Equal options give equal counties.
 *
 * @param place identifier and place on the map
 * @param points demand points in all
 * @param sites schools and candidate sites together
 * @param years calendar years of demand from the base year on
 * @param pairing exact numbers of schools by settlement, for problems of pairing
 * @param limitMetres walking distances are measured as far as this
 */
public record CountyOptions(
    Place place,
    long seed,
    int points,
    int sites,
    int years,
    Optional<Pairing> pairing,
    int limitMetres) {
  public static final int DEFAULT_POINTS = 1200;
  public static final int DEFAULT_SITES = 150;
  public static final int DEFAULT_YEARS = 16;
  public static final int DEFAULT_LIMIT_METRES = 3000;

  /** Each site has at least so many demand points on average. */
  static final int POINTS_PER_SITE_AT_LEAST = 3;

  private static final int LEAST_POINTS = 100;
  private static final int MOST_POINTS = 200_000;
  private static final int LEAST_SITES = 16;
  private static final int MOST_SITES = 10_000;
  private static final int POINTS_PER_SITE = DEFAULT_POINTS / DEFAULT_SITES;

  /**
   * @throws InputException naming the option that is outside its range
   */
  public CountyOptions {
    within("--points", points, LEAST_POINTS, MOST_POINTS);
    within("--sites", sites, LEAST_SITES, MOST_SITES);
    within("--years", years, 1, 30);
    within("--limit-metres", limitMetres, 500, 100_000);
    if (points < POINTS_PER_SITE_AT_LEAST * sites) {
      throw new InputException(
          "--points is %d, expected at least %d for each of the %d sites: %d"
              .formatted(
                  points, POINTS_PER_SITE_AT_LEAST, sites, POINTS_PER_SITE_AT_LEAST * sites));
    }
    if (pairing.isPresent() && sites < pairing.get().sitesAtLeast()) {
      throw new InputException(
          "--sites is %d, expected at least %d for the schools of --pairing %s and candidates beside them"
              .formatted(sites, pairing.get().sitesAtLeast(), pairing.get()));
    }
  }

  /** The county of a seed with the usual numbers. */
  public static CountyOptions of(long seed) {
    return new CountyOptions(
        Place.alone(seed),
        seed,
        DEFAULT_POINTS,
        DEFAULT_SITES,
        DEFAULT_YEARS,
        Optional.empty(),
        DEFAULT_LIMIT_METRES);
  }

  /** The county of a seed; what is not given is as usual, or as the pairing needs it. */
  public static CountyOptions of(
      long seed,
      Optional<Integer> points,
      Optional<Integer> sites,
      int years,
      Optional<Pairing> pairing,
      int limitMetres) {
    int usualSites = pairing.map(Pairing::usualSites).orElse(DEFAULT_SITES);
    int sitesOrUsual = sites.orElse(Math.max(DEFAULT_SITES, usualSites));
    int usualPoints = Math.max(DEFAULT_POINTS, POINTS_PER_SITE * sitesOrUsual);
    return new CountyOptions(
        Place.alone(seed),
        seed,
        points.orElse(usualPoints),
        sitesOrUsual,
        years,
        pairing,
        limitMetres);
  }

  public CountyOptions withNumbers(int newPoints, int newSites, int newYears) {
    return new CountyOptions(place, seed, newPoints, newSites, newYears, pairing, limitMetres);
  }

  static int sitesNear(double number) {
    return (int) Math.round(Math.min(MOST_SITES, Math.max(LEAST_SITES, number)));
  }

  static int pointsNear(double number, int sites) {
    double least = Math.max(LEAST_POINTS, POINTS_PER_SITE_AT_LEAST * sites);
    return (int) Math.round(Math.min(MOST_POINTS, Math.max(least, number)));
  }

  static void within(String option, int number, int least, int most) {
    if (number < least || number > most) {
      throw new InputException(
          "%s is %d, expected a whole number from %d to %d".formatted(option, number, least, most));
    }
  }

  /**
   * @param id identifier of the dataset
   * @param cell place on the map of a province, counted from 0; counties of different cells do not
   *     overlap while they have the usual size
   */
  public record Place(String id, int cell) {
    static Place alone(long seed) {
      return new Place("synthetic-" + seed, 0);
    }
  }

  /**
   * Numbers for 1+1+N: every urban school can lead.
   *
   * @param leads urban schools
   * @param townships townships, each with a central primary and a junior school in its seat
   * @param ruralSchools schools in villages
   */
  public record Pairing(int leads, int townships, int ruralSchools) {
    /**
     * @throws InputException naming the number that is outside its range
     */
    public Pairing {
      within("--pairing, urban lead schools", leads, 3, 1000);
      within("--pairing, townships", townships, 2, 400);
      within("--pairing, rural schools", ruralSchools, townships, 5000);
    }

    int schools() {
      return leads + CountyCounts.SCHOOLS_PER_TOWN * townships + ruralSchools;
    }

    int usualSites() {
      return (schools() * 4 + 2) / 3;
    }

    int sitesAtLeast() {
      return schools() + Math.max(3, schools() / 20);
    }

    @Override
    public String toString() {
      return leads + "," + townships + "," + ruralSchools;
    }
  }
}
