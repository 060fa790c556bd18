package org.xuewei.geo.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.xuewei.data.model.DataIssues;
import org.xuewei.data.model.DemandPoint;
import org.xuewei.data.model.LonLat;
import org.xuewei.data.model.Progress;
import org.xuewei.data.model.TravelMatrix;
import org.xuewei.data.model.TravelMatrix.MissingReason;
import org.xuewei.geo.network.WalkingNetwork.Gate;
import org.xuewei.geo.world.ChessboardTown;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WalkingNetworkTest {
  private static final Gate CASTLE = new Gate("castle", ChessboardTown.castlePrimaryGate());
  private static final Gate KNIGHT = new Gate("knight", ChessboardTown.knightJuniorGate());

  private final WalkingNetwork network;

  WalkingNetworkTest(@TempDir Path folder) throws IOException {
    network = WalkingNetwork.open(ChessboardTown.write(folder), Progress.SILENT);
  }

  @AfterAll
  void close() {
    network.close();
  }

  @Test
  void measuresStreetsBlockByBlock() {
    TravelMatrix travel =
        walk(
            List.of(
                ChessboardTown.rookCourt(),
                ChessboardTown.bishopGardens(),
                ChessboardTown.queenEstate()),
            List.of(CASTLE, KNIGHT),
            5000);

    assertThat(travel.metresBetween(0, 0)).isEqualTo(ChessboardTown.ROOK_COURT_TO_CASTLE_METRES);
    assertThat(travel.metresBetween(1, 0))
        .isEqualTo(ChessboardTown.BISHOP_GARDENS_TO_CASTLE_METRES);
    assertThat(travel.metresBetween(2, 1)).isEqualTo(ChessboardTown.QUEEN_ESTATE_TO_KNIGHT_METRES);
    // (850,400) to (350,300): 500 west, 100 south
    assertThat(travel.metresBetween(2, 0)).isEqualTo(600);
    // nearest first: Knight 300, Castle 600
    assertThat(travel.site(travel.rowStart(2))).isEqualTo(1);
  }

  @Test
  void goesRoundTheMeadow() {
    // (700,0) and (700,300) are 300 m apart, but the block from y 100 to 200 has no street:
    // 100 north, 100 west, 100 north, 100 east, 100 north
    TravelMatrix travel =
        walk(
            List.of(ChessboardTown.at(700, 0)),
            List.of(new Gate("s", ChessboardTown.at(700, 300))),
            5000);

    assertThat(travel.metresBetween(0, 0)).isEqualTo(500);
  }

  @Test
  void walksOneWayLanesInTheirDirection() {
    LonLat lane = ChessboardTown.pawnLane();
    LonLat corner = ChessboardTown.at(0, 800);
    TravelMatrix travel =
        walk(
            List.of(lane, corner),
            List.of(new Gate("corner", corner), new Gate("lane", lane)),
            5000);

    // from (0,850) on: 50 to (0,900), 100 east, 100 south, 100 west
    assertThat(travel.metresBetween(0, 0)).isEqualTo(350);
    assertThat(travel.metresBetween(1, 1)).isEqualTo(50);
  }

  @Test
  void doesNotSetOutFromALostPath() {
    // 5 m from Lost Path, 45 m from the street y = 500, which counts: (555,500) to (550,300)
    // is 45 + 200 + 50
    TravelMatrix travel =
        walk(
            List.of(ChessboardTown.at(555, 545)),
            List.of(new Gate("s", ChessboardTown.at(550, 300))),
            5000);

    assertThat(travel.metresBetween(0, 0)).isEqualTo(295);
  }

  @Test
  void tellsWhyNoSiteIsReached() {
    TravelMatrix travel =
        walk(
            List.of(
                ChessboardTown.rookCourt(),
                ChessboardTown.islandCottages(),
                ChessboardTown.at(500, -501),
                ChessboardTown.at(500, -499),
                new LonLat(-70, 80)),
            List.of(CASTLE),
            399);

    assertThat(reasons(travel))
        .containsExactly(
            MissingReason.BEYOND_LIMIT,
            MissingReason.OTHER_COMPONENT,
            MissingReason.NO_ROAD_NEARBY,
            MissingReason.BEYOND_LIMIT,
            MissingReason.NO_ROAD_NEARBY);
  }

  @Test
  void keepsAPairAtTheLimitAndDropsOneAboveIt() {
    List<LonLat> rookCourt = List.of(ChessboardTown.rookCourt());

    assertThat(walk(rookCourt, List.of(CASTLE), 400).pairs()).isEqualTo(1);
    assertThat(walk(rookCourt, List.of(CASTLE), 399).pairs()).isZero();
  }

  @Test
  void closesTheFerry() {
    TravelMatrix travel =
        walk(
            List.of(ChessboardTown.islandCottages()),
            List.of(CASTLE, new Gate("isle", ChessboardTown.at(1800, 150))),
            100_000);

    // the island's own school: 50 + 300 + 50; Castle would be 150 m and the ferry away
    assertThat(travel.pairs()).isEqualTo(1);
    assertThat(travel.metresBetween(0, 1)).isEqualTo(400);
  }

  @Test
  void countsGatesWithoutARoad() {
    DataIssues issues = new DataIssues();
    TravelMatrix travel =
        network.travel(
            points(List.of(ChessboardTown.rookCourt())),
            List.of(new Gate("lost", ChessboardTown.at(500, -800)), CASTLE),
            2000,
            issues,
            Progress.SILENT);

    assertThat(travel.siteIds()).containsExactly("lost", "castle");
    assertThat(travel.metresBetween(0, 0)).isEqualTo(-1);
    assertThat(travel.metresBetween(0, 1)).isEqualTo(400);
    assertThat(issues.countByCode()).containsExactly(Map.entry("gate-without-road", 1));
  }

  @Test
  void givesEmptyRowsWithoutSites() {
    TravelMatrix travel = walk(List.of(ChessboardTown.rookCourt()), List.of(), 2000);

    assertThat(reasons(travel)).containsExactly(MissingReason.OTHER_COMPONENT);
  }

  private TravelMatrix walk(List<LonLat> places, List<Gate> sites, int limitMetres) {
    return network.travel(points(places), sites, limitMetres, new DataIssues(), Progress.SILENT);
  }

  private static List<DemandPoint> points(List<LonLat> places) {
    return IntStream.range(0, places.size())
        .mapToObj(k -> new DemandPoint("p" + k, "source", "district", places.get(k), 1))
        .toList();
  }

  private static List<MissingReason> reasons(TravelMatrix travel) {
    return IntStream.range(0, travel.pointIds().size())
        .mapToObj(point -> travel.missingReason(point).orElseThrow())
        .toList();
  }
}
