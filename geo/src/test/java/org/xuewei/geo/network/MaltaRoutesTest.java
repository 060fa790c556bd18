package org.xuewei.geo.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.graphhopper.GHRequest;
import com.graphhopper.GHResponse;
import com.graphhopper.storage.NodeAccess;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.xuewei.data.model.DataIssues;
import org.xuewei.data.model.DemandPoint;
import org.xuewei.data.model.LonLat;
import org.xuewei.data.model.Progress;
import org.xuewei.data.model.TravelMatrix;
import org.xuewei.geo.network.WalkingNetwork.Gate;

/** The travel matrix against GraphHopper's own routing, on the sample map of Malta. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MaltaRoutesTest {
  private static final Path MALTA = Path.of("../data/samples/malta/malta-2018-08-27.osm.pbf");
  private static final int POINTS = 1000;
  private static final int SITES = 200;
  private static final int PAIRS = 1000;

  private final WalkingNetwork network = WalkingNetwork.open(MALTA, Progress.SILENT);

  @AfterAll
  void close() {
    network.close();
  }

  @Test
  void agreesWithGraphHopperOnAThousandPairs() {
    Random random = new Random(20261124);
    List<DemandPoint> points = points(random);
    List<Gate> sites = sites(random);
    TravelMatrix travel = network.travel(points, sites, 5_000, new DataIssues(), Progress.SILENT);
    assertThat(travel.pairs()).isGreaterThan(10 * PAIRS);

    for (int pair = 0; pair < PAIRS; pair++) {
      int entry = random.nextInt(travel.pairs());
      int point = pointOf(entry, travel);
      LonLat from = points.get(point).location();
      LonLat to = sites.get(travel.site(entry)).location();
      assertThat((double) travel.metres(entry))
          .as("way %d, from %s to %s", pair, from, to)
          .isCloseTo(routeMetres(from, to), within(1.0));
    }
  }

  @Test
  void keepsBothIslandsButNoWayBetweenThem() {
    LonLat valletta = new LonLat(14.5125, 35.8985);
    LonLat victoriaOnGozo = new LonLat(14.2390, 36.0440);
    List<DemandPoint> points =
        List.of(
            new DemandPoint("valletta", "s", "d", valletta, 1),
            new DemandPoint("victoria", "s", "d", victoriaOnGozo, 1));
    List<Gate> sites = List.of(new Gate("v", valletta), new Gate("g", victoriaOnGozo));

    TravelMatrix travel = network.travel(points, sites, 200_000, new DataIssues(), Progress.SILENT);

    assertThat(travel.metresBetween(0, 0)).isZero();
    assertThat(travel.metresBetween(1, 1)).isZero();
    assertThat(travel.metresBetween(0, 1)).isEqualTo(-1);
    assertThat(travel.metresBetween(1, 0)).isEqualTo(-1);
  }

  @Test
  void isTheSameMatrixFromAFreshNetwork() {
    Random random = new Random(7);
    List<DemandPoint> points = points(random);
    List<Gate> sites = sites(random);
    TravelMatrix first = network.travel(points, sites, 2000, new DataIssues(), Progress.SILENT);
    try (WalkingNetwork other = WalkingNetwork.open(MALTA, Progress.SILENT)) {
      assertThat(other.travel(points, sites, 2000, new DataIssues(), Progress.SILENT))
          .isEqualTo(first);
    }
  }

  private double routeMetres(LonLat from, LonLat to) {
    GHResponse response =
        network
            .graphHopper()
            .route(
                new GHRequest(from.lat(), from.lon(), to.lat(), to.lon())
                    .setProfile(WalkingProfile.NAME));
    assertThat(response.getErrors()).isEmpty();
    return response.getBest().getDistance();
  }

  private List<DemandPoint> points(Random random) {
    return IntStream.range(0, POINTS)
        .mapToObj(k -> new DemandPoint("p" + k, "source", "district", placeNearRoad(random), 1))
        .toList();
  }

  private List<Gate> sites(Random random) {
    return IntStream.range(0, SITES)
        .mapToObj(k -> new Gate("s" + k, placeNearRoad(random)))
        .toList();
  }

  /** Within about 100 m of a random crossing. */
  private LonLat placeNearRoad(Random random) {
    NodeAccess nodes = network.graphHopper().getBaseGraph().getNodeAccess();
    int node = random.nextInt(network.graphHopper().getBaseGraph().getNodes());
    return new LonLat(
        nodes.getLon(node) + 0.002 * (random.nextDouble() - 0.5),
        nodes.getLat(node) + 0.002 * (random.nextDouble() - 0.5));
  }

  private static int pointOf(int entry, TravelMatrix travel) {
    int point = 0;
    while (travel.rowStart(point + 1) <= entry) {
      point++;
    }
    return point;
  }
}
