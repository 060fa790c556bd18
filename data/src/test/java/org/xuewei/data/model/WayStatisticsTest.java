package org.xuewei.data.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.xuewei.data.model.WayStatistics.Walk;

class WayStatisticsTest {
  /** Three walk 100 m and one 500 m: mean 200, variance (3 x 100² + 300²) / 4 = 30,000. */
  @Test
  void threeNearAndOneFar() {
    WayStatistics ways = WayStatistics.of(List.of(new Walk(1, 500), new Walk(3, 100)));
    assertThat(ways.meanMetres()).isEqualTo(200);
    assertThat(ways.standardDeviationMetres()).isCloseTo(Math.sqrt(30_000), within(1e-9));
    assertThat(ways.greatestMetres()).isEqualTo(500);
    assertThat(ways.gini()).isCloseTo(2 * 3 * 400 / (2 * 16 * 200.0), within(1e-12));
  }

  @Test
  void equalWaysHaveNoSpread() {
    WayStatistics ways = WayStatistics.of(List.of(new Walk(7, 300), new Walk(2, 300)));
    assertThat(ways).isEqualTo(new WayStatistics(300, 0, 300, 0));
  }

  @Test
  void nobodyOnTheWayHasNoWay() {
    assertThat(WayStatistics.of(List.of(new Walk(0, 900))))
        .isEqualTo(new WayStatistics(0, 0, 0, 0));
  }

  @Test
  void refusesNegativeAndUnknownWays() {
    assertThatThrownBy(() -> new Walk(1, -1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Walk(1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Walk(-1, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 100)
  void giniIsTheMeanDifferenceOfAllPairsOverTwiceTheMean(@ForAll @IntRange(max = 9_999) int seed) {
    Random random = new Random(seed);
    List<Walk> walks = new ArrayList<>();
    for (int k = 0; k <= random.nextInt(6); k++) {
      walks.add(new Walk(1 + random.nextInt(9), 1 + random.nextInt(3_000)));
    }
    double pupils = walks.stream().mapToInt(Walk::pupils).sum();
    double differences = 0;
    for (Walk one : walks) {
      for (Walk other : walks) {
        differences += one.pupils() * other.pupils() * Math.abs(one.metres() - other.metres());
      }
    }
    WayStatistics ways = WayStatistics.of(walks);
    assertThat(ways.gini())
        .isCloseTo(differences / (2 * pupils * pupils * ways.meanMetres()), within(1e-9));
  }
}
