package org.xuewei.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.xuewei.data.model.CandidateSite;
import org.xuewei.data.model.School;
import org.xuewei.data.model.TravelMatrix;
import org.xuewei.data.model.region.Dataset;
import org.xuewei.geo.crs.Projection;
import org.xuewei.geo.layer.DatasetFolder;

/** The demo on the real map of Malta, judged by its written files alone. */
final class MaltaDemoTest {
  private static final int PUPILS_PER_CLASS = 45;
  private static final int TODAY_SQUARE_METRES_PER_PUPIL = 20;
  private static final int LIMIT_METRES = 2000;
  private static final int NEW_SCHOOLS_AT_MOST = 12;
  private static final int GRADES_OF_A_BAND = 3;
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private static Path folder = Path.of("");
  private static Path result = Path.of("");
  private static JsonNode plan = JSON.nullNode();
  private static JsonNode scenario = JSON.nullNode();
  private static Dataset dataset;
  private static TravelMatrix travel;

  @BeforeAll
  static void runDemo() throws IOException {
    System.setProperty("xuewei.samples", "../data/samples");
    result = folder.resolve("demo");
    Run demo = Run.of("demo", "--out", result, "--lang", "en");
    assertThat(demo.exit()).as(demo.err()).isZero();
    plan = JSON.readTree(result.resolve("plan.json").toFile());
    DatasetFolder.Content contents = DatasetFolder.read(result.resolve("dataset"));
    dataset = contents.dataset();
    travel = contents.travel().orElseThrow();
    scenario =
        new com.fasterxml.jackson.databind.ObjectMapper()
            .valueToTree(
                new org.yaml.snakeyaml.Yaml()
                    .load(Files.readString(Path.of("../data/samples/malta/scenario.yaml"))));
  }

  @Test
  void hasSomethingToDo() throws IOException {
    JsonNode summary = JSON.readTree(result.resolve("summary.json").toFile());
    JsonNode today = summary.get("today");
    double left =
        (today.get("pupilsWithoutSeat").asDouble() + today.get("pupilsBeyondLimit").asDouble())
            / today.get("pupils").asDouble();
    assertThat(left).isGreaterThanOrEqualTo(0.05);
    assertThat(actions("build")).hasSizeGreaterThanOrEqualTo(3);
    assertThat(actions("expand")).hasSizeGreaterThanOrEqualTo(5);
  }

  @Test
  void provesAGapOfAtMostThreePercent() {
    JsonNode certificate = plan.get("certificate");
    double objective = certificate.get("objectiveYuan").asDouble();
    double bound = certificate.get("lowerBoundYuan").asDouble();
    assertThat(bound).isPositive().isLessThanOrEqualTo(objective);
    assertThat((objective - bound) / objective).isLessThanOrEqualTo(0.03);
  }

  @Test
  void everyDemandPointHasOneRowABandAndOneSchoolOrReason() {
    Map<String, Set<String>> schools = new HashMap<>();
    Set<String> seen = new HashSet<>();
    for (JsonNode row : plan.get("assignments")) {
      String point = row.get("demandPoint").asText();
      assertThat(seen.add(point + row.get("band").asText())).as("two rows of " + point).isTrue();
      schools
          .computeIfAbsent(point, id -> new HashSet<>())
          .add(row.has("school") ? row.get("school").asText() : row.get("reason").asText());
    }
    assertThat(schools.values()).allMatch(set -> set.size() == 1);
    assertThat(seen).hasSize(2 * schools.size());
  }

  @Test
  void noSchoolHasMorePupilsThanItsClassesSeatGradeByGrade() {
    Map<String, Map<String, Integer>> pupils = new HashMap<>();
    for (JsonNode row : plan.get("assignments")) {
      if (row.has("school")) {
        pupils
            .computeIfAbsent(row.get("school").asText(), id -> new HashMap<>())
            .merge(row.get("band").asText(), row.get("pupils").asInt(), Integer::sum);
      }
    }
    for (JsonNode row : plan.get("schools")) {
      int classes = row.get("classes").asInt();
      Map<String, Integer> byBand = pupils.getOrDefault(row.get("school").asText(), Map.of());
      int total = byBand.values().stream().mapToInt(Integer::intValue).sum();
      assertThat(row.get("pupils").asInt()).isEqualTo(total);
      assertThat(total).isLessThanOrEqualTo(classes * PUPILS_PER_CLASS);
      if (classes >= 2 * GRADES_OF_A_BAND) {
        int needed = byBand.values().stream().mapToInt(MaltaDemoTest::classesOfABand).sum();
        assertThat(needed).as(row.toString()).isLessThanOrEqualTo(classes);
      }
    }
    Set<String> open = new HashSet<>();
    plan.get("schools").forEach(row -> open.add(row.get("school").asText()));
    assertThat(open).containsAll(pupils.keySet());
  }

  private static int classesOfABand(int pupils) {
    int classes = 0;
    for (int grade = 0; grade < GRADES_OF_A_BAND; grade++) {
      int ofGrade = (pupils + grade) / GRADES_OF_A_BAND;
      classes += (ofGrade + PUPILS_PER_CLASS - 1) / PUPILS_PER_CLASS;
    }
    return classes;
  }

  @Test
  void nobodyWalksFartherThanTheLimitAndDistancesAreTheMeasuredOnes() {
    for (JsonNode row : plan.get("assignments")) {
      if (row.has("school")) {
        int metres = row.get("metres").asInt();
        assertThat(metres).isLessThanOrEqualTo(LIMIT_METRES);
        assertThat(metres)
            .isEqualTo(
                travel.metresBetween(
                    travel.pointIds().indexOf(row.get("demandPoint").asText()),
                    travel.siteIds().indexOf(row.get("school").asText())));
      }
    }
  }

  @Test
  void sitesHoldTheirSchools() {
    double expandSquareMetres = scenario.at("/actions/expand/squareMetresPerPupil").asDouble();
    int addedAtMost = scenario.at("/actions/expand/addedClassesAtMost").asInt();
    Map<String, Integer> parcels = new HashMap<>();
    dataset.candidates().forEach((CandidateSite c) -> parcels.put(c.id(), c.areaSquareMetres()));
    Map<String, Integer> areas = new HashMap<>();
    dataset.schools().forEach((School s) -> areas.put(s.id(), s.siteAreaSquareMetres()));
    for (JsonNode action : plan.get("actions")) {
      String site = action.get("site").asText();
      int from = action.get("fromClasses").asInt();
      int to = action.get("toClasses").asInt();
      switch (action.get("type").asText()) {
        case "build" ->
            assertThat(to * PUPILS_PER_CLASS * TODAY_SQUARE_METRES_PER_PUPIL)
                .isLessThanOrEqualTo(Objects.requireNonNull(parcels.get(site)));
        case "expand" -> {
          assertThat(to - from).isBetween(1, addedAtMost);
          assertThat(to * PUPILS_PER_CLASS * expandSquareMetres)
              .isLessThanOrEqualTo(Objects.requireNonNull(areas.get(site)));
        }
        default -> assertThat(to).isEqualTo(from);
      }
      if (areas.containsKey(site)) {
        int area = Objects.requireNonNull(areas.get(site));
        int today =
            area == 0
                ? 12
                : Math.max(
                    1, Math.min(36, area / (TODAY_SQUARE_METRES_PER_PUPIL * PUPILS_PER_CLASS)));
        School school =
            dataset.schools().stream().filter(s -> s.id().equals(site)).findFirst().orElseThrow();
        if (school.stages().size() < 2) {
          assertThat(from).as(site).isEqualTo(today);
        }
      }
    }
  }

  @Test
  void staysWithinTheBudgetAndTheNumberOfNewSchools() {
    long capital = 0;
    for (JsonNode action : plan.get("actions")) {
      capital += action.get("capitalYuan").asLong();
    }
    long budget = scenario.at("/budget/capitalYuan").asLong();
    assertThat(capital).isLessThanOrEqualTo(budget);
    assertThat(capital).as("the budget binds").isGreaterThan(budget * 9 / 10);
    assertThat(actions("build")).hasSizeLessThanOrEqualTo(NEW_SCHOOLS_AT_MOST);
  }

  @Test
  void catchmentsAreAValidCoverageOfAllAssignedDemand() throws IOException {
    JsonNode layer = JSON.readTree(result.resolve("layers/catchments.geojson").toFile());
    Map<String, Geometry> bySchool = new HashMap<>();
    List<Geometry> areas = new ArrayList<>();
    for (JsonNode feature : layer.get("features")) {
      Geometry area = geometry(feature.get("geometry"));
      areas.add(area);
      bySchool.put(feature.at("/properties/schoolId").asText(), area);
    }
    assertThat(CoverageValidator.isValid(areas.toArray(Geometry[]::new)))
        .as("neighbours share vertices and nothing overlaps")
        .isTrue();
    Projection projection = Projection.metric(dataset.header().metricEpsg());
    List<Geometry> metric = areas.stream().map(projection::toMetric).toList();
    assertThat(metric).allMatch(Geometry::isValid);
    assertThat(overlapSquareMetres(metric)).isLessThanOrEqualTo(1.0);

    GeometryFactory factory = new GeometryFactory();
    Map<String, Coordinate> places = new HashMap<>();
    dataset
        .demandPoints()
        .forEach(
            point ->
                places.put(
                    point.id(), new Coordinate(point.location().lon(), point.location().lat())));
    for (JsonNode row : plan.get("assignments")) {
      if (row.has("school")) {
        Coordinate place = Objects.requireNonNull(places.get(row.get("demandPoint").asText()));
        Geometry area = Objects.requireNonNull(bySchool.get(row.get("school").asText()));
        assertThat(area.distance(factory.createPoint(place)))
            .as(row.toString())
            .isLessThanOrEqualTo(1e-7);
      }
    }
  }

  private static double overlapSquareMetres(List<Geometry> areas) {
    STRtree index = new STRtree();
    for (int k = 0; k < areas.size(); k++) {
      index.insert(areas.get(k).getEnvelopeInternal(), k);
    }
    double overlap = 0;
    for (int k = 0; k < areas.size(); k++) {
      for (Object other : index.query(areas.get(k).getEnvelopeInternal())) {
        if ((int) other > k) {
          overlap += areas.get(k).intersection(areas.get((int) other)).getArea();
        }
      }
    }
    return overlap;
  }

  @Test
  void everyFileIsThereAndNoneIsEmpty() throws IOException {
    for (String name :
        List.of(
            "plan.json",
            "run.json",
            "summary.json",
            "map.png",
            "map.svg",
            "dataset/manifest.json",
            "dataset/layers.gpkg",
            "dataset/travel.bin",
            "layers/districts.geojson",
            "layers/demand.geojson",
            "layers/schools_before.geojson",
            "layers/schools_after.geojson",
            "layers/new_sites.geojson",
            "layers/catchments.geojson",
            "layers/flows.geojson")) {
      assertThat(result.resolve(name)).isRegularFile().isNotEmptyFile();
    }
    BufferedImage map = ImageIO.read(result.resolve("map.png").toFile());
    assertThat(map.getWidth()).isEqualTo(1600);
    String machine = folder.toString();
    try (Stream<Path> files = Files.walk(result)) {
      for (Path file : files.filter(f -> f.toString().endsWith("json")).toList()) {
        assertThat(Files.readString(file)).doesNotContain(machine);
      }
    }
  }

  @Test
  void planningTheWrittenDatasetAgainGivesEqualBytes() throws IOException {
    Path again = folder.resolve("again");
    Run run =
        Run.of(
            "plan",
            result.resolve("dataset"),
            "--scenario",
            Path.of("../data/samples/malta/scenario.yaml"),
            "--out",
            again,
            "--lang",
            "en");
    assertThat(run.exit()).as(run.err()).isIn(0, 3);
    for (String name :
        List.of(
            "plan.json",
            "summary.json",
            "map.svg",
            "layers/catchments.geojson",
            "layers/demand.geojson",
            "layers/flows.geojson")) {
      assertThat(again.resolve(name)).hasSameBinaryContentAs(result.resolve(name));
    }
  }

  private static List<JsonNode> actions(String type) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode action : plan.get("actions")) {
      if (action.get("type").asText().equals(type)) {
        found.add(action);
      }
    }
    return found;
  }

  private static Geometry geometry(JsonNode geometry) {
    GeometryFactory factory = new GeometryFactory();
    JsonNode coordinates = geometry.get("coordinates");
    List<Polygon> polygons = new ArrayList<>();
    if (geometry.get("type").asText().equals("Polygon")) {
      polygons.add(polygon(factory, coordinates));
    } else {
      coordinates.forEach(part -> polygons.add(polygon(factory, part)));
    }
    return factory.createMultiPolygon(polygons.toArray(Polygon[]::new));
  }

  private static Polygon polygon(GeometryFactory factory, JsonNode rings) {
    List<LinearRing> lines = new ArrayList<>();
    for (JsonNode ring : rings) {
      List<Coordinate> line = new ArrayList<>();
      ring.forEach(
          position ->
              line.add(new Coordinate(position.get(0).asDouble(), position.get(1).asDouble())));
      lines.add(factory.createLinearRing(line.toArray(Coordinate[]::new)));
    }
    return factory.createPolygon(
        lines.get(0), lines.subList(1, lines.size()).toArray(LinearRing[]::new));
  }
}
