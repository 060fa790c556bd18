package org.xuewei.data.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xuewei.data.standard.Layer;
import org.xuewei.data.standard.Standard;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The files in {@code docs/examples} are what this version writes, and fit the schemas in {@code
 * docs/schema}. After a wanted change write them anew with {@code -Dxuewei.golden=write}.
 */
class ExamplesTest {
  private static final JsonMapper JSON = new JsonMapper();
  private final Path folder;

  ExamplesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void planIsAsShown() throws IOException {
    isAsShown("plan.json", file -> PlanFile.write(ExampleFiles.PLAN, file));
  }

  @Test
  void scenarioIsAsShown() throws IOException {
    isAsShown("scenario.yaml", file -> ScenarioFile.write(ExampleFiles.SCENARIO, file));
  }

  @Test
  void summaryIsAsShown() throws IOException {
    isAsShown("summary.json", file -> SummaryFile.write(ExampleFiles.SUMMARY, file));
  }

  @Test
  void runIsAsShown() throws IOException {
    isAsShown("run.json", file -> RunFile.write(ExampleFiles.RUN, file));
  }

  @Test
  void countyLayerFitsTheRuleBook() {
    Layer layer = Layer.load(ExampleFiles.EXAMPLES.resolve("county-layer.yaml"));

    Standard county = Standard.load("henan-2023").with(layer);

    assertThat(county.integer("class_size.primary.max")).isEqualTo(40);
  }

  @ParameterizedTest
  @CsvSource({
    "plan, plan.json",
    "scenario, scenario.yaml",
    "scenario, ../../data/samples/malta/scenario.yaml",
    "summary, summary.json",
    "run, run.json",
  })
  void exampleFitsItsSchema(String schema, String example) throws IOException {
    assertThat(schema(schema).validate(document(example))).isEmpty();
  }

  @Test
  void canonicalScenarioFitsItsSchema() throws IOException {
    JsonNode canonical = JSON.readTree(ScenarioFile.canonicalJson(ExampleFiles.SCENARIO));

    assertThat(schema("scenario").validate(canonical)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "plan, plan.json, /schools/0, hours",
    "plan, plan.json, /header, host",
    "scenario, scenario.yaml, /demand/growth, until",
    "summary, summary.json, '', seconds",
    "run, run.json, /phases/0, memory",
  })
  void schemaRefusesKeysThatItDoesNotKnow(String schema, String example, String pointer, String key)
      throws IOException {
    JsonNode document = document(example);
    ((ObjectNode) document.at(pointer)).put(key, 1);

    assertThat(schema(schema).validate(document)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{kind: coverage, radiusMetres: 500} | 0",
        "{kind: centre} | 0",
        "{kind: coverage} | 1",
        "{kind: centre, radiusMetres: 500} | 1"
      })
  void schemaWantsARadiusForCoverageAlone(String objective, int faults) throws IOException {
    ObjectNode scenario = (ObjectNode) document("scenario.yaml");
    Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(objective);
    scenario.set("objective", JSON.valueToTree(tree));

    assertThat(schema("scenario").validate(scenario)).hasSize(faults);
  }

  @Test
  void schemaWantsEitherASchoolOrAReason() throws IOException {
    JsonNode plan = document("plan.json");
    ((ObjectNode) plan.at("/assignments/0")).put("reason", "no-seat");

    assertThat(schema("plan").validate(plan)).isNotEmpty();
  }

  private void isAsShown(String name, Consumer<Path> write) throws IOException {
    Path shown = ExampleFiles.EXAMPLES.resolve(name);
    if ("write".equals(System.getProperty("xuewei.golden"))) {
      write.accept(shown);
    }
    Path written = folder.resolve(name);
    write.accept(written);

    assertThat(Files.readString(written)).isEqualTo(Files.readString(shown));
  }

  private static JsonSchema schema(String name) throws IOException {
    Path file = ExampleFiles.DOCS.resolve("schema").resolve(name + ".schema.json");
    JsonNode node = JSON.readTree(Files.readString(file));
    JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    return factory.getSchema(node);
  }

  private static JsonNode document(String example) throws IOException {
    String text = Files.readString(ExampleFiles.EXAMPLES.resolve(example));
    Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    return JSON.valueToTree(tree);
  }
}
