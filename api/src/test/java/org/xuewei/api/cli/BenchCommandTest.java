package org.xuewei.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  @Test
  void missingFileIsNamed() {
    Run run = Run.of("bench", "siting", folder.resolve("nowhere.txt").toString());
    assertThat(run.exit()).isEqualTo(CommandLineInterface.INPUT);
    assertThat(run.err()).contains("nowhere.txt");
  }
}
