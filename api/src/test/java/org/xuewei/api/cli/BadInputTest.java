package org.xuewei.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xuewei.geo.world.ChessboardTown;

/**
 * Every input that somebody can put right, in both languages: one message that names it and what
 * was expected, exit 2, nothing written.
 */
final class BadInputTest {
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
    refusesImport(
        LIECHTENSTEIN,
        List.of("liechtenstein-2021-05-05.osm.pbf", "admin_level 5", "8 (boundaries: 11)"),
        "--admin-level",
        "5");
  }

  @Test
  void mapWithoutDistricts() throws IOException {
    refusesImport(townWithout("administrative"), "chessboard-town.osm.pbf, districts");
  }

  @Test
  void mapWithoutSchools() throws IOException {
    refusesImport(townWithout("amenity"), "chessboard-town.osm.pbf, schools");
  }

  @Test
  void mapWithoutPopulation() throws IOException {
    refusesImport(townWithout("population"), "chessboard-town.osm.pbf, places");
  }

  @Test
  void mapWithoutRoads() throws IOException {
    refusesImport(townWithout("highway"), "chessboard-town.osm.pbf, roads");
  }

  @Test
  void mapWithoutHomes() throws IOException {
    refusesImport(townWithout("landuse"), "chessboard-town.osm.pbf, residential areas");
  }

  @Test
  void unknownKeyOfAScenarioIsNamedWithItsLine() throws IOException {
    refusesPlan(
        scenario("seed: 1", "bugdet: {capitalYuan: 1}"),
        "scenario.yaml, line 12",
        "bugdet",
        "budget");
  }

  @Test
  void missingKeyOfAScenario() throws IOException {
    refusesPlan(scenario("baseYear: 2024", ""), "scenario.yaml, line 1", "baseYear", "missing");
  }

  @Test
  void negativeBudget() throws IOException {
    refusesPlan(
        scenario("seed: 1", "budget: {capitalYuan: -5}"),
        "scenario.yaml, line 12, budget.capitalYuan: is -5, expected");
  }

  @Test
  void missingScenario() throws IOException {
    refusesPlan(folder.resolve("nowhere.yaml"), "nowhere.yaml", "expected");
  }

  @Test
  void twoPlanningYears() throws IOException {
    Path dataset = folder.resolve("dataset");
    Run imported = Run.of("import", ChessboardTown.write(folder), "--out", dataset);
    assertThat(imported.exit()).as(imported.err()).isZero();

    Path scenario = scenario("[2030]", "[2030, 2035]");
    refuses(
        List.of("planningYears", "expected one"),
        folder.resolve("out"),
        "plan",
        dataset,
        "--scenario",
        scenario,
        "--out",
        folder.resolve("out"));
  }

  @Test
  void datasetThatIsNone() throws IOException {
    Path out = folder.resolve("out");
    refuses(
        List.of("manifest.json", "expected"),
        out,
        "plan",
        folder,
        "--scenario",
        scenario("", ""),
        "--out",
        out);
  }

  @Test
  void folderThatIsNoResultIsLeftAlone() throws IOException {
    Path precious = Files.createDirectory(folder.resolve("precious"));
    Files.writeString(precious.resolve("thesis.txt"), "years of work");
    refuses(
        List.of("precious", "expected"),
        folder.resolve("nothing"),
        "plan",
        folder,
        "--scenario",
        scenario("", ""),
        "--out",
        precious);
    assertThat(precious.resolve("thesis.txt")).hasContent("years of work");
  }

  @Test
  void placeThatIsNoDatasetIsRefusedBeforeTheMapIsRead() throws IOException {
    Path precious = Files.createDirectory(folder.resolve("precious"));
    Files.writeString(precious.resolve("thesis.txt"), "years of work");

    Run run = Run.of("import", LIECHTENSTEIN, "--out", precious, "--lang", "en");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).startsWith("Input: ").contains("thesis.txt", "expected");
    assertThat(precious.resolve("thesis.txt")).hasContent("years of work");
  }

  @Test
  void optionsOutOfRange() throws IOException {
    refusesImport(
        ChessboardTown.write(folder), List.of("--limit-metres is -5"), "--limit-metres", "-5");
    refusesImport(ChessboardTown.write(folder), List.of("id is empty"), "--id", " ");
    Path out = folder.resolve("out");
    for (String option : List.of("--seconds", "--seed")) {
      refuses(
          List.of(option + " is -1", "expected"),
          out,
          "plan",
          folder.resolve("any"),
          "--scenario",
          scenario("", ""),
          "--out",
          out,
          option,
          "-1");
    }
  }

  @Test
  void unknownOptionIsRefusedWithAHint() {
    Run run = Run.of("demo", "--outt", folder, "--lang", "en");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("--outt", "--out");
    assertThat(run.out()).isEmpty();
  }

  private void refusesImport(Path map, String named) throws IOException {
    refusesImport(map, List.of(named));
  }

  private void refusesImport(Path map, List<String> named, Object... options) throws IOException {
    Path out = folder.resolve("dataset");
    refuses(
        Stream.concat(named.stream(), Stream.of("expected")).toList(),
        out,
        Stream.concat(Stream.of("import", map, "--out", out), Arrays.stream(options)).toArray());
  }

  private void refusesPlan(Path scenario, String... named) throws IOException {
    Path out = folder.resolve("out");
    refuses(
        List.of(named), out, "plan", folder.resolve("any"), "--scenario", scenario, "--out", out);
  }

  private void refuses(List<String> named, Path out, Object... command) throws IOException {
    for (String language : List.of("en", "zh")) {
      Run run =
          Run.of(Stream.concat(Arrays.stream(command), Stream.of("--lang", language)).toArray());
      assertThat(run.exit()).as(run.err()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      String start = language.equals("zh") ? "输入有误：" : "Input: ";
      List<String> lines = run.err().lines().toList();
      assertThat(lines.stream().filter(line -> line.startsWith(start))).hasSize(1);
      assertThat(lines.get(lines.size() - 1)).startsWith(start).contains(named);
      assertNothingWritten(out);
    }
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

  /** Chessboard Town with a word of its tags misspelt, so that nothing carries it. */
  private Path townWithout(String word) throws IOException {
    Path town = ChessboardTown.write(folder);
    String bytes = Files.readString(town, StandardCharsets.ISO_8859_1);
    assertThat(bytes).containsOnlyOnce(word);
    return Files.writeString(
        town, bytes.replace(word, "x" + word.substring(1)), StandardCharsets.ISO_8859_1);
  }

  private Path scenario(String find, String replacement) throws IOException {
    String text =
        """
        id: town
        title: {en: Town, zh: 镇}
        baseYear: 2024
        planningYears: [2030]
        stages: [primary]
        demand: {keepTogetherPupils: 90}
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
