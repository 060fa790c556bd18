package org.xuewei.data.standard;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xuewei.data.model.Scenario;
import org.xuewei.data.yaml.YamlFile;
import org.xuewei.data.yaml.YamlObject;
import org.xuewei.data.yaml.YamlValue;

/**
 * Values that a nation, province, city, county or scenario sets over a profile, each with who and
 * why, and rules that somebody there confirms. The file form is described in {@code
 * docs/rule-book.md}.
 */
public record Layer(
    String id, Level level, List<RuleOverride> overrides, List<Confirmation> confirmations) {
  public Layer {
    overrides = List.copyOf(overrides);
    confirmations = List.copyOf(confirmations);
  }

  /**
   * @param place file, line and key, for messages
   */
  public record RuleOverride(
      String path,
      RuleValue value,
      String by,
      String why,
      Optional<LocalDate> date,
      Optional<String> source,
      String place) {}

  /**
   * @param path a rule, or a group of rules
   * @param place file, line and key, for messages
   */
  public record Confirmation(String path, Rule.Confirmation confirmation, String place) {}

  /** Reads a layer file of a nation, province, city or county. */
  public static Layer load(Path file) {
    YamlObject root = YamlFile.read(file).object("layer", "overrides", "confirmations");
    YamlObject head = root.required("layer").object("id", "level");
    Level level = head.required("level").oneOf(Level.class);
    if (level == Level.SCENARIO) {
      throw head.required("level")
          .refuse(
              "is scenario, expected nation, province, city or county; a scenario sets rules"
                  + " in its own file");
    }
    return new Layer(
        head.required("id").text(),
        level,
        overrides(root.find("overrides").map(YamlValue::items).orElse(List.of())),
        root.find("confirmations").map(YamlValue::items).orElse(List.of()).stream()
            .map(Layer::confirmation)
            .toList());
  }

  /** The rules that a scenario sets. */
  public static Layer ofScenario(Scenario scenario) {
    String place = "scenario " + scenario.id();
    return new Layer(
        scenario.id(),
        Level.SCENARIO,
        scenario.overrides().stream()
            .map(
                set ->
                    new RuleOverride(
                        set.path(),
                        RuleCatalog.parse(place, set.path(), set.value()),
                        set.by(),
                        set.why(),
                        Optional.empty(),
                        Optional.empty(),
                        place))
            .toList(),
        List.of());
  }

  private static List<RuleOverride> overrides(List<YamlValue> items) {
    List<RuleOverride> overrides = new ArrayList<>();
    Set<String> paths = new HashSet<>();
    for (YamlValue item : items) {
      YamlObject fields = item.object("path", "value", "by", "why", "date", "src");
      String path = fields.required("path").text();
      if (!paths.add(path)) {
        throw item.refuse("the rule " + path + " is set twice");
      }
      YamlValue value = fields.required("value");
      overrides.add(
          new RuleOverride(
              path,
              RuleCatalog.parse(value.place(), path, value.flowText()),
              fields.required("by").text(),
              fields.required("why").text(),
              fields.find("date").map(Layer::date),
              fields.find("src").map(YamlValue::text),
              item.place()));
    }
    return overrides;
  }

  private static Confirmation confirmation(YamlValue item) {
    YamlObject fields = item.object("path", "by", "date");
    return new Confirmation(
        fields.required("path").text(),
        new Rule.Confirmation(fields.required("by").text(), date(fields.required("date"))),
        item.place());
  }

  private static LocalDate date(YamlValue value) {
    try {
      return LocalDate.parse(value.text());
    } catch (DateTimeParseException notIso) {
      throw value.expected("a date like 2026-11-01");
    }
  }
}
