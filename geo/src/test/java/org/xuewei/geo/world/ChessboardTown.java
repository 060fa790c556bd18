package org.xuewei.geo.world;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.xuewei.data.model.LonLat;

/**
 * A made-up town of 100 m blocks, so that every expected distance is arithmetic. Places are given
 * in metres: x to the east, y to the north of the town's south-west crossing. The town lies on the
 * equator, where a degree has the same length both ways on the sphere that GraphHopper measures on
 * ({@link #METRES_PER_DEGREE}); on the WGS 84 ellipsoid its areas are 0.5 % smaller.
 *
 * <pre>
 * y 900   ┌─┐ Pawn Lane: round the crossings (0,800) (0,900) (100,900) (100,800), one way for walkers
 *   800 ┌─┴─┴──────────┬─────────────┐
 *       │  West        │      East   │        streets every 100 m, x 0..1000, y 0..800;
 *       │  district    │   district  │        (700,100)-(700,200) is missing: Long Meadow
 *       │              │             │ strait  ┌───────┐ 500
 *     0 └──────────────┴─────────────┘ ~ferry~ │island │ x 1500..2000, joined by the ferry only
 *      x 0            500          1000        └───────┘ 0
 * </pre>
 *
 * <p>An unconnected path of one segment lies at x 550, y 540..560. Castle Primary School is mapped
 * twice: as an area and as a point inside it.
 */
public final class ChessboardTown {
  /** Length of a degree of a sphere of radius 6,371,000 m: 6371000 · π / 180. */
  public static final double METRES_PER_DEGREE = 111_194.926_644_558_74;

  /** Longitude of x = 0; the latitude of y = 0 is 0. */
  public static final double WEST_LON = 100;

  public static final String FILE_NAME = "chessboard-town.osm.pbf";
  public static final String DATA_DATE = "2020-01-01";

  public static final int WEST_RESIDENTS = 1200;
  public static final int EAST_RESIDENTS = 900;

  public static final long WEST_RELATION = 9001;
  public static final long EAST_RELATION = 9002;
  public static final long CASTLE_PRIMARY_WAY = 8001;
  public static final long CASTLE_PRIMARY_NODE = 8101;
  public static final long CASTLE_PRIMARY_GATE_NODE = 8103;
  public static final long KNIGHT_JUNIOR_NODE = 8102;
  public static final long LONG_MEADOW_WAY = 8201;
  public static final long ROOK_COURT_WAY = 8301;
  public static final long BISHOP_GARDENS_WAY = 8302;
  public static final long QUEEN_ESTATE_WAY = 8303;
  public static final long ISLAND_COTTAGES_WAY = 8304;

  /** 180 m × 80 m, and a corner of 180 m × 6 m / 2 towards its gate: 14,940 m². */
  public static final int LONG_MEADOW_SQUARE_METRES = 14_940;

  /** 80 m × 80 m = 6,400 m². */
  public static final int CASTLE_PRIMARY_SQUARE_METRES = 6_400;

  private static final int LAST_COLUMN = 10;
  private static final int LAST_ROW = 8;

  private ChessboardTown() {}

  /** The position of a place given in metres. */
  public static LonLat at(double x, double y) {
    return new LonLat(WEST_LON + x / METRES_PER_DEGREE, y / METRES_PER_DEGREE);
  }

  /** The mapped gate of Castle Primary School, 10 m north of the street y = 300. */
  public static LonLat castlePrimaryGate() {
    return at(350, 310);
  }

  /** Knight Junior School, a point 10 m north of the street y = 600. */
  public static LonLat knightJuniorGate() {
    return at(850, 610);
  }

  /** On the street y = 100 beside Rook Court. */
  public static LonLat rookCourt() {
    return at(150, 100);
  }

  /** On the street y = 600 beside Bishop Gardens. */
  public static LonLat bishopGardens() {
    return at(250, 600);
  }

  /** On the street y = 400 beside Queen Estate. */
  public static LonLat queenEstate() {
    return at(850, 400);
  }

  /** On the street x = 1500 of the island. */
  public static LonLat islandCottages() {
    return at(1500, 150);
  }

  /** On the west side of Pawn Lane, which may be walked clockwise only. */
  public static LonLat pawnLane() {
    return at(0, 850);
  }

  /** Rook Court (150,100) to the gate's street point (350,300): 200 m east, 200 m north. */
  public static final int ROOK_COURT_TO_CASTLE_METRES = 200 + 200;

  /** Bishop Gardens (250,600) to (350,300): 100 m east, 300 m south. */
  public static final int BISHOP_GARDENS_TO_CASTLE_METRES = 100 + 300;

  /**
   * Queen Estate (850,400) to the gate's street point (850,600): both lie in the middle of a block,
   * so 50 m to the crossing, 200 m north, 50 m back.
   */
  public static final int QUEEN_ESTATE_TO_KNIGHT_METRES = 50 + 200 + 50;

  /** Writes the town as an OpenStreetMap PBF file into the folder. */
  public static Path write(Path folder) throws IOException {
    TownMap map = new TownMap(ChessboardTown::at);
    drawStreets(map);
    drawIsland(map);
    drawDistricts(map);
    drawHomes(map);
    drawSchools(map);
    drawMeadow(map);
    map.rectangle(8401, 1060, -50, 1440, 850, "natural=water", "name=Strait");
    Path file = folder.resolve(FILE_NAME);
    map.write(file, Instant.parse(DATA_DATE + "T00:00:00Z"));
    return file;
  }

  private static void drawStreets(TownMap map) {
    for (int row = 0; row <= LAST_ROW; row++) {
      map.street(0, row * 100, 100, 0, LAST_COLUMN, "highway=residential", "name=Rank " + row);
    }
    for (int column = 0; column <= LAST_COLUMN; column++) {
      String name = "name=File " + column;
      if (column == 7) {
        map.street(700, 0, 0, 100, 1, "highway=residential", name);
        map.street(700, 200, 0, 100, LAST_ROW - 2, "highway=residential", name);
      } else {
        map.street(column * 100, 0, 0, 100, LAST_ROW, "highway=residential", name);
      }
    }
    map.line(
        List.of(place(0, 800), place(0, 900), place(100, 900), place(100, 800)),
        "highway=footway",
        "name=Pawn Lane",
        "oneway:foot=yes");
    map.line(List.of(place(550, 540), place(550, 560)), "highway=footway", "name=Lost Path");
  }

  private static void drawIsland(TownMap map) {
    for (int k = 0; k <= 5; k++) {
      map.street(1500, k * 100, 100, 0, 5, "highway=residential", "name=Island Rank " + k);
      map.street(1500 + k * 100, 0, 0, 100, 5, "highway=residential", "name=Island File " + k);
    }
    map.line(List.of(place(1000, 0), place(1500, 0)), "route=ferry", "foot=yes", "name=Ferry");
  }

  private static void drawDistricts(TownMap map) {
    map.district(WEST_RELATION, "West", WEST_RESIDENTS, -50, -50, 500, 950);
    map.district(EAST_RELATION, "East", EAST_RESIDENTS, 500, -50, 2100, 950);
  }

  /**
   * Floor areas: Rook Court 20 m × 60 m × (8 + 4) = 14,400 m², most of it in the western house;
   * Bishop Gardens 60 × 20 × 6 = 7,200; Queen Estate 60 × 20 × (8 + 4) = 14,400, most of it in the
   * southern house. Island Cottages shows too few houses, 100 m² on 80 m × 40 m.
   */
  private static void drawHomes(TownMap map) {
    map.rectangle(ROOK_COURT_WAY, 110, 110, 190, 190, "landuse=residential", "name=Rook Court");
    map.rectangle(8311, 120, 120, 140, 180, "building=apartments", "building:levels=8");
    map.rectangle(8312, 160, 120, 180, 180, "building=apartments", "building:levels=4");
    map.rectangle(
        BISHOP_GARDENS_WAY, 210, 610, 290, 690, "landuse=residential", "name=Bishop Gardens");
    map.rectangle(8313, 220, 620, 280, 640, "building=apartments", "building:levels=6");
    map.rectangle(QUEEN_ESTATE_WAY, 810, 410, 890, 490, "landuse=residential", "name=Queen Estate");
    map.rectangle(8314, 820, 420, 880, 440, "building=apartments", "building:levels=8");
    map.rectangle(8315, 820, 460, 880, 480, "building=apartments", "building:levels=4");
    map.rectangle(
        ISLAND_COTTAGES_WAY, 1510, 110, 1590, 150, "landuse=residential", "name=Island Cottages");
    map.rectangle(8316, 1520, 120, 1530, 130, "building=house");
  }

  /** Its corner at (700,104) is nearest to a street, 4 m north of the crossing (700,100). */
  private static void drawMeadow(TownMap map) {
    map.line(
        LONG_MEADOW_WAY,
        List.of(
            place(610, 110),
            place(700, 104),
            place(790, 110),
            place(790, 190),
            place(610, 190),
            place(610, 110)),
        "landuse=meadow",
        "name=Long Meadow");
  }

  private static void drawSchools(TownMap map) {
    map.rectangle(
        CASTLE_PRIMARY_WAY,
        310,
        310,
        390,
        390,
        "amenity=school",
        "isced:level=1",
        "name=Castle Primary School");
    map.point(CASTLE_PRIMARY_GATE_NODE, 350, 310, "barrier=gate");
    map.point(CASTLE_PRIMARY_NODE, 350, 350, "amenity=school", "name=Castle Primary School");
    map.point(
        KNIGHT_JUNIOR_NODE,
        850,
        610,
        "amenity=school",
        "isced:level=2",
        "name=Knight Junior School");
  }

  private static TownMap.Place place(int x, int y) {
    return new TownMap.Place(x, y);
  }
}
