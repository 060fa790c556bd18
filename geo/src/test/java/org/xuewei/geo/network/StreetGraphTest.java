package org.xuewei.geo.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.xuewei.data.model.Progress;
import org.xuewei.data.model.TravelMatrix;
import org.xuewei.data.model.TravelMatrix.MissingReason;
import org.xuewei.geo.network.StreetGraph.Stop;
import org.xuewei.geo.network.StreetGraph.Street;

/** A square 0-1-2-3 of 100 m with a lane of 250.4 m to 4, and 5-6 apart from it. */
final class StreetGraphTest {
  private static final List<Street> STREETS =
      List.of(
          new Street(0, 1, 100),
          new Street(1, 2, 100),
          new Street(2, 3, 100),
          new Street(3, 0, 130),
          new Street(2, 4, 250.4),
          new Street(5, 6, 50));

  @Test
  void distancesAreShortestWaysRoundedUpWithinTheLimit() {
    try (StreetGraph graph = StreetGraph.of(STREETS)) {
      TravelMatrix travel =
          graph.travel(
              List.of(new Stop("a", 0), new Stop("b", 4), new Stop("c", 4), new Stop("d", 6)),
              List.of(new Stop("near", 2), new Stop("far", 3)),
              260,
              Progress.SILENT);
      assertThat(travel.metresBetween(0, 0)).isEqualTo(200);
      assertThat(travel.metresBetween(0, 1)).isEqualTo(130);
      assertThat(travel.metresBetween(1, 0)).isEqualTo(251);
      assertThat(travel.metresBetween(1, 1)).isEqualTo(-1);
      assertThat(travel.metresBetween(2, 0)).isEqualTo(251);
      assertThat(travel.missingReason(3)).contains(MissingReason.OTHER_COMPONENT);
    }
  }

  @Test
  void pointBeyondTheLimitIsNotApart() {
    try (StreetGraph graph = StreetGraph.of(STREETS)) {
      TravelMatrix travel =
          graph.travel(List.of(new Stop("b", 4)), List.of(new Stop("s", 0)), 300, Progress.SILENT);
      assertThat(travel.missingReason(0)).contains(MissingReason.BEYOND_LIMIT);
    }
  }

  @Test
  void shortestWayNamesItsNodes() {
    try (StreetGraph graph = StreetGraph.of(STREETS)) {
      assertThat(graph.shortestWay(0, 4)).containsExactly(0, 1, 2, 4);
      assertThat(graph.shortestWay(0, 6)).isEmpty();
    }
  }
}
