package org.xuewei.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xuewei.data.file.ScenarioFile;
import org.xuewei.data.model.Plan;
import org.xuewei.data.model.Scenario;
import org.xuewei.data.standard.Standard;
import org.xuewei.geo.layer.DatasetFolder;
import org.xuewei.geo.world.ChessboardTown;

/**
 * The main line on Chessboard Town, from the map to the written files, with answers by hand.
 *
 * <p>Residents, by floor area: West 1,200 = Rook Court 800 + Bishop Gardens 400 (14,400 m² and
 * 7,200 m²). East 900 = Queen Estate 600 + Island Cottages 300: the cottages' houses are not
 * mapped, so their 3,200 m² of ground count 3,200 · 14,400 / 6,400 = 7,200 m².
 *
 * <p>Pupils in each of the two bands, 40 per 1,000 residents in 2024 and 15 % more in 2030, rounded
 * on the running total:
 *
 * <pre>
 *               residents so far   2024           2030: x 0.046       both bands of 2030
 *  Rook Court         800           32 (32)        36.8: 37             74
 *  Bishop Gardens   1,200           48 (16)        55.2: 55 (18)        36
 *  Queen Estate     1,800           72 (24)        82.8: 83 (28)        56
 *  Island Cottages  2,100           84 (12)        96.6: 97 (14)        28
 * </pre>
 *
 * <p>Ways along the streets, from the street beside the main house to the street before the gate:
 *
 * <pre>
 *                             Castle (350,300)        Long Meadow (700,100)
 *  Rook Court    (100,150)    250 + 150 = 400 m       600 +  50 =   650 m
 *  Bishop G.     (250,600)    100 + 300 = 400 m       450 + 500 =   950 m
 *  Queen Estate  (850,400)    500 + 100 = 600 m       150 + 300 =   450 m
 *  Island        no way on foot
 * </pre>
 */
final class ChessboardTownPlanTest {
  private static final String ROOK = "area-w8301.1";
  private static final String BISHOP = "area-w8302.1";
  private static final String QUEEN = "area-w8303.1";
  private static final String ISLAND = "area-w8304.1";
  private static final String CASTLE = "school-w8001";
  private static final String MEADOW = "candidate-w8201";
  private static final String MONEY = "budget: {capitalYuan: 12000000}\n";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private static Path folder = Path.of("");
  private static Path dataset = Path.of("");

  @BeforeAll
  static void importTown() throws IOException {
    dataset = folder.resolve("dataset");
    Run run = Run.of("import", ChessboardTown.write(folder), "--out", dataset, "--lang", "en");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out())
        .startsWith(
            "chessboard-town: 2 districts, 2,100 residents, 4 demand sources in 4 demand points,"
                + " 2 schools, 1 candidate sites");
  }

  /**
   * Castle Primary's 80 m × 80 m hold 6,400 / (60 · 45) = 2 classes, 90 seats. One more class would
   * leave Bishop Gardens without seats; 36 pupils · 200,000 yuan is more than a new school costs a
   * year. With the new school of 6 classes, Castle has room for Rook Court or Bishop Gardens or
   * Queen Estate, not for two of them (36 + 56 = 92). Ways cost 0.8 yuan a pupil and metre, beyond
   * 500 m 2.4 more in the city (West), and 500 yuan a pupil when the school changes; today Bishop
   * Gardens and Queen Estate (32 + 48 pupils) fill Castle and Rook Court (64) has no place:
   *
   * <pre>
   *                        Castle                   Long Meadow
   *  Rook Court 74         74 · 320 =  23,680       74 · (520 + 150 · 2.4)       = 65,120
   *  Bishop Gardens 36     36 · 320 =  11,520       36 · (760 + 450 · 2.4 + 500) = 84,240
   *  Queen Estate 56       56 · 480 =  26,880       56 · (360             + 500) = 48,160
   * </pre>
   *
   * <p>Cheapest with one of them at Castle: Bishop Gardens, 11,520 + 65,120 + 48,160 = 124,800.
   */
  @Test
  void buildsOneSchoolAndLeavesTheNearestAtTheOld() throws IOException {
    Path out = folder.resolve("built");
    Run run = plan(out, "budget: {capitalYuan: 12000000}");
    assertThat(run.exit()).as(run.err()).isZero();

    JsonNode plan = JSON.readTree(out.resolve("plan.json").toFile());
    assertThat(schools(plan))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(BISHOP, CASTLE, ROOK, MEADOW, QUEEN, MEADOW, ISLAND, "other-component"));
    assertThat(pupils(plan))
        .containsExactlyInAnyOrderEntriesOf(Map.of(ROOK, 74, BISHOP, 36, QUEEN, 56, ISLAND, 28));
    assertThat(metres(plan))
        .containsExactlyInAnyOrderEntriesOf(Map.of(BISHOP, 400, ROOK, 650, QUEEN, 450));

    // 6 classes · 45 pupils · 10 m² · 3,200 yuan + 6 · 45 · 20 m² of land · 600 yuan in a town
    long capital = 6 * 45 * 10 * 3200 + 6 * 45 * 20 * 600;
    assertThat(actions(plan))
        .containsExactlyInAnyOrder(
            "keep " + CASTLE + " 2->2 0", "build " + MEADOW + " 0->6 " + capital);

    // repaid in 40 years at 3.5 %; a class costs 420,000 a year, a school 600,000
    double annuity = 0.035 / (1 - Math.pow(1.035, -40));
    long school = Math.round(capital * annuity) + 6 * 420_000 + 600_000;
    JsonNode cost = JSON.readTree(out.resolve("summary.json").toFile()).get("yuanPerYear");
    assertThat(cost.get("capital-and-running").asLong()).isEqualTo(school);
    assertThat(cost.get("travel").asLong()).isEqualTo(124_800);
    assertThat(cost.get("unserved").asLong()).isEqualTo(28 * 200_000);
    // the certificate leaves out those whom no plan can serve
    assertThat(plan.at("/certificate/objectiveYuan").asLong()).isEqualTo(school + 124_800);
    assertThat(plan.at("/certificate/fixedYuan").asLong()).isEqualTo(28 * 200_000);

    JsonNode catchments = JSON.readTree(out.resolve("layers/catchments.geojson").toFile());
    List<String> areas = new ArrayList<>();
    catchments
        .get("features")
        .forEach(
            area ->
                areas.add(
                    area.at("/properties/schoolId").asText()
                        + " "
                        + area.at("/properties/pupils").asInt()));
    assertThat(areas).containsExactlyInAnyOrder(CASTLE + " 36", MEADOW + " " + (74 + 56));
    assertThat(out.resolve("map.png")).isNotEmptyFile();
    assertThat(out.resolve("map.svg")).isNotEmptyFile();

    Run evaluated =
        Run.of("evaluate", dataset, out.resolve("plan.json"), "--scenario", scenario(), "--json");
    assertThat(evaluated.exit()).as(evaluated.out()).isZero();
    assertThat(JSON.readTree(evaluated.out()).get("objectiveYuan").asLong())
        .isEqualTo(school + 124_800 + 28 * 200_000);
  }

  /** There is one parcel: of two schools that are asked for it has one, and says so. */
  @Test
  void newSchoolThatCannotBeBuiltIsMissing() throws IOException {
    Path out = folder.resolve("missing");
    Path scenario = folder.resolve("exactly.yaml");
    write(MONEY);
    Files.writeString(
        scenario, Files.readString(scenario()).replace("newSchoolsAtMost: 1", "newSchools: 2"));
    Run run = Run.of("plan", dataset, "--scenario", scenario, "--out", out, "--lang", "en");
    assertThat(run.exit()).as(run.err()).isEqualTo(CommandLineInterface.REQUEST_BROKEN);

    JsonNode cost = JSON.readTree(out.resolve("summary.json").toFile()).get("yuanPerYear");
    assertThat(cost.get("missing-schools").asLong()).isPositive();
    Run evaluated =
        Run.of("evaluate", dataset, out.resolve("plan.json"), "--scenario", scenario, "--json");
    JsonNode rules = JSON.readTree(evaluated.out()).get("rules");
    List<String> broken = new ArrayList<>();
    rules.forEach(
        rule -> {
          if (!rule.get("passed").asBoolean()) {
            broken.add(rule.get("rule").asText() + " " + rule.get("value").asInt());
          }
        });
    assertThat(broken).containsExactly("missing-schools 1");
  }

  @Test
  void contiguousCatchmentsArePlannedAndEvaluated() throws IOException {
    Path out = folder.resolve("contiguous");
    Run run = plan(out, MONEY + "catchments: contiguous");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("Contiguous catchments: the county hangs together in");

    Run evaluated =
        Run.of("evaluate", dataset, out.resolve("plan.json"), "--scenario", scenario(), "--json");
    assertThat(evaluated.exit()).as(evaluated.out()).isZero();
    List<String> contiguous = new ArrayList<>();
    JSON.readTree(evaluated.out())
        .get("rules")
        .forEach(
            rule -> {
              if (rule.get("rule").asText().equals("contiguous")) {
                contiguous.add(rule.get("subject").asText() + " " + rule.get("value").asInt());
              }
            });
    assertThat(contiguous).contains(CASTLE + " 0", MEADOW + " 0");
  }

  /** Of 90 seats at Castle Rook Court's 74 pupils are covered, beside Queen Estate's 56 there. */
  @Test
  void coverageSeatsTheLargestEstateNearby() throws IOException {
    Path out = folder.resolve("covered");
    Run run = plan(out, MONEY + "objective: {kind: coverage, radiusMetres: 500}");
    assertThat(run.exit()).as(run.err()).isZero();

    JsonNode plan = JSON.readTree(out.resolve("plan.json").toFile());
    assertThat(schools(plan))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(ROOK, CASTLE, BISHOP, MEADOW, QUEEN, MEADOW, ISLAND, "other-component"));
    JsonNode aim = plan.at("/certificate/aim");
    assertThat(aim.get("objective").asText()).isEqualTo("coverage");
    assertThat(aim.get("unit").asText()).isEqualTo("pupils");
    assertThat(aim.get("value").asInt()).isEqualTo(130);
    assertThat(aim.get("bound").asInt()).isBetween(130, 166);
    assertThat(run.out()).contains("130 pupils lie within 500 m of their school");
    JsonNode ways = JSON.readTree(out.resolve("summary.json").toFile()).get("ways");
    assertThat(ways.at("/plan/meanMetres").asDouble())
        .isEqualTo(Math.round(10 * (74 * 400 + 36 * 950 + 56 * 450) / 166.0) / 10.0);
    assertThat(ways.at("/plan/greatestMetres").asDouble()).isEqualTo(950);
  }

  /** Somebody walks 650 m from Rook Court, or 950 m from Bishop Gardens, whoever has Castle. */
  @Test
  void centreKeepsTheGreatestWayShort() throws IOException {
    Path out = folder.resolve("centre");
    Run run = plan(out, MONEY + "objective: {kind: centre}");
    assertThat(run.exit()).as(run.err()).isZero();

    JsonNode certificate = JSON.readTree(out.resolve("plan.json").toFile()).get("certificate");
    assertThat(certificate.at("/aim/value").asInt()).isEqualTo(650);
    assertThat(certificate.at("/aim/bound").asInt()).isEqualTo(650);
    assertThat(certificate.at("/aim/unit").asText()).isEqualTo("metres");
    assertThat(certificate.get("validFor").asText()).contains("ways up to 650 m");
    assertThat(run.out()).contains("Greatest way 650 m, proven at least 650 m");
  }

  /** 74 fill more of the 90 seats than 56 or 36; 36 + 56 are too many. */
  @Test
  void withoutMoneyItSaysWhoHasNoPlaceAndWhy() throws IOException {
    Path out = folder.resolve("poor");
    Run run = plan(out, "budget: {capitalYuan: 0}");

    assertThat(run.exit()).as(run.err()).isEqualTo(3);
    JsonNode plan = JSON.readTree(out.resolve("plan.json").toFile());
    assertThat(schools(plan))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(ROOK, CASTLE, BISHOP, "no-seat", QUEEN, "no-seat", ISLAND, "other-component"));
    assertThat(actions(plan)).containsExactly("keep " + CASTLE + " 2->2 0");
    assertThat(run.out())
        .contains("92 pupils have no place: schools in reach are full")
        .contains("28 pupils have no place: no way to any school")
        .contains("All hard rules kept");
  }

  @Test
  void equalRunsGiveEqualFiles() throws IOException {
    List<Path> runs = List.of(folder.resolve("first"), folder.resolve("second"));
    for (Path out : runs) {
      assertThat(plan(out, "budget: {capitalYuan: 12000000}").exit()).isZero();
    }
    try (Stream<Path> files = Files.walk(runs.get(0))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.endsWith("run.json")) {
          assertThat(runs.get(1).resolve(runs.get(0).relativize(file)))
              .hasSameBinaryContentAs(file);
        }
      }
    }
  }

  @Test
  void rearrangedLayersAndFilesOfOthersAreStillTheSameDataset() throws Exception {
    Path copy = Files.createDirectory(folder.resolve("copy"));
    for (String name : List.of("manifest.json", "layers.gpkg", "travel.bin")) {
      Files.copy(dataset.resolve(name), copy.resolve(name));
    }
    Files.writeString(copy.resolve(".DS_Store"), "icons");
    Path layers = copy.resolve("layers.gpkg");
    try (Connection gpkg = DriverManager.getConnection("jdbc:sqlite:" + layers);
        Statement statement = gpkg.createStatement()) {
      statement.execute("CREATE TABLE layer_styles (id INTEGER)");
      statement.execute("VACUUM");
    }
    assertThat(layers.toFile().length())
        .isNotEqualTo(dataset.resolve("layers.gpkg").toFile().length());

    assertThat(header(copy)).isEqualTo(header(dataset));
  }

  private static Plan.Header header(Path dataset) throws IOException {
    write("");
    Scenario scenario = ScenarioFile.read(scenario());
    return PlanHeader.of(
        dataset,
        DatasetFolder.read(dataset).dataset(),
        scenario,
        Standard.load(PlanCommand.DEFAULT_STANDARD));
  }

  private static Run plan(Path out, String budget) throws IOException {
    Path scenario = write(budget);
    return Run.of("plan", dataset, "--scenario", scenario, "--out", out, "--lang", "en");
  }

  private static Path write(String budget) throws IOException {
    return Files.writeString(
        scenario(),
        """
            id: town
            baseYear: 2024
            planningYears: [2030]
            stages: [primary]
            demand: {growth: {share: 0.15}, keepTogetherPupils: 90}
            travel: {limitMetres: 2000}
            schools: {squareMetresPerPupil: 60, classesAtMost: 36, classesWhenAreaUnknown: 12}
            actions:
              build: {newSchoolsAtMost: 1, leadYears: 3}
              expand: {addedClassesAtMost: 1, squareMetresPerPupil: 20, leadYears: 2}
            effort: quick
            """
            + budget);
  }

  private static Path scenario() {
    return folder.resolve("scenario.yaml");
  }

  /** School or reason, by demand point. */
  private static Map<String, String> schools(JsonNode plan) {
    Map<String, String> schools = new TreeMap<>();
    for (JsonNode row : plan.get("assignments")) {
      String place = row.has("school") ? row.get("school").asText() : row.get("reason").asText();
      schools.merge(row.get("demandPoint").asText(), place, (a, b) -> a.equals(b) ? a : a + b);
    }
    return schools;
  }

  /** Pupils of both bands, by demand point. */
  private static Map<String, Integer> pupils(JsonNode plan) {
    Map<String, Integer> pupils = new TreeMap<>();
    for (JsonNode row : plan.get("assignments")) {
      pupils.merge(row.get("demandPoint").asText(), row.get("pupils").asInt(), Integer::sum);
    }
    return pupils;
  }

  private static Map<String, Integer> metres(JsonNode plan) {
    Map<String, Integer> metres = new TreeMap<>();
    for (JsonNode row : plan.get("assignments")) {
      if (row.has("metres")) {
        metres.put(row.get("demandPoint").asText(), row.get("metres").asInt());
      }
    }
    return metres;
  }

  private static List<String> actions(JsonNode plan) {
    List<String> actions = new ArrayList<>();
    for (JsonNode action : plan.get("actions")) {
      actions.add(
          "%s %s %d->%d %d"
              .formatted(
                  action.get("type").asText(),
                  action.get("site").asText(),
                  action.get("fromClasses").asInt(),
                  action.get("toClasses").asInt(),
                  action.get("capitalYuan").asLong()));
    }
    return actions;
  }
}
