package org.xuewei.geo.generate;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.xuewei.data.model.Settlement;
import org.xuewei.data.standard.Standard;
import org.xuewei.geo.osm.LargestRemainder;

/**
 * How many of everything a county has.
 *
 * @param seats county seats, each a town of its own
 * @param residents by settlement
 * @param points demand points by settlement
 * @param schools by settlement
 * @param candidates by settlement
 */
record CountyCounts(
    int seats,
    int townships,
    Map<Settlement, Integer> residents,
    Map<Settlement, Integer> points,
    Map<Settlement, Integer> schools,
    Map<Settlement, Integer> candidates) {
  /** A central primary and a junior school in the seat of every township. */
  static final int SCHOOLS_PER_TOWN = 2;

  private static final int URBAN_SCHOOLS_PER_SEAT_AT_LEAST = 3;

  /** Pupils of the largest school by the rule book that the mean school of a town may have. */
  private static final double MEAN_OF_LARGEST_SCHOOL = 0.65;

  static CountyCounts of(CountyOptions options, HenanFigures figures, Standard standard) {
    int schools =
        options
            .pairing()
            .map(CountyOptions.Pairing::schools)
            .orElse((int) (options.sites() * figures.number("schools.shareOfSites")));
    double residents =
        Math.min(
            options.points() * figures.number("population.residentsPerPointAtMost"),
            schools * figures.number("population.residentsPerSchool"));
    int seats =
        options.pairing().isPresent()
            ? 1
            : atLeast(1, residents / figures.number("population.residentsPerSeat"));
    int townships =
        options
            .pairing()
            .map(CountyOptions.Pairing::townships)
            .orElse(
                atLeast(2 * seats, residents / figures.number("population.residentsPerTownship")));
    int urbanSchools =
        options
            .pairing()
            .map(CountyOptions.Pairing::leads)
            .orElse(
                atLeast(
                    URBAN_SCHOOLS_PER_SEAT_AT_LEAST * seats,
                    schools * figures.number("schools.urbanShare")));
    Map<Settlement, Integer> schoolsBySettlement =
        bySettlement(
            urbanSchools,
            SCHOOLS_PER_TOWN * townships,
            schools - urbanSchools - SCHOOLS_PER_TOWN * townships);
    Map<Settlement, Integer> residentsBySettlement =
        residents(residents, urbanSchools, townships, figures, standard);
    return new CountyCounts(
        seats,
        townships,
        residentsBySettlement,
        divided(options.points(), residentsBySettlement),
        schoolsBySettlement,
        candidates(options.sites() - schools, figures));
  }

  private static Map<Settlement, Integer> residents(
      double total, int urbanSchools, int townships, HenanFigures figures, Standard standard) {
    double perSchool =
        MEAN_OF_LARGEST_SCHOOL
            * standard.integer("school_size.primary.max_pupils")
            / (standard.decimal("demand.pupils_per_1000_residents.primary.value") / 1000);
    double urban = total * figures.number("population.urbanShare");
    double town = total * figures.number("population.urbanAndTownShare") - urban;
    return bySettlement(
        (int) Math.min(urban, urbanSchools * perSchool),
        (int) Math.min(town, townships * perSchool),
        (int) (total - urban - town));
  }

  private static Map<Settlement, Integer> candidates(int total, HenanFigures figures) {
    double urban = figures.number("schools.candidatesUrbanShare");
    double town = figures.number("schools.candidatesTownShare");
    int[] parts = LargestRemainder.divide(total, List.of(urban, town, 1 - urban - town));
    return bySettlement(parts[0], parts[1], parts[2]);
  }

  private static Map<Settlement, Integer> divided(int total, Map<Settlement, Integer> weights) {
    int[] parts =
        LargestRemainder.divide(
            total, weights.values().stream().map(Integer::doubleValue).toList());
    return bySettlement(parts[0], parts[1], parts[2]);
  }

  private static Map<Settlement, Integer> bySettlement(int urban, int town, int rural) {
    Map<Settlement, Integer> map = new EnumMap<>(Settlement.class);
    map.put(Settlement.URBAN, urban);
    map.put(Settlement.TOWN, town);
    map.put(Settlement.RURAL, rural);
    return map;
  }

  private static int atLeast(int least, double number) {
    return Math.max(least, (int) Math.round(number));
  }

  int sites(Settlement settlement) {
    return count(schools, settlement) + count(candidates, settlement);
  }

  int residentsOf(Settlement settlement) {
    return count(residents, settlement);
  }

  int pointsOf(Settlement settlement) {
    return count(points, settlement);
  }

  int schoolsOf(Settlement settlement) {
    return count(schools, settlement);
  }

  int candidatesOf(Settlement settlement) {
    return count(candidates, settlement);
  }

  private static int count(Map<Settlement, Integer> counts, Settlement settlement) {
    return counts.getOrDefault(settlement, 0);
  }
}
