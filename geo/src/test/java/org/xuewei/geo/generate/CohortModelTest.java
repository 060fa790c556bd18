package org.xuewei.geo.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xuewei.data.model.GradeBand;
import org.xuewei.data.model.Settlement;
import org.xuewei.data.model.Stage;
import org.xuewei.data.standard.Standard;

final class CohortModelTest {
  private static final Map<String, Settlement> DISTRICTS =
      Map.of("rural-001", Settlement.RURAL, "urban-001", Settlement.URBAN);

  private final CohortModel cohorts =
      new CohortModel(
          DISTRICTS,
          Map.of(Settlement.URBAN, 100_000, Settlement.RURAL, 200_000),
          CountyOptions.of(9),
          HenanFigures.load(),
          Standard.load("henan-2023"));

  @Test
  void birthsDifferFromTheFigureByAtMostThreePercent() {
    for (String district : DISTRICTS.keySet()) {
      for (int entry = cohorts.firstEntry(); entry <= cohorts.lastYear(); entry++) {
        assertThat(cohorts.birthsNoise(district, entry)).isCloseTo(1, within(0.03));
      }
    }
  }

  @Test
  void cohortsMoveByAtMostOnePercentAYearBesideTheTrend() {
    for (int entry = cohorts.firstEntry(); entry <= cohorts.lastYear(); entry++) {
      for (int year = cohorts.baseYear() + 1; year <= cohorts.lastYear(); year++) {
        double change =
            cohorts.presence("rural-001", entry, year)
                / cohorts.presence("rural-001", entry, year - 1);
        assertThat(change).isCloseTo(1 - 0.015, within(0.01));
      }
    }
  }

  @Test
  void nobodyHasMovedInTheBaseYear() {
    assertThat(cohorts.presence("urban-001", 2020, cohorts.baseYear())).isEqualTo(1);
  }

  /** 2028: a third of the births of 2021 and two thirds of 2022, 79.3 and 73.3; 2023: 148.95. */
  @Test
  void childrenOfLaterYearsFollowFromBirths() {
    double ratio =
        cohorts.expectedPerResident(Stage.PRIMARY, 2028)
            / cohorts.expectedPerResident(Stage.PRIMARY, 2023);
    assertThat(ratio).isCloseTo(1.06 * (79.3 / 3 + 73.3 * 2 / 3) / 148.95, within(1e-9));
  }

  @Test
  void aGradeMovesUpWithItsCohort() {
    double first = cohorts.pupilsPerResident("urban-001", 1, 2026);
    double second = cohorts.pupilsPerResident("urban-001", 2, 2027);
    double moved =
        cohorts.presence("urban-001", 2026, 2027) / cohorts.presence("urban-001", 2026, 2026);
    assertThat(second).isCloseTo(first * moved, within(1e-12));
    assertThat(cohorts.gradeShares(GradeBand.G7_9, 2025)).hasSize(3);
  }
}
