package org.xuewei.data.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.Locale;
import org.xuewei.data.model.Scenario;
import org.xuewei.data.yaml.YamlFile;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * Scenario files in YAML or JSON, described by {@code docs/schema/scenario.schema.json}. The keys
 * that may be left out, and what then holds:
 *
 * <ul>
 *   <li>{@code title}: the id
 *   <li>{@code demand.growth}: no change; {@code demand.growth.by}: the last planning year
 *   <li>{@code schools.stage}: the first of {@code stages}
 *   <li>{@code actions.build}, {@code actions.expand}: not allowed
 *   <li>{@code actions.build.newSchoolsAtMost} and {@code newSchools}, the exact number of them: no
 *       limit; {@code leadYears}: 3
 *   <li>{@code actions.expand.leadYears}: 2; {@code squareMetresPerPupil}: that of {@code schools}
 *   <li>{@code budget}: no limit
 *   <li>{@code effort}: standard; {@code seed}: 1; {@code catchments}: free; {@code zones}: no
 *       school shares its zone; {@code standard}: no rule is changed
 * </ul>
 */
public final class ScenarioFile {
  private static final JsonMapper SORTED =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();
  private static final ObjectWriter INDENTED =
      new JsonMapper()
          .writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

  private ScenarioFile() {}

  /**
   * Reads a scenario.
   *
   * @throws org.xuewei.data.model.InputException naming file, line and key of what is wrong
   */
  public static Scenario read(Path file) {
    return ScenarioReader.read(YamlFile.read(file));
  }

  /** Writes a scenario: JSON when the file's name ends in {@code .json}, else YAML. */
  public static void write(Scenario scenario, Path file) {
    boolean json = file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
    AtomicFile.write(file, out -> out.write(json ? json(scenario) : yaml(scenario)));
  }

  /** Every key on one line in alphabetical order: equal scenarios have equal texts. */
  public static String canonicalJson(Scenario scenario) {
    try {
      return SORTED.writeValueAsString(ScenarioFields.of(scenario));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String json(Scenario scenario) throws JsonProcessingException {
    return INDENTED.writeValueAsString(ScenarioFields.of(scenario)) + "\n";
  }

  private static String yaml(Scenario scenario) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.AUTO);
    options.setLineBreak(DumperOptions.LineBreak.UNIX);
    options.setAllowUnicode(true);
    options.setSplitLines(false);
    options.setIndicatorIndent(2);
    options.setIndentWithIndicator(true);
    return new Yaml(options).dump(ScenarioFields.of(scenario));
  }
}
