package org.xuewei.planner.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.xuewei.data.model.Demand;
import org.xuewei.data.model.DemandPoint;
import org.xuewei.data.model.GradeBand;
import org.xuewei.data.model.LonLat;
import org.xuewei.data.model.Scenario;
import org.xuewei.data.model.Stage;
import org.xuewei.data.standard.Standard;
import org.xuewei.planner.SmallCounty;

class PupilForecastTest {
  private static final Standard STANDARD = Standard.load("henan-2023");

  @Test
  void spreadsTheStagesShareEvenlyOverItsGrades() {
    Demand demand = PupilForecast.of(points(1000), scenario(0), STANDARD);
    // 80 primary and 40 junior pupils per 1,000 residents
    assertThat(demand.pupils(0, GradeBand.G1_3, 2024)).isEqualTo(40);
    assertThat(demand.pupils(0, GradeBand.G4_6, 2024)).isEqualTo(40);
    assertThat(demand.pupils(0, GradeBand.G7_9, 2024)).isEqualTo(40);
  }

  @Test
  void growsEvenlyToTheGrowthYearAndStaysLevel() {
    Demand demand = PupilForecast.of(points(10_000), scenario(0.15), STANDARD);
    assertThat(demand.total(Stage.PRIMARY, 2024)).isEqualTo(800);
    assertThat(demand.total(Stage.PRIMARY, 2027)).isEqualTo(860); // 800 x 1.075
    assertThat(demand.total(Stage.PRIMARY, 2030)).isEqualTo(920);
    assertThat(demand.total(Stage.PRIMARY, 2040)).isEqualTo(920);
    assertThat(demand.lastYear()).isEqualTo(2040);
  }

  @Property(tries = 200)
  void losesNoPupilsByRounding(
      @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 0, max = 900) Integer> residents) {
    Demand demand =
        PupilForecast.of(
            points(residents.stream().mapToInt(Integer::intValue).toArray()),
            scenario(0.15),
            STANDARD);
    double exact = residents.stream().mapToInt(Integer::intValue).sum() * 0.040 * 1.15;
    int total = 0;
    for (int point = 0; point < residents.size(); point++) {
      int pupils = demand.pupils(point, GradeBand.G1_3, 2030);
      assertThat((double) pupils)
          .isBetween(residents.get(point) * 0.046 - 1, residents.get(point) * 0.046 + 1);
      total += pupils;
    }
    assertThat((double) total).isBetween(exact - 0.5001, exact + 0.5001);
  }

  private static Scenario scenario(double growth) {
    return SmallCounty.scenario(growth, 90, OptionalLong.empty());
  }

  private static List<DemandPoint> points(int... residents) {
    return java.util.stream.IntStream.range(0, residents.length)
        .mapToObj(
            k ->
                new DemandPoint(
                    "p" + k, "p" + k, SmallCounty.TOWN, new LonLat(114, 34), residents[k]))
        .toList();
  }
}
