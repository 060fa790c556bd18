package org.xuewei.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandTest {
  /** A row of four units; schools in the first and the last, with seats for two units each. */
  private static final String ROW =
      """
      id demand x y candidate cost capacity
      1 10 0 0 1 0 20
      2 10 1000 0 0 0 0
      3 10 2000 0 0 0 0
      4 10 3000 0 1 0 20
      """;

  private static final String TOUCH = "oid a b\n1 1 2\n2 2 1\n3 2 3\n4 3 2\n5 3 4\n6 4 3\n";

  @TempDir private Path folder = Path.of("");

  @Test
  void printsAnArrayAndWritesTheAssignment() throws IOException {
    Path row = Files.writeString(folder.resolve("row.txt"), ROW);
    Path touch = Files.writeString(folder.resolve("touch.txt"), TOUCH);
    Run run =
        Run.of(
            "bench",
            "districting",
            row.toString(),
            "--connectivity",
            touch.toString(),
            "--effort",
            "quick",
            "--json",
            "--out",
            folder.resolve("out").toString());
    assertThat(run.exit()).isZero();
    JsonNode rows = new ObjectMapper().readTree(run.out());
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).get("objective").asDouble()).isEqualTo(20);
    assertThat(rows.get(0).get("lowerBound").asDouble()).isBetween(0.0, 20.0);
    assertThat(rows.get(0).get("feasible").asBoolean()).isTrue();
    assertThat(rows.get(0).get("brokenCatchments").asInt()).isZero();
    assertThat(rows.get(0).get("overload").asInt()).isZero();
    assertThat(Files.readString(folder.resolve("out/row.csv")))
        .isEqualTo("unit,school\n1,1\n2,1\n3,4\n4,4\n");
  }

  /** Each of two schools in the row costs more than the ways that it saves. */
  @Test
  void opensExactlyAsManySitesAsAsked() throws IOException {
    String dear = ROW.replace("1 0 20", "1 90 40");
    Path row = Files.writeString(folder.resolve("row.txt"), dear);
    String[] fewer = {"bench", "siting", row.toString(), "--p", "2", "--effort", "quick", "--json"};
    String[] exactly = Arrays.copyOf(fewer, fewer.length + 1);
    exactly[fewer.length] = "--exactly";
    JsonNode one = new ObjectMapper().readTree(Run.of(fewer).out()).get(0);
    JsonNode two = new ObjectMapper().readTree(Run.of(exactly).out()).get(0);
    assertThat(one.get("objective").asDouble()).isEqualTo(90 + 10 + 20 + 30);
    assertThat(two.get("objective").asDouble()).isEqualTo(90 + 90 + 10 + 10);
    assertThat(two.get("missing").asInt()).isZero();
    assertThat(two.get("feasible").asBoolean()).isTrue();
  }

  @Test
  void sitesThatCannotBeOpenedAreMissing() throws IOException {
    Path row = Files.writeString(folder.resolve("row.txt"), ROW);
    Run run =
        Run.of(
            "bench",
            "siting",
            row.toString(),
            "--p",
            "3",
            "--exactly",
            "--effort",
            "quick",
            "--json");
    assertThat(run.exit()).isEqualTo(3);
    JsonNode only = new ObjectMapper().readTree(run.out()).get(0);
    assertThat(only.get("missing").asInt()).isEqualTo(1);
  }

  /** Ways are whole yuan in the problem, of which the bound is told in the file's own numbers. */
  @Test
  void boundIsNeverAboveTheObjectiveOfAnOptimum() throws IOException {
    for (int seed = 0; seed < 5; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder("id demand x y candidate cost capacity\n");
      for (int unit = 1; unit <= 12; unit++) {
        text.append(
            String.format(
                Locale.ROOT,
                "%d %d %.1f %.1f 1 0 1000%n",
                unit,
                1 + random.nextInt(50),
                1e4 * random.nextDouble(),
                1e4 * random.nextDouble()));
      }
      Path file = Files.writeString(folder.resolve("points" + seed + ".txt"), text);
      Run run = Run.of("bench", "pmedian", file.toString(), "--p", "3", "--json");
      JsonNode row = new ObjectMapper().readTree(run.out()).get(0);
      double objective = row.get("objective").asDouble();
      assertThat(row.get("lowerBound").asDouble()).isBetween(0.999_999 * objective, objective);
    }
  }

  @Test
  void tooFewSeatsAreAResultWithTheUnitsLeftOut() throws IOException {
    Path row = Files.writeString(folder.resolve("row.txt"), ROW.replace(" 20\n", " 10\n"));
    Run run = Run.of("bench", "districting", row.toString(), "--effort", "quick", "--json");
    assertThat(run.exit()).isEqualTo(CommandLineInterface.REQUEST_BROKEN);
    JsonNode result = new ObjectMapper().readTree(run.out()).get(0);
    assertThat(result.get("unserved").asInt()).isEqualTo(2);
    assertThat(result.get("feasible").asBoolean()).isFalse();
    assertThat(result.get("overload").asInt()).isZero();
  }

  @Test
  void linesSayWhatIsBrokenAndNoGapWhereUnitsAreLeftOut() throws IOException {
    Path row = Files.writeString(folder.resolve("row.txt"), ROW);
    Run whole = Run.of("bench", "districting", row.toString(), "--effort", "quick");
    assertThat(whole.exit()).isZero();
    assertThat(whole.out()).contains("objective 20.00", "gap 0.000 %", "feasible");
    Path tight = Files.writeString(folder.resolve("tight.txt"), ROW.replace(" 20\n", " 10\n"));
    Run left = Run.of("bench", "districting", tight.toString(), "--effort", "quick");
    assertThat(left.exit()).isEqualTo(CommandLineInterface.REQUEST_BROKEN);
    assertThat(left.out()).contains("no gap", "unserved 2 (0 out of reach), broken 0, overload 0");
    assertThat(left.out()).doesNotContain("NaN");
  }

  /** Unit 3 touches nobody, and unit 4, which lies behind it, holds no school. */
  @Test
  void unitsThatNoContiguousCatchmentCanHoldAreUnservedAndOutOfReach() throws IOException {
    Path row =
        Files.writeString(
            folder.resolve("row.txt"), ROW.replace("4 10 3000 0 1 0 20", "4 10 3000 0 0 0 0"));
    Path touch = Files.writeString(folder.resolve("touch.txt"), "oid a b\n1 1 2\n2 2 1\n");
    Run run =
        Run.of(
            "bench",
            "districting",
            row.toString(),
            "--connectivity",
            touch.toString(),
            "--effort",
            "quick",
            "--json",
            "--out",
            folder.toString());
    assertThat(run.exit()).isEqualTo(CommandLineInterface.REQUEST_BROKEN);
    JsonNode result = new ObjectMapper().readTree(run.out()).get(0);
    assertThat(result.get("unserved").asInt()).isEqualTo(2);
    assertThat(result.get("outOfReach").asInt()).isEqualTo(2);
    assertThat(result.get("objective").asDouble()).isEqualTo(10);
    assertThat(Files.readString(folder.resolve("row.csv")))
        .isEqualTo("unit,school\n1,1\n2,1\n3,\n4,\n");
  }

  private static final String EVERYWHERE = ROW.replaceAll(" [01] 0 \\d+\n", " 1 0 20\n");

  /** One school within 1 km of most: three units of four around the second or the third. */
  @Test
  void coverageHasAnUpperBound() throws IOException {
    Path row = Files.writeString(folder.resolve("row.txt"), EVERYWHERE);
    Run run =
        Run.of(
            "bench",
            "coverage",
            row,
            "--p",
            "1",
            "--radius",
            "1000",
            "--effort",
            "quick",
            "--json");
    assertThat(run.exit()).as(run.err()).isZero();
    JsonNode result = new ObjectMapper().readTree(run.out()).get(0);
    assertThat(result.get("objective").asDouble()).isEqualTo(30);
    assertThat(result.get("upperBound").asDouble()).isEqualTo(30);
    assertThat(result.get("lowerBound").isNull()).isTrue();
    assertThat(result.get("gapPercent").asDouble()).isZero();
    assertThat(result.get("greatestMetres").asDouble()).isEqualTo(2_000);
  }

  /** With seats for two units each, two schools halve the row. */
  @Test
  void pCentreIsTheGreatestWayInMetres() throws IOException {
    Path row = Files.writeString(folder.resolve("row.txt"), EVERYWHERE);
    Run free = Run.of("bench", "pcentre", row, "--p", "1", "--effort", "quick", "--json");
    JsonNode result = new ObjectMapper().readTree(free.out()).get(0);
    assertThat(result.get("objective").asDouble()).isEqualTo(2_000);
    assertThat(result.get("lowerBound").asDouble()).isEqualTo(2_000);
    assertThat(result.get("upperBound").isNull()).isTrue();
    Run seats =
        Run.of("bench", "pcentre", row, "--p", "2", "--capacitated", "--effort", "quick", "--json");
    assertThat(seats.exit()).as(seats.err()).isZero();
    JsonNode halved = new ObjectMapper().readTree(seats.out()).get(0);
    assertThat(halved.get("objective").asDouble()).isEqualTo(1_000);
    assertThat(halved.get("lowerBound").asDouble()).isEqualTo(1_000);
  }

  /** Two units of 10 pupils walk 1 km, half of it beyond: 2 x 10 x 4 x 0.25. */
  @Test
  void envyIsAPartOfTheObjective() throws IOException {
    Path row = Files.writeString(folder.resolve("row.txt"), ROW);
    Run run =
        Run.of(
            "bench",
            "districting",
            row,
            "--envy-beyond",
            "500",
            "--envy-weight",
            "4",
            "--effort",
            "quick",
            "--json");
    assertThat(run.exit()).as(run.err()).isZero();
    JsonNode result = new ObjectMapper().readTree(run.out()).get(0);
    assertThat(result.get("envy").asDouble()).isEqualTo(2 * 10 * 4 * 0.25);
    assertThat(result.get("objective").asDouble()).isEqualTo(20 + 20);
    assertThat(result.get("meanMetres").asDouble()).isEqualTo(500);
    assertThat(result.get("standardDeviationMetres").asDouble()).isEqualTo(500);
    assertThat(result.get("gini").asDouble()).isEqualTo(0.5);
  }

  @Test
  void optionsThatDoNotFitAreRefused() throws IOException {
    Path row = Files.writeString(folder.resolve("row.txt"), ROW);
    assertThat(Run.of("bench", "coverage", row, "--p", "1").err()).contains("--radius");
    assertThat(Run.of("bench", "coverage", row, "--radius", "9").err()).contains("--p");
    assertThat(Run.of("bench", "pcentre", row, "--p", "1", "--radius", "9").err())
        .contains("--radius belongs to coverage, not to pcentre");
    assertThat(Run.of("bench", "siting", row, "--envy-beyond", "9").err())
        .contains("--envy-weight");
    assertThat(Run.of("bench", "siting", row, "--envy-weight", "-1").exit())
        .isEqualTo(CommandLineInterface.INPUT);
  }

  @Test
  void missingFileIsNamed() {
    Run run = Run.of("bench", "siting", folder.resolve("nowhere.txt").toString());
    assertThat(run.exit()).isEqualTo(CommandLineInterface.INPUT);
    assertThat(run.err()).contains("nowhere.txt");
  }
}
