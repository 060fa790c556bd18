package org.xuewei.geo.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.xuewei.data.model.CandidateSite;
import org.xuewei.data.model.CandidateSite.Screen;
import org.xuewei.data.model.DataIssue;
import org.xuewei.data.model.DataIssue.Severity;
import org.xuewei.data.model.DemandPoint;
import org.xuewei.data.model.DemandSource;
import org.xuewei.data.model.District;
import org.xuewei.data.model.InputException;
import org.xuewei.data.model.LonLat;
import org.xuewei.data.model.School;
import org.xuewei.data.model.SchoolUnit;
import org.xuewei.data.model.Settlement;
import org.xuewei.data.model.Stage;
import org.xuewei.data.model.TravelMatrix;
import org.xuewei.data.model.TravelMatrix.MissingReason;
import org.xuewei.data.model.region.Dataset;
import org.xuewei.data.model.region.Provenance;
import org.xuewei.data.model.region.Road;
import org.xuewei.data.model.region.Shapes;
import org.xuewei.geo.layer.DatasetFolder.Content;

class DatasetFolderTest {
  private static final List<DataIssue> ISSUES =
      List.of(
          new DataIssue(Severity.WARNING, "school-node-inside-area", "schools", "node/7", "并入"),
          new DataIssue(Severity.INFO, "unnamed", "districts", "relation/1", "no name"));

  private final Path temporary;

  DatasetFolderTest(@TempDir Path temporary) {
    this.temporary = temporary;
  }

  @Test
  void givesBackEveryField() {
    Path folder = temporary.resolve("dataset");
    DatasetFolder.write(dataset(), ISSUES, Optional.of(travel()), folder);
    Content content = DatasetFolder.read(folder);

    assertThat(content).isEqualTo(new Content(dataset(), ISSUES, Optional.of(travel())));
    // a geometry equals another when all its coordinates do, in order
    assertThat(content.dataset().shapes().districts()).containsEntry("d1", geometry(DISTRICT));
  }

  @Test
  void givesBackADatasetWithoutIssuesAndTravel() {
    Path folder = temporary.resolve("dataset");
    DatasetFolder.write(dataset(), List.of(), Optional.empty(), folder);

    assertThat(DatasetFolder.read(folder))
        .isEqualTo(new Content(dataset(), List.of(), Optional.empty()));
    assertThat(folder.resolve("travel.bin")).doesNotExist();
  }

  @Test
  void writesEqualBytesForEqualDatasets() throws IOException {
    Path first = temporary.resolve("first");
    Path second = temporary.resolve("second");
    DatasetFolder.write(dataset(), ISSUES, Optional.of(travel()), first);
    DatasetFolder.write(dataset(), ISSUES, Optional.of(travel()), second);

    for (String name : List.of("manifest.json", "layers.gpkg", "travel.bin")) {
      assertThat(first.resolve(name)).hasSameBinaryContentAs(second.resolve(name));
    }
  }

  @Test
  void describesItselfInTheManifest() throws IOException {
    Path folder = temporary.resolve("dataset");
    DatasetFolder.write(dataset(), ISSUES, Optional.of(travel()), folder);
    JsonNode manifest = new ObjectMapper().readTree(folder.resolve("manifest.json").toFile());

    assertThat(manifest.get("schemaVersion").intValue()).isEqualTo(1);
    assertThat(manifest.at("/dataset/provenance/licence").textValue()).isEqualTo("ODbL 1.0");
    assertThat(manifest.at("/layers/schools/rows").intValue()).isEqualTo(2);
    assertThat(manifest.at("/issues/unnamed").intValue()).isEqualTo(1);
    assertThat(manifest.at("/files/travel.bin").textValue()).hasSize(64);
  }

  @Test
  void makesAGeoPackageThatListsItsLayers() throws SQLException {
    Path folder = temporary.resolve("dataset");
    DatasetFolder.write(dataset(), ISSUES, Optional.of(travel()), folder);
    try (Connection gpkg = open(folder)) {
      assertThat(query(gpkg, "PRAGMA application_id")).isEqualTo("1196444487");
      assertThat(query(gpkg, "PRAGMA foreign_key_check")).isEmpty();
      assertThat(
              query(
                  gpkg,
                  "SELECT group_concat(table_name || ' ' || data_type, ', ') FROM gpkg_contents"))
          .isEqualTo(
              "districts features, demand_sources features, demand_points features, schools"
                  + " features, candidates features, roads features, water features, issues"
                  + " attributes");
      assertThat(query(gpkg, "SELECT last_change FROM gpkg_contents WHERE table_name='roads'"))
          .isEqualTo("2018-08-27T00:00:00.000Z");
      assertThat(query(gpkg, "SELECT max_x FROM gpkg_contents WHERE table_name='districts'"))
          .isEqualTo("114.0");
    }
  }

  @Test
  void replacesAnEarlierDataset() throws IOException {
    Path folder = temporary.resolve("dataset");
    DatasetFolder.write(dataset(), ISSUES, Optional.of(travel()), folder);
    DatasetFolder.write(dataset(), List.of(), Optional.empty(), folder);

    assertThat(DatasetFolder.read(folder).travel()).isEmpty();
    try (Stream<Path> files = Files.list(temporary)) {
      assertThat(files).containsExactly(folder);
    }
  }

  @Test
  void refusesToReplaceAnythingElse() throws IOException {
    Path folder = Files.createDirectory(temporary.resolve("work"));
    Path thesis = Files.writeString(folder.resolve("thesis.txt"), "years of work");
    assertThatThrownBy(() -> DatasetFolder.write(dataset(), ISSUES, Optional.empty(), folder))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("thesis.txt");

    Files.writeString(folder.resolve("manifest.json"), "{}");
    assertThatThrownBy(() -> DatasetFolder.write(dataset(), ISSUES, Optional.empty(), folder))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("thesis.txt");
    assertThatThrownBy(() -> DatasetFolder.write(dataset(), ISSUES, Optional.empty(), thesis))
        .isInstanceOf(InputException.class);
    assertThat(thesis).hasContent("years of work");
  }

  @Test
  void refusesTheMatrixOfAnotherDataset() {
    TravelMatrix other =
        new TravelMatrix(
            List.of(), List.of(), 2000, new int[] {0}, new int[0], new int[0], Map.of());
    assertThatThrownBy(
            () ->
                DatasetFolder.write(
                    dataset(), ISSUES, Optional.of(other), temporary.resolve("dataset")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(temporary.resolve("dataset")).doesNotExist();
  }

  @Test
  void namesWhatIsMissing() throws IOException {
    for (String name : List.of("manifest.json", "layers.gpkg", "travel.bin")) {
      Path folder = temporary.resolve("without-" + name);
      DatasetFolder.write(dataset(), ISSUES, Optional.of(travel()), folder);
      Files.delete(folder.resolve(name));

      assertThatThrownBy(() -> DatasetFolder.read(folder))
          .isInstanceOf(InputException.class)
          .hasMessageContaining(name)
          .hasMessageContaining("expected");
    }
  }

  @Test
  void refusesAnotherSchemaVersion() throws IOException {
    Path folder = written();
    Path manifest = folder.resolve("manifest.json");
    String text = Files.readString(manifest);
    for (String other : List.of("2", "\"1\"", "null", "1.5")) {
      Files.writeString(
          manifest, text.replace("\"schemaVersion\" : 1", "\"schemaVersion\" : " + other));

      assertThatThrownBy(() -> DatasetFolder.read(folder))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("schemaVersion is " + other + "; expected 1");
    }
    Files.writeString(manifest, text.replace("\"metricEpsg\"", "\"metricEspg\""));
    assertThatThrownBy(() -> DatasetFolder.read(folder))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("manifest.json");
  }

  @Test
  void noticesAChangedValue() throws SQLException {
    Path folder = written();
    try (Connection gpkg = open(folder)) {
      gpkg.createStatement().execute("UPDATE districts SET residents = 1");
    }

    assertThatThrownBy(() -> DatasetFolder.read(folder))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("layers.gpkg, table districts: differs");
  }

  @Test
  void survivesThatAGisRearrangesTheDatabase() throws SQLException {
    Path folder = written();
    try (Connection gpkg = open(folder)) {
      gpkg.createStatement().execute("CREATE TABLE layer_styles (id INTEGER)");
      gpkg.createStatement().execute("VACUUM");
    }

    assertThat(DatasetFolder.read(folder).dataset()).isEqualTo(dataset());
  }

  @Test
  void runsNoViewInPlaceOfATable() throws SQLException {
    Path folder = written();
    try (Connection gpkg = open(folder)) {
      gpkg.createStatement().execute("DROP TABLE water");
      gpkg.createStatement()
          .execute(
              "CREATE VIEW water AS WITH RECURSIVE n(fid) AS (SELECT 1 UNION ALL SELECT fid + 1"
                  + " FROM n) SELECT fid, NULL AS geom FROM n");
    }

    assertThatThrownBy(() -> DatasetFolder.read(folder))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("has no table water");
  }

  @Test
  void namesTheRowWithAValueOfAnotherType() throws SQLException {
    Path folder = written();
    try (Connection gpkg = open(folder)) {
      gpkg.createStatement().execute("UPDATE schools SET gate_lon = 'here' WHERE fid = 2");
    }

    assertThatThrownBy(() -> DatasetFolder.read(folder))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("table schools, row 2: gate_lon is here; expected DOUBLE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UPDATE demand_points SET residents = -5 WHERE fid = 2|table demand_points",
        "UPDATE demand_points SET residents = 9e18 WHERE fid = 2|table demand_points, row 2",
        "UPDATE schools SET gate_lat = 9e999 WHERE fid = 2|table schools",
        "UPDATE schools SET site_area_square_metres = -1 WHERE fid = 1|table schools",
        "UPDATE schools SET units = '[{\"classes\": 0}]' WHERE fid = 1|table schools",
        "UPDATE candidates SET area_square_metres = 0 WHERE fid = 2|table candidates"
      })
  void refusesNumbersThatCannotBeByTable(String change, String where) throws SQLException {
    Path folder = written();
    try (Connection gpkg = open(folder)) {
      gpkg.createStatement().execute(change);
    }

    assertThatThrownBy(() -> DatasetFolder.read(folder))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("layers.gpkg")
        .hasMessageContaining(where);
  }

  @Test
  void refusesATruncatedGeoPackage() throws IOException {
    Path folder = written();
    Path file = folder.resolve("layers.gpkg");
    byte[] whole = Files.readAllBytes(file);
    for (int length : new int[] {0, 16, 100, 4096, whole.length / 2, whole.length - 4096}) {
      Files.write(file, Arrays.copyOf(whole, length));

      assertThatThrownBy(() -> DatasetFolder.read(folder))
          .as("%d bytes", length)
          .isInstanceOf(InputException.class)
          .hasMessageContaining("layers.gpkg")
          .hasMessageContaining("expected");
    }
  }

  @Test
  void readsTheSameOrRefusesAfterAnyDamage() throws IOException {
    Path folder = written();
    Path file = folder.resolve("layers.gpkg");
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(3);
    for (int trial = 0; trial < 300; trial++) {
      byte[] damaged = whole.clone();
      for (int k = 0; k < 4; k++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      Files.write(file, damaged);
      try {
        assertThat(DatasetFolder.read(folder).dataset()).isEqualTo(dataset());
      } catch (InputException e) {
        assertThat(e).hasMessageContaining("layers.gpkg");
      }
    }
  }

  private static final String DISTRICT =
      "POLYGON ((113.1 34.1, 114 34.1, 114 34.9000000000001, 113.1 34.9, 113.1 34.1),"
          + " (113.5 34.5, 113.6 34.5, 113.6 34.6, 113.5 34.5))";

  private static Dataset dataset() {
    LonLat place = new LonLat(113.123456789012, 34.2);
    return new Dataset(
        new Dataset.Header(
            "chessboard",
            "棋盘镇",
            4547,
            true,
            new Provenance("town.osm.pbf", "2018-08-27", "ODbL 1.0", "© OSM", "ab12")),
        List.of(
            new District("d1", "东关街道", Settlement.URBAN, 81_000, false),
            new District("d2", "no shape", Settlement.RURAL, 0, true)),
        List.of(
            new DemandSource("s1", "幸福小区", DemandSource.Kind.DEVELOPMENT, "d1", 4000, true),
            new DemandSource("s2", "", DemandSource.Kind.VILLAGE, "d2", 10, false)),
        List.of(
            new DemandPoint("s1/1", "s1", "d1", place, 2000),
            new DemandPoint("s1/2", "s1", "d1", new LonLat(-0.1, -1e-7), 2000)),
        List.of(
            new School(
                "way/1",
                "一小",
                "d1",
                place,
                6400,
                Set.of(Stage.PRIMARY, Stage.JUNIOR),
                List.of(
                    new SchoolUnit(Stage.PRIMARY, 1, 6, 24, 30, false),
                    SchoolUnit.ofWholeStage(Stage.JUNIOR, 12, true))),
            new School("node/2", "point school", "d2", place, 0, Set.of(), List.of())),
        List.of(
            new CandidateSite(
                "way/9",
                "d1",
                place,
                14_400,
                "landuse=meadow",
                true,
                List.of(
                    new Screen("overlaps-water", true, ""),
                    new Screen("slope", false, "\"12 %\" 坡度"))),
            new CandidateSite("way/10", "d1", place, 20_000, "080403", false, List.of())),
        new Shapes(
            Map.of("d1", geometry(DISTRICT)),
            Map.of("s1", geometry("POLYGON ((113 34, 113.1 34, 113.1 34.1, 113 34))")),
            Map.of("way/1", geometry("POLYGON ((113 34, 113.2 34, 113.1 34.1, 113 34))")),
            Map.of("way/9", geometry("MULTIPOLYGON (((113 34, 113.2 34, 113.1 34.1, 113 34)))")),
            List.of(
                new Road(
                    "way/5",
                    "",
                    "residential",
                    (LineString) geometry("LINESTRING (113 34, 113.1 34.05, 113.2 34)"))),
            List.of(geometry("POLYGON ((113 34, 113.3 34, 113.1 34.1, 113 34))"))));
  }

  private static TravelMatrix travel() {
    return new TravelMatrix(
        List.of("s1/1", "s1/2"),
        List.of("way/1", "node/2", "way/9", "way/10"),
        2000,
        new int[] {0, 2, 2},
        new int[] {3, 0},
        new int[] {80, 900},
        Map.of(1, MissingReason.NO_ROAD_NEARBY));
  }

  private Path written() {
    Path folder = temporary.resolve("dataset");
    DatasetFolder.write(dataset(), ISSUES, Optional.of(travel()), folder);
    return folder;
  }

  private static Geometry geometry(String wkt) {
    try {
      return new WKTReader().read(wkt);
    } catch (ParseException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Connection open(Path folder) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("layers.gpkg").toUri());
  }

  private static String query(Connection gpkg, String sql) throws SQLException {
    try (var result = gpkg.createStatement().executeQuery(sql)) {
      return result.next() ? result.getString(1) : "";
    }
  }
}
