package org.xuewei.data.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xuewei.data.model.InputException;
import org.xuewei.data.model.Plan;

class PlanFileTest {
  private final Path folder;
  private final Path file;

  PlanFileTest(@TempDir Path folder) {
    this.folder = folder;
    this.file = folder.resolve("out").resolve("plan.json");
  }

  @Test
  void writtenPlanReadsTheSame() {
    PlanFile.write(ExampleFiles.PLAN, file);

    assertThat(PlanFile.read(file)).isEqualTo(ExampleFiles.PLAN);
  }

  @Test
  void rowsAreSortedWhateverTheirOrder() throws IOException {
    PlanFile.write(ExampleFiles.PLAN, file);
    String sorted = Files.readString(file);

    PlanFile.write(reversed(ExampleFiles.PLAN), file);

    assertThat(Files.readString(file)).isEqualTo(sorted);
  }

  @Test
  void nothingIsLeftBesideThePlan() throws IOException {
    PlanFile.write(ExampleFiles.PLAN, file);
    PlanFile.write(ExampleFiles.PLAN, file);

    try (var files = Files.list(folder.resolve("out"))) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void folderThatIsAFileIsNamed() throws IOException {
    Path blocked = Files.writeString(folder.resolve("blocked"), "");

    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> PlanFile.write(ExampleFiles.PLAN, blocked.resolve("plan.json")))
        .withMessageStartingWith(blocked.resolve("plan.json") + ": cannot be written: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "schemaVersion": 1,   | "schemaVersion": 2,     | /schemaVersion: is 2, expected 1
          "groups": [           | "gruops": [             | /gruops: unknown key; did you mean "groups"?
          "seed": 1,            | "seed": "one",          | /header/seed: is "one", expected a whole number from -9223372036854775808 to 9223372036854775807
          "inputHash"           | "inputHsh"              | /header/inputHsh: unknown key; did you mean "inputHash"?
          "pupils": 430         | "pupils": -1            | /schools/0/pupils: is -1, expected a whole number from 0 to 2147483647
          "pupils": 430         | "pupils": 430.0         | /schools/0/pupils: is 430.0, expected a whole number from 0 to 2147483647
          "pupils": 430         | "pupils": 99999999999   | /schools/0/pupils: is 99999999999, expected a whole number from 0 to 2147483647
          "classes": 6,         |                         | /schools/1/classes: the key is missing
          "pupils": 430         | "hours": 1, "pupils": 1 | /schools/0/hours: unknown key, expected one of school, stage, year, classes, pupils
          {"school": "way/101"  | {"school": "candidate/7" | /schools/1: the row is there twice
          "reason": "no-road-nearby" | "reason": "tired"  | /assignments/4/reason: is "tired", expected no-road-nearby, other-component, beyond-limit, no-contiguous-catchment, no-seat or no-open-school-in-reach
          "reason": "no-road-nearby" | "metres": 1        | /assignments/4/school: expected either a school or a reason
          "band": "g1-3"        | "band": "g1"            | /assignments/0/band: is "g1", expected g1-3, g4-6 or g7-9
          "opening": "2030H2"   | "opening": "2030H3"     | /actions/0/opening: is "2030H3", expected a half-year like 2029H2
          "type": "build"       | "type": "wish"          | /actions/0/type: is "wish", expected build, expand, new-campus, convert, reduce, merge or keep
          "members": ["candidate/7"]} | "members": [7]}   | /communities/0/members: is 7, expected ids
          "reproducible": true  | "reproducible": "yes"   | /certificate/reproducible: is "yes", expected true or false
          """)
  void mistakeNamesFileAndPointer(String text, String mistyped, String message) throws IOException {
    String wrong = example().replace(text, mistyped == null ? "" : mistyped);

    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> read(wrong))
        .withMessage(file + " at " + message);
  }

  @Test
  void missingListIsNamed() throws IOException {
    String without = example().replaceAll("(?s)  \"communities\": \\[.*?\\n  \\],\n", "");

    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> read(without))
        .withMessage(file + " at /communities: the key is missing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{}{}",
        "null",
        "{\"schools\": {}}",
        "{\"schools\": [[]]}",
        "{\"schools\": [",
        "{\"schemaVersion\": 1, \"schemaVersion\": 1}",
        "{\"header\": null}"
      })
  void whatIsNotAPlanIsRefused(String text) {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> read(text))
        .withMessageStartingWith(file.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":"})
  void deepNestingIsRefused(String step) {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> read("{\"header\": " + step.repeat(500_000)))
        .withMessageContaining("line 1: is not a plan in JSON: ");
  }

  @Test
  void longTextIsRefused() throws IOException {
    String wrong = example().replace("node/1", "n".repeat(1_000_000));

    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> read(wrong))
        .satisfies(thrown -> assertThat(thrown.getMessage()).hasSizeLessThan(400));
  }

  private static String example() throws IOException {
    return Files.readString(ExampleFiles.EXAMPLES.resolve("plan.json"));
  }

  private Plan read(String json) throws IOException {
    Files.createDirectories(folder.resolve("out"));
    return PlanFile.read(Files.writeString(file, json));
  }

  private static Plan reversed(Plan plan) {
    return new Plan(
        plan.header(),
        reversed(plan.actions()),
        reversed(plan.schools()),
        reversed(plan.assignments()),
        reversed(plan.communities()),
        reversed(plan.groups()),
        plan.certificate());
  }

  private static <T> List<T> reversed(List<T> rows) {
    List<T> reversed = new ArrayList<>(rows);
    Collections.reverse(reversed);
    return reversed;
  }
}
