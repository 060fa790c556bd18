package org.xuewei.geo.generate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.xuewei.data.model.District;
import org.xuewei.data.model.GradeBand;
import org.xuewei.data.model.Settlement;
import org.xuewei.data.model.Stage;
import org.xuewei.data.model.register.Cohort;
import org.xuewei.data.standard.Standard;

/**
 * Children of a district by the year in which they enter grade 1, and how many of them are there in
 * later years. The shape over the years is Henan's: enrolled first-graders, then births. The level
 * is the rule book's: pupils per 1,000 residents of a stage in the base year. On both lies noise of
 * stated size: one share for each cohort of a district (births), and one for each of its years
 * (migration). Immutable, thread-safe.
 */
final class CohortModel {
  private static final double BIRTHS_OF_SEVEN_YEARS_BEFORE = 1.0 / 3;

  private final int baseYear;
  private final int lastYear;
  private final Map<String, double[][]> presence = new HashMap<>();
  private final Map<String, double[]> births = new HashMap<>();
  private final int firstEntry;
  private final double[] intake;
  private final Map<Stage, Double> perResident = new HashMap<>();

  /**
   * @param settlementOfDistrict in the order in which noise is drawn
   * @param residents by settlement
   */
  CohortModel(
      Map<String, Settlement> settlementOfDistrict,
      Map<Settlement, Integer> residents,
      CountyOptions options,
      HenanFigures figures,
      Standard standard) {
    baseYear = figures.baseYear();
    lastYear = baseYear + options.years() - 1;
    firstEntry = baseYear - grades() + 1;
    intake = new double[lastYear - firstEntry + 1];
    NavigableMap<Integer, Double> bornIn = figures.byYear("births.byYear");
    NavigableMap<Integer, Double> enrolled = figures.byYear("firstGrade.enrolled.value");
    double pupilsPerBirth = figures.number("firstGrade.pupilsPerBirth");
    for (int entry = firstEntry; entry <= lastYear; entry++) {
      intake[entry - firstEntry] =
          entry <= enrolled.lastKey()
              ? between(enrolled, entry)
              : pupilsPerBirth * born(bornIn, entry);
    }
    for (Stage stage : Stage.values()) {
      double level =
          standard.decimal("demand.pupils_per_1000_residents." + stage.key() + ".value") / 1000;
      perResident.put(stage, level / intakeInBaseYear(stage));
    }
    double birthsNoise = figures.number("change.birthsNoise");
    double migrationNoise = figures.number("change.migrationNoise");
    Map<Settlement, Double> drift = drift(residents, figures);
    Dice dice = Dice.of(options.seed(), "cohorts");
    settlementOfDistrict.forEach(
        (district, settlement) -> {
          double trend = drift.getOrDefault(settlement, 0.0);
          double[] born = new double[intake.length];
          double[][] present = new double[intake.length][options.years()];
          for (int entry = 0; entry < intake.length; entry++) {
            born[entry] = 1 + dice.between(-birthsNoise, birthsNoise);
            double share = 1;
            for (int year = 0; year < options.years(); year++) {
              present[entry][year] = share;
              share *= 1 + trend + dice.between(-migrationNoise, migrationNoise);
            }
          }
          births.put(district, born);
          presence.put(district, present);
        });
  }

  private static int grades() {
    return GradeBand.G7_9.lastGrade();
  }

  private static double born(NavigableMap<Integer, Double> births, int entry) {
    return BIRTHS_OF_SEVEN_YEARS_BEFORE * ofYear(births, entry - 7)
        + (1 - BIRTHS_OF_SEVEN_YEARS_BEFORE) * ofYear(births, entry - 6);
  }

  private static double ofYear(NavigableMap<Integer, Double> births, int year) {
    return births.getOrDefault(year, births.lastEntry().getValue());
  }

  private static double between(NavigableMap<Integer, Double> figures, int year) {
    var low = figures.floorEntry(year);
    var high = figures.ceilingEntry(year);
    if (low == null || high == null) {
      throw new IllegalArgumentException("no figures around " + year);
    }
    int span = high.getKey() - low.getKey();
    double part = span == 0 ? 0 : (year - low.getKey()) / (double) span;
    return low.getValue() + part * (high.getValue() - low.getValue());
  }

  private double intakeInBaseYear(Stage stage) {
    double sum = 0;
    for (GradeBand band : stage.bands()) {
      for (int grade = band.firstGrade(); grade <= band.lastGrade(); grade++) {
        sum += intake[baseYear - grade + 1 - firstEntry];
      }
    }
    return sum;
  }

  /** What the villages and township seats lose, the county seat gains. */
  private static Map<Settlement, Double> drift(
      Map<Settlement, Integer> residents, HenanFigures figures) {
    double rural = figures.number("change.ruralCohortsAYear");
    double town = figures.number("change.townCohortsAYear");
    double lost =
        rural * residents.getOrDefault(Settlement.RURAL, 0)
            + town * residents.getOrDefault(Settlement.TOWN, 0);
    double urban = -lost / Math.max(1, residents.getOrDefault(Settlement.URBAN, 0));
    return Map.of(Settlement.RURAL, rural, Settlement.TOWN, town, Settlement.URBAN, urban);
  }

  int baseYear() {
    return baseYear;
  }

  int lastYear() {
    return lastYear;
  }

  int firstEntry() {
    return firstEntry;
  }

  /** The district's cohort over the figure for it: 1 with noise. */
  double birthsNoise(String districtId, int entryYear) {
    return row(births, districtId)[entryYear - firstEntry];
  }

  /** Children of a cohort in a year for each of the base year. */
  double presence(String districtId, int entryYear, int year) {
    return row(presence, districtId)[entryYear - firstEntry][year - baseYear];
  }

  /** Pupils of one grade for each resident of the district. */
  double pupilsPerResident(String districtId, int grade, int year) {
    int entry = year - grade + 1;
    Stage stage = grade <= GradeBand.G4_6.lastGrade() ? Stage.PRIMARY : Stage.JUNIOR;
    return expectedPerResident(stage, entry)
        * birthsNoise(districtId, entry)
        * presence(districtId, entry, year);
  }

  /** Pupils of a cohort for each resident, before noise and migration. */
  double expectedPerResident(Stage stage, int entryYear) {
    return perResident.getOrDefault(stage, 0.0) * intake[entryYear - firstEntry];
  }

  double pupilsPerResident(String districtId, GradeBand band, int year) {
    double sum = 0;
    for (int grade = band.firstGrade(); grade <= band.lastGrade(); grade++) {
      sum += pupilsPerResident(districtId, grade, year);
    }
    return sum;
  }

  /** Children of every district and year of entry. */
  List<Cohort> cohorts(List<District> districts) {
    List<Cohort> cohorts = new ArrayList<>();
    for (District district : districts) {
      for (int entry = firstEntry; entry <= lastYear; entry++) {
        double expected = district.residents() * expectedPerResident(Stage.PRIMARY, entry);
        cohorts.add(
            new Cohort(
                district.id(),
                entry,
                (int) Math.round(expected),
                (int) Math.round(expected * birthsNoise(district.id(), entry))));
      }
    }
    return cohorts;
  }

  private static <T> T row(Map<String, T> rows, String districtId) {
    T row = rows.get(districtId);
    if (row == null) {
      throw new IllegalArgumentException("no district " + districtId);
    }
    return row;
  }

  /** Shares of the grades of a band in a year, the whole county's. */
  List<Double> gradeShares(GradeBand band, int year) {
    List<Double> shares = new ArrayList<>();
    for (int grade = band.firstGrade(); grade <= band.lastGrade(); grade++) {
      shares.add(intake[year - grade + 1 - firstEntry]);
    }
    return shares;
  }
}
