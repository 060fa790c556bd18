package org.xuewei.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xuewei.geo.world.ChessboardTown;

/** Every input that somebody can put right: one message that names it, exit 2, nothing written. */
@Tag("long")
class BadInputTest {
  private static final Path LIECHTENSTEIN =
      Path.of("../data/samples/liechtenstein/liechtenstein-2021-05-05.osm.pbf");

  @TempDir private Path folder = Path.of("");

  @Test
  void missingMap() throws IOException {
    refusesImport(folder.resolve("nowhere.osm.pbf"), "nowhere.osm.pbf");
  }

  @Test
  void emptyMap() throws IOException {
    refusesImport(Files.createFile(folder.resolve("empty.osm.pbf")), "empty.osm.pbf");
  }

  @Test
  void truncatedMap() throws IOException {
    byte[] whole = Files.readAllBytes(LIECHTENSTEIN);
    for (int length : new int[] {10, 1000, whole.length / 2, whole.length - 1}) {
      Path half = folder.resolve("half-" + length + ".osm.pbf");
      Files.write(half, Arrays.copyOf(whole, length));
      refusesImport(half, half.getFileName().toString());
    }
  }

  @Test
  void fileOfAnotherKind() throws IOException {
    refusesImport(
        Files.writeString(folder.resolve("letter.osm.pbf"), "Dear planner,\n".repeat(1000)),
        "letter.osm.pbf");
  }

  @Test
  void unknownAdminLevelIsAnsweredWithThoseThatExist() throws IOException {
    Run run = refusesImport(LIECHTENSTEIN, "liechtenstein", "--admin-level", "5");
    assertThat(run.err()).contains("5").contains("8");
  }

  @Test
  void mapWithoutSchools() throws IOException {
    refusesImport(townWithout("amenity", "\"school\""), "school");
  }

  @Test
  void mapWithoutPopulation() throws IOException {
    refusesImport(townWithout("population", "\""), "population");
  }

  @Test
  void mapWithoutRoads() throws IOException {
    refusesImport(townWithout("highway", "\""), "road");
  }

  @Test
  void unknownKeyOfAScenarioIsNamedWithItsLine() throws IOException {
    Path scenario = scenario("seed: 1", "seed: 1\nbugdet: {capitalYuan: 1}");
    refusesPlan(scenario, "scenario.yaml", "bugdet", "budget");
  }

  @Test
  void negativeBudget() throws IOException {
    refusesPlan(scenario("seed: 1", "seed: 1\nbudget: {capitalYuan: -5}"), "scenario.yaml", "-5");
  }

  @Test
  void datasetThatIsNone() throws IOException {
    Path scenario = scenario("", "");
    Path out = folder.resolve("out");
    Run run = Run.of("plan", folder, "--scenario", scenario, "--out", out, "--lang", "en");
    assertThat(run.exit()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).contains("manifest.json");
    assertNothingWritten(out);
  }

  @Test
  void folderThatIsNoResultIsLeftAlone() throws IOException {
    Path precious = Files.createDirectory(folder.resolve("precious"));
    Files.writeString(precious.resolve("thesis.txt"), "years of work");
    Run run =
        Run.of("plan", folder, "--scenario", scenario("", ""), "--out", precious, "--lang", "en");
    assertThat(run.exit()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).contains("precious");
    assertThat(precious.resolve("thesis.txt")).hasContent("years of work");
  }

  @Test
  void unknownOptionIsRefusedWithAHint() {
    Run run = Run.of("demo", "--outt", folder, "--lang", "en");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("--outt");
  }

  private Run refusesImport(Path map, String named, String... options) throws IOException {
    Path out = folder.resolve("dataset");
    Object[] arguments =
        Stream.concat(
                Stream.of("import", map, "--out", out, "--lang", "en"), Arrays.stream(options))
            .toArray();
    Run run = Run.of(arguments);
    assertThat(run.exit()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).contains("Input:").contains(named).contains("expected");
    assertNothingWritten(out);
    return run;
  }

  private void refusesPlan(Path scenario, String... named) throws IOException {
    Path out = folder.resolve("out");
    Run run =
        Run.of("plan", folder.resolve("any"), "--scenario", scenario, "--out", out, "--lang", "en");
    assertThat(run.exit()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).contains(named);
    assertNothingWritten(out);
  }

  /** Neither the result nor a draft of it is left. */
  private void assertNothingWritten(Path out) throws IOException {
    assertThat(out).doesNotExist();
    try (Stream<Path> entries = Files.list(folder)) {
      List<String> hidden =
          entries
              .map(path -> path.getFileName().toString())
              .filter(name -> name.startsWith("."))
              .toList();
      assertThat(hidden).isEmpty();
    }
  }

  /** Chessboard Town with a tag renamed, so that nothing carries it. */
  private Path townWithout(String key, String valueStart) throws IOException {
    Path town = ChessboardTown.write(folder);
    String tag = "k=\"" + key + "\" v=" + valueStart;
    String xml = Files.readString(town).replace('\'', '"');
    assertThat(xml).contains(tag);
    return Files.writeString(town, xml.replace(tag, "k=\"was_" + key + "\" v=" + valueStart));
  }

  private Path scenario(String find, String replacement) throws IOException {
    String text =
        """
        id: town
        title: {en: Town, zh: 镇}
        baseYear: 2024
        planningYears: [2030]
        stages: [primary]
        travel: {limitMetres: 2000}
        schools: {stage: primary, squareMetresPerPupil: 20, classesAtMost: 36, classesWhenAreaUnknown: 12}
        actions:
          build: {newSchoolsAtMost: 1, leadYears: 3}
          expand: {addedClassesAtMost: 0, squareMetresPerPupil: 20, leadYears: 2}
        seed: 1
        """;
    return Files.writeString(folder.resolve("scenario.yaml"), text.replace(find, replacement));
  }
}
