package org.xuewei.planner.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.xuewei.data.model.PlacementProblem.Size;
import org.xuewei.data.model.Settlement;
import org.xuewei.data.model.Stage;
import org.xuewei.data.standard.Standard;

class CostModelTest {
  private final CostModel costs = new CostModel(Standard.load("henan-2023"), Stage.PRIMARY);

  @Test
  void annuityRepaysTheLoan() {
    double payment = CostModel.annuity(0.035, 40);
    double debt = 1;
    for (int year = 0; year < 40; year++) {
      debt = debt * 1.035 - payment;
    }
    assertThat(debt).isCloseTo(0, within(1e-9));
    assertThat(CostModel.annuity(0, 40)).isEqualTo(1 / 40.0);
  }

  @Test
  void newSchoolPaysBuildingLandAndRunning() {
    Size size = costs.built(24, Settlement.URBAN);
    // 24 x 45 = 1,080 pupils; 7.9 m2 floor at 3,200 and 20 m2 land at 1,500 each
    long capital = Math.round(1080 * (7.9 * 3200 + 20 * 1500));
    assertThat(size.capitalYuan()).isEqualTo(capital);
    assertThat(size.yuanPerYear())
        .isEqualTo(Math.round(capital * CostModel.annuity(0.035, 40)) + 24 * 420_000L + 600_000L);
  }

  @Test
  void extensionPaysForTheAddedClassesOnly() {
    Size size = costs.extended(12, 18);
    // 6 x 45 = 270 pupils at the norm of an 18-class school, 8.3 m2, 2,800 yuan
    assertThat(size.classes()).isEqualTo(18);
    assertThat(size.capitalYuan()).isEqualTo(Math.round(270 * 8.3 * 2800));
  }

  @Test
  void floorNormIsThatOfTheNextSmallerModule() {
    long ofTwelve = costs.extended(12, 13).capitalYuan();
    assertThat(costs.extended(4, 5).capitalYuan())
        .isEqualTo(ofTwelve); // below the table: its first
    assertThat(ofTwelve).isEqualTo(Math.round(45 * 10.0 * 2800));
  }

  @Test
  void wayIsDearerBeyondTheServiceRadius() {
    // urban: 400 trips a year, 2 yuan a km, and 6 more beyond 500 m
    assertThat(costs.wayYuan(10, 500, Settlement.URBAN)).isEqualTo(10 * 400);
    assertThat(costs.wayYuan(10, 1500, Settlement.URBAN)).isEqualTo(10 * (1200 + 2400));
    // rural: radius 2,000 m
    assertThat(costs.wayYuan(10, 1500, Settlement.RURAL)).isEqualTo(10 * 1200);
    assertThat(costs.wayYuan(10, 1500, Settlement.TOWN)).isEqualTo(10 * 1200);
  }
}
