package org.xuewei.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xuewei.data.model.School;
import org.xuewei.data.model.Stage;
import org.xuewei.geo.layer.DatasetFolder;

/** Made-up counties from the command line, and a plan for one. */
final class GenerateCommandTest {
  private static final String SCENARIO =
      """
      id: small-2030
      baseYear: 2025
      planningYears: [2030]
      stages: [primary]
      demand: {keepTogetherPupils: 90}
      travel: {limitMetres: 3000}
      schools: {stage: primary, squareMetresPerPupil: 20, classesAtMost: 36, classesWhenAreaUnknown: 12}
      actions:
        build: {leadYears: 3}
        expand: {addedClassesAtMost: 12, squareMetresPerPupil: 12, leadYears: 2}
      effort: quick
      seed: 1
      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void aPlanSeatsEveryPupilInReach() throws IOException {
    Path county = folder.resolve("county");
    Run made = Run.of("generate", "--seed", 7, "--points", 200, "--sites", 20, "--out", county);
    assertThat(made.exit()).as(made.err()).isZero();
    Path scenario = Files.writeString(folder.resolve("scenario.yaml"), SCENARIO);
    Path plan = folder.resolve("plan");
    Run planned = Run.of("plan", county, "--scenario", scenario, "--out", plan);
    assertThat(planned.exit()).as(planned.err()).isZero();
    JsonNode summary = new ObjectMapper().readTree(plan.resolve("summary.json").toFile());
    assertThat(summary.at("/today/pupilsWithoutSeat").asInt()).isPositive();
    assertThat(summary.at("/plan/pupilsWithoutSeat").asInt()).isZero();
    try (Stream<Path> layers = Files.list(plan.resolve("layers"))) {
      for (Path layer : layers.toList()) {
        for (JsonNode feature : new ObjectMapper().readTree(layer.toFile()).path("features")) {
          assertThat(feature.at("/properties/synthetic").asBoolean()).isTrue();
        }
      }
    }
  }

  /** The two primary schools that lie nearest to each other share a zone. */
  @Test
  void pupilsOfASharedZoneAreSpreadOverItsSchools() throws IOException {
    Path county = folder.resolve("zoned");
    Run.of("generate", "--seed", 7, "--points", 200, "--sites", 20, "--out", county);
    List<String> zone = nearest(DatasetFolder.read(county).dataset().schools());
    Path scenario =
        Files.writeString(folder.resolve("zoned.yaml"), SCENARIO + "zones: [" + zone + "]\n");
    Path out = folder.resolve("zoned-plan");
    Run planned = Run.of("plan", county, "--scenario", scenario, "--out", out);
    assertThat(planned.exit()).as(planned.err()).isZero();

    JsonNode plan = new ObjectMapper().readTree(out.resolve("plan.json").toFile());
    Map<String, Integer> pupils = new TreeMap<>();
    Map<String, Set<String>> schoolsOf = new TreeMap<>();
    for (JsonNode row : plan.get("assignments")) {
      String school = row.path("school").asText();
      pupils.merge(school, row.get("pupils").asInt(), Integer::sum);
      schoolsOf
          .computeIfAbsent(row.get("demandPoint").asText(), point -> new TreeSet<>())
          .add(school);
    }
    assertThat(pupils.keySet()).containsAll(zone);
    assertThat(schoolsOf.values())
        .filteredOn(schools -> schools.stream().anyMatch(zone::contains))
        .isNotEmpty()
        .allMatch(zone::containsAll)
        .anyMatch(schools -> schools.size() == 2);
    for (JsonNode school : plan.get("schools")) {
      assertThat(school.get("pupils").asInt())
          .isEqualTo(pupils.getOrDefault(school.get("school").asText(), 0));
    }

    JsonNode catchments =
        new ObjectMapper().readTree(out.resolve("layers/catchments.geojson").toFile());
    assertThat(catchments.get("features"))
        .filteredOn(feature -> feature.at("/properties/schoolIds").size() > 1)
        .singleElement()
        .satisfies(
            feature ->
                assertThat(feature.at("/properties/schoolIds"))
                    .extracting(JsonNode::asText)
                    .containsExactlyInAnyOrderElementsOf(zone));

    Run evaluated =
        Run.of("evaluate", county, out.resolve("plan.json"), "--scenario", scenario, "--json");
    assertThat(evaluated.exit()).as(evaluated.err()).isZero();
  }

  private static List<String> nearest(List<School> schools) {
    List<String> nearest = List.of();
    double least = Double.MAX_VALUE;
    for (School one : schools) {
      for (School other : schools) {
        double far =
            Math.hypot(
                one.gate().lon() - other.gate().lon(), one.gate().lat() - other.gate().lat());
        if (one.id().compareTo(other.id()) < 0
            && one.stages().contains(Stage.PRIMARY)
            && other.stages().contains(Stage.PRIMARY)
            && far < least) {
          least = far;
          nearest = List.of(one.id(), other.id());
        }
      }
    }
    return nearest;
  }

  @Test
  void aProvinceIsAFolderOfDatasets() throws IOException {
    Path province = folder.resolve("province");
    Run made =
        Run.of(
            "generate",
            "--seed",
            7,
            "--points",
            200,
            "--sites",
            20,
            "--years",
            2,
            "--province",
            3,
            "--out",
            province);
    assertThat(made.exit()).as(made.err()).isZero();
    try (Stream<Path> counties = Files.list(province)) {
      List<Path> sorted = counties.sorted().toList();
      assertThat(sorted.stream().map(path -> path.getFileName().toString()))
          .containsExactly("county-001", "county-002", "county-003");
      assertThat(sorted.stream().map(c -> DatasetFolder.read(c).dataset().demandPoints().size()))
          .doesNotHaveDuplicates();
    }
    assertThat(made.err()).contains("county-001/, county-002/, county-003/");
  }

  @Test
  void badOptionsAreNamedWithTheirRange() {
    refuses("--seed is -1, expected a whole number from 0 to", "--seed=-1");
    refuses("--points is 5, expected a whole number from 100 to 200000", "--points", "5");
    refuses("--sites is 1, expected a whole number from 16 to 10000", "--sites", "1");
    refuses("--years is 0, expected a whole number from 1 to 30", "--years", "0");
    refuses("--province is 0, expected a whole number from 1 to 999", "--province", "0");
    refuses("--pairing is \"8,15\", expected three whole numbers", "--pairing", "8,15");
    refuses("--points is 200, expected at least 3 for each", "--points", "200");
    refuses("--limit-metres is 1, expected a whole number from 500", "--limit-metres", "1");
    refuses("for the schools of --pairing 8,15,100", "--pairing", "8,15,100", "--sites", "100");
  }

  private void refuses(String message, Object... options) {
    Path out = folder.resolve("refused");
    Object[] start = {"generate", "--out", out, "--lang", "en"};
    Run run = Run.of(Stream.concat(Arrays.stream(start), seeded(options)).toArray());
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains(message).hasLineCount(1);
    assertThat(out).doesNotExist();
  }

  private static Stream<Object> seeded(Object... options) {
    Stream<Object> given = Arrays.stream(options);
    return options.length == 1 ? given : Stream.concat(Stream.of("--seed", 1), given);
  }

  @Test
  void otherFilesAreLeftAlone() throws IOException {
    Path letter = Files.writeString(folder.resolve("letter.txt"), "Dear planner");
    for (String option : List.of("--years=2", "--province=2")) {
      Run run = Run.of("generate", "--seed", 1, option, "--out", folder, "--lang", "en");
      assertThat(run.exit()).isEqualTo(2);
      assertThat(run.err()).contains("letter.txt");
    }
    assertThat(letter).hasContent("Dear planner");
  }
}
