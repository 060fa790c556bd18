package org.xuewei.data.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xuewei.data.model.InputException;
import org.xuewei.data.model.Objective;
import org.xuewei.data.model.Scenario;
import org.xuewei.data.model.Stage;
import org.xuewei.data.standard.Layer;
import org.xuewei.data.standard.Standard;

class ScenarioFileTest {
  private static final String SHORTEST =
      """
      id: shortest
      baseYear: 2024
      planningYears: [2027, 2030]
      stages: [primary]
      demand: {keepTogetherPupils: 90}
      travel: {limitMetres: 2000}
      schools: {squareMetresPerPupil: 20, classesAtMost: 36, classesWhenAreaUnknown: 12}
      actions: {}
      """;

  private static final String FULL =
      """
      id: town-2030
      title: {en: Town}
      baseYear: 2024
      planningYears: [2027, 2030]
      stages: [primary]
      demand: {growth: {share: 0.15, by: 2030}, keepTogetherPupils: 90}
      travel: {limitMetres: 2000}
      schools: {squareMetresPerPupil: 20, classesAtMost: 36, classesWhenAreaUnknown: 12}
      actions:
        build: {newSchoolsAtMost: 12, leadYears: 3}
        expand: {addedClassesAtMost: 12, leadYears: 2}
      budget: {capitalYuan: 500000000}
      effort: quick
      standard:
        - {path: class_size.primary.max, value: 40, by: Zhang Wei, why: pilot}
      """;

  private final Path folder;

  ScenarioFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void keysLeftOutTakeTheirDefaults() throws IOException {
    Scenario scenario = read(SHORTEST);

    assertThat(scenario.title()).isEqualTo(Map.of("en", "shortest"));
    assertThat(scenario.demand()).isEqualTo(new Scenario.DemandRequest(0, 2030, 90));
    assertThat(scenario.schools().stage()).isEqualTo(Stage.PRIMARY);
    assertThat(scenario.actions().build())
        .isEqualTo(new Scenario.Build(OptionalInt.of(0), false, 3));
    assertThat(scenario.actions().expand()).isEqualTo(new Scenario.Expand(0, 20, 2));
    assertThat(scenario.budgetCapitalYuan()).isEmpty();
    assertThat(scenario.priorities()).isEqualTo(Scenario.Priorities.COST);
    assertThat(scenario.effort()).isEqualTo(Scenario.Effort.STANDARD);
    assertThat(scenario.seed()).isEqualTo(1);
    assertThat(scenario.overrides()).isEmpty();
  }

  @Test
  void scenarioOfTheSampleReads() {
    Scenario malta = ScenarioFile.read(Path.of("samples", "malta", "scenario.yaml"));

    assertThat(Standard.load("henan-2023").with(Layer.ofScenario(malta)).layers()).hasSize(1);
  }

  @Test
  void buildWithoutANumberHasNoLimit() throws IOException {
    Scenario scenario = read(SHORTEST.replace("actions: {}", "actions: {build: {}}"));

    assertThat(scenario.actions().build().newSchoolsAtMost()).isEmpty();
  }

  @Test
  void exactNumberOfNewSchoolsReadsAndIsWrittenTheSame() throws IOException {
    Scenario scenario = read(SHORTEST.replace("actions: {}", "actions: {build: {newSchools: 4}}"));
    Path file = folder.resolve("written.yaml");
    ScenarioFile.write(scenario, file);

    assertThat(scenario.actions().build())
        .isEqualTo(new Scenario.Build(OptionalInt.of(4), true, 3));
    assertThat(ScenarioFile.read(file)).isEqualTo(scenario);
  }

  @Test
  void exactNumberGoesNeitherWithALimitNorWithAnotherObjective() {
    assertThatThrownBy(
            () ->
                read(
                    SHORTEST.replace(
                        "actions: {}", "actions: {build: {newSchools: 4, newSchoolsAtMost: 4}}")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("actions.build.newSchools");
    assertThatThrownBy(
            () ->
                read(
                    SHORTEST.replace("actions: {}", "actions: {build: {newSchools: 4}}")
                        + "objective: {kind: centre}\n"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("objective");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{kind: coverage, radiusMetres: 500}", "{kind: centre}"})
  void objectiveReadsAndIsWrittenTheSame(String objective) throws IOException {
    Scenario scenario = read(SHORTEST + "objective: " + objective + "\n");
    Path file = folder.resolve("written.yaml");
    ScenarioFile.write(scenario, file);

    assertThat(scenario.priorities().objective())
        .isEqualTo(objective.contains("coverage") ? Objective.coverage(500) : Objective.CENTRE);
    assertThat(ScenarioFile.read(file)).isEqualTo(scenario);
  }

  @Test
  void costAndNoPriceOnSpreadLeaveTheCanonicalTextAsItWas() throws IOException {
    assertThat(ScenarioFile.canonicalJson(read(SHORTEST + "objective: {kind: cost}\n")))
        .isEqualTo(ScenarioFile.canonicalJson(read(SHORTEST)))
        .doesNotContain("objective", "weights");
  }

  @ParameterizedTest
  @ValueSource(strings = {"scenario.yaml", "scenario.yml", "scenario.json"})
  void writtenScenarioReadsTheSame(String name) {
    Path file = folder.resolve(name);

    ScenarioFile.write(ExampleFiles.SCENARIO, file);

    assertThat(ScenarioFile.read(file)).isEqualTo(ExampleFiles.SCENARIO);
  }

  @Test
  void overrideKeepsListsAndTables() throws IOException {
    Scenario scenario =
        read(
            SHORTEST
                + """
                standard:
                  - {path: school_size.module_classes.urban.primary, value: [18, 24], by: A, why: B}
                  - {path: site.track_footprint_m2, value: {200: 5000}, by: A, why: B}
                  - {path: costs.annualisation.rate, value: 0.04, by: A, why: B}
                """);
    Path file = folder.resolve("written.yaml");
    ScenarioFile.write(scenario, file);

    Standard standard = Standard.load("henan-2023").with(Layer.ofScenario(ScenarioFile.read(file)));

    assertThat(standard.integers("school_size.module_classes.urban.primary"))
        .containsExactly(18, 24);
    assertThat(standard.numbersByInteger("site.track_footprint_m2")).containsEntry(200, 5000.0);
    assertThat(standard.decimal("costs.annualisation.rate")).isEqualTo(0.04);
    assertThat(standard.history("costs.annualisation.rate").get(1).layer()).isEqualTo("shortest");
  }

  @Test
  void canonicalTextDoesNotDependOnOrderOrNotation() throws IOException {
    List<String> lines = SHORTEST.lines().toList();
    String upsideDown =
        String.join("\n", lines.stream().sorted(java.util.Comparator.reverseOrder()).toList());

    assertThat(ScenarioFile.canonicalJson(read(upsideDown)))
        .isEqualTo(ScenarioFile.canonicalJson(read(SHORTEST.replace("20,", "20.0,"))))
        .startsWith("{\"actions\":{\"build\":{\"leadYears\":3,\"newSchoolsAtMost\":0}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          id: town-2030        | id: ../town            | line 1, id: is ../town, expected 1 to 64 letters, digits, dots, hyphens or underscores
          {en: Town}           | {fr: Ville}            | line 2, title.fr: unknown key, expected one of en, zh
          baseYear: 2024       | baseYear: soon         | line 3, baseYear: is soon, expected a whole number from 1950 to 2200
          baseYear: 2024       | baseYaer: 2024         | line 3, baseYaer: unknown key; did you mean "baseYear"?
          [2027, 2030]         | [2030, 2027]           | line 4, planningYears[1]: is 2027, expected a year after 2030, the one before
          [2027, 2030]         | [2024, 2030]           | line 4, planningYears[0]: is 2024, expected a year after 2024, the base year
          [2027, 2030]         | []                     | line 4, planningYears: is an empty list, expected at least one year
          [2027, 2030]         | 2030                   | line 4, planningYears: is 2030, expected a list
          stages: [primary]    | stages: [senior]       | line 5, stages[0]: is senior, expected primary or junior
          stages: [primary]    | stages: [primary, primary] | line 5, stages[1]: the stage is given twice
          share: 0.15          | share: -1.01           | line 6, demand.growth.share: is -1.01, expected a number from -1 to 10
          share: 0.15          | share: 15%             | line 6, demand.growth.share: is 15%, expected a number from -1 to 10
          share: 0.15,         |                        | line 6, demand.growth: the key "share" is missing
          by: 2030             | by: 2024               | line 6, demand.growth.by: is 2024, expected a whole number from 2025 to 2200
          limitMetres: 2000    | limitMetres: -1        | line 7, travel.limitMetres: is -1, expected a whole number from 1 to 100000
          travel: {limitMetres: 2000} | travel: far     | line 7, travel: is far, expected keys and values
          AreaUnknown: 12      | AreaUnknown: 37        | line 8, schools.classesWhenAreaUnknown: is 37, expected a whole number from 1 to 36
          PerPupil: 20         | PerPupil: 0            | line 8, schools.squareMetresPerPupil: is 0, expected a number from 0.1 to 10000
          newSchoolsAtMost: 12 | newSchoolAtMost: 12    | line 10, actions.build.newSchoolAtMost: unknown key; did you mean "newSchoolsAtMost"?
          leadYears: 3         | leadYears: 0           | line 10, actions.build.leadYears: is 0, expected a whole number from 1 to 30
          addedClassesAtMost: 12, |                     | line 11, actions.expand: the key "addedClassesAtMost" is missing
          Yuan: 500000000      | Yuan: -5               | line 12, budget.capitalYuan: is -5, expected a whole number of 0 or more
          Yuan: 500000000      | Yuan: 5e8              | line 12, budget.capitalYuan: is 5e8, expected a whole number of 0 or more
          Yuan: 500000000      | Yuan: 10000000000000000 | line 12, budget.capitalYuan: is 10000000000000000, expected a whole number from 0 to 1000000000000000
          effort: quick        | catchments: round      | line 13, catchments: is round, expected free or contiguous
          effort: quick        | zones: [[a]]           | line 13, zones[0]: has 1 schools, expected at least two
          effort: quick        | zones: [[a, b], [b, c]] | line 13, zones[1][0]: the school b is in a zone already
          effort: quick        | effort: high           | line 13, effort: is high, expected quick, standard or thorough
          effort: quick        | objective: {kind: best} | line 13, objective.kind: is best, expected cost, coverage or centre
          effort: quick        | objective: {kind: coverage} | line 13, objective: the key "radiusMetres" is missing
          effort: quick        | objective: {kind: coverage, radiusMetres: 0} | line 13, objective.radiusMetres: is 0, expected a whole number from 1 to 100000
          effort: quick        | objective: {kind: centre, radiusMetres: 9} | line 13, objective.radiusMetres: belongs to coverage alone, expected no radius
          effort: quick        | weights: {spread: {beyondMetres: 9}} | line 13, weights.spread: the key "yuanPerPupilSquareKilometre" is missing
          effort: quick        | weights: {spread: {beyondMetres: 9, yuanPerPupilSquareKilometre: -1}} | line 13, weights.spread.yuanPerPupilSquareKilometre: is -1, expected a number from 0 to 1000000
          value: 40            | value: forty           | line 15, standard[0].value, class_size.primary.max: is forty, expected a whole number of 1 or more
          size.primary.max     | size.primary.mx        | line 15, standard[0].value: there is no rule "class_size.primary.mx"; did you mean "class_size.primary.max"?
          , why: pilot         |                        | line 15, standard[0]: the key "why" is missing
          """)
  void mistakeNamesFileLineKeyAndExpectation(String text, String mistyped, String message) {
    String wrong = FULL.replace(text, mistyped == null ? "" : mistyped);

    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> read(wrong))
        .withMessage(folder.resolve("scenario.yaml") + ", " + message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id",
        "baseYear",
        "planningYears",
        "stages",
        "demand",
        "travel",
        "schools",
        "actions"
      })
  void missingKeyIsNamed(String key) {
    String without = SHORTEST.replaceAll("(?m)^" + key + ":.*\n", "");

    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> read(without))
        .withMessage(
            folder.resolve("scenario.yaml") + ", line 1: the key \"" + key + "\" is missing");
  }

  @Test
  void longValuesMakeShortMessages() {
    String wrong = FULL.replace("value: 40", "value: '{" + "x".repeat(100_000) + "'");

    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> read(wrong))
        .satisfies(thrown -> assertThat(thrown.getMessage()).hasSizeLessThan(300));
  }

  @Test
  void missingFileIsNamed() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> ScenarioFile.read(folder.resolve("none.yaml")))
        .withMessage(folder.resolve("none.yaml") + ": there is no such file, expected one in YAML");
  }

  private Scenario read(String yaml) throws IOException {
    return ScenarioFile.read(Files.writeString(folder.resolve("scenario.yaml"), yaml));
  }
}
