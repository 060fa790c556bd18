package org.xuewei.planner.forecast;

import java.util.List;
import org.xuewei.data.model.Demand;
import org.xuewei.data.model.DemandPoint;
import org.xuewei.data.model.GradeBand;
import org.xuewei.data.model.Scenario;
import org.xuewei.data.model.Stage;
import org.xuewei.data.standard.Standard;

/**
 * Pupils from residents: the rule book's pupils per 1,000 residents, even over the grades of a
 * stage, changed by the scenario's growth. Growth is even from the base year to the growth year and
 * level after it. An estimate for places without enrolment figures (千人指标法); source of the share:
 * {@code demand.pupils_per_1000_residents}.
 *
 * <p>Pupils are whole: the running total over the points is rounded, so that the sum over all
 * points of a band and year is within one half of the exact sum and no point is off by more than
 * one.
 */
public final class PupilForecast {
  /** Years after the last planning year in which rules are still evaluated. */
  private static final int YEARS_AFTER_HORIZON = 10;

  private PupilForecast() {}

  /** Pupils from the scenario's base year to ten years after its last planning year. */
  public static Demand of(List<DemandPoint> points, Scenario scenario, Standard standard) {
    int firstYear = scenario.baseYear();
    List<Integer> planningYears = scenario.planningYears();
    int lastYear = planningYears.get(planningYears.size() - 1) + YEARS_AFTER_HORIZON;
    int years = lastYear - firstYear + 1;
    int[][][] pupils = new int[points.size()][GradeBand.values().length][years];
    for (Stage stage : Stage.values()) {
      double stageShare =
          standard.decimal("demand.pupils_per_1000_residents." + stage.key() + ".value") / 1000;
      for (GradeBand band : stage.bands()) {
        double bandShare = stageShare * band.grades() / stage.grades();
        for (int year = firstYear; year <= lastYear; year++) {
          double share = bandShare * growthFactor(scenario, year);
          long residentsSoFar = 0;
          long pupilsSoFar = 0;
          for (int point = 0; point < points.size(); point++) {
            residentsSoFar += points.get(point).residents();
            long rounded = Math.round(residentsSoFar * share);
            pupils[point][band.ordinal()][year - firstYear] =
                Math.toIntExact(rounded - pupilsSoFar);
            pupilsSoFar = rounded;
          }
        }
      }
    }
    return new Demand(points.stream().map(DemandPoint::id).toList(), firstYear, lastYear, pupils);
  }

  private static double growthFactor(Scenario scenario, int year) {
    int span = scenario.demand().growthYear() - scenario.baseYear();
    double elapsed = span <= 0 ? 1 : Math.min(1, (year - scenario.baseYear()) / (double) span);
    return 1 + scenario.demand().growthShare() * elapsed;
  }
}
