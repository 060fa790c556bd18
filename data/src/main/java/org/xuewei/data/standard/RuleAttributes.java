package org.xuewei.data.standard;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xuewei.data.yaml.YamlValue;

/**
 * What a profile says about values: keys that hold for every value in the same braces and below,
 * until a deeper one says otherwise. Unit and note hold for their own braces only.
 */
record RuleAttributes(
    Optional<String> scope,
    Severity severity,
    List<String> sources,
    Optional<String> clause,
    Confidence confidence,
    Optional<String> unit,
    Optional<String> note) {
  static final Set<String> KEYS = Set.of("sev", "src", "clause", "conf", "scope", "unit", "note");

  /**
   * What holds where a profile says nothing: the value is reported, and nobody knows its source.
   */
  static final RuleAttributes NONE =
      new RuleAttributes(
          Optional.empty(),
          Severity.REPORT,
          List.of(),
          Optional.empty(),
          Confidence.P,
          Optional.empty(),
          Optional.empty());

  /** These attributes with those of a deeper mapping laid over them. */
  RuleAttributes with(Map<String, YamlValue> fields, Sources knownSources) {
    return new RuleAttributes(
        find(fields, "scope").map(YamlValue::text).or(() -> scope),
        find(fields, "sev").map(value -> value.oneOf(Severity.class)).orElse(severity),
        find(fields, "src").map(knownSources::ids).orElse(sources),
        find(fields, "clause").map(YamlValue::text).or(() -> clause),
        find(fields, "conf").map(Confidence::of).orElse(confidence),
        find(fields, "unit").map(YamlValue::text),
        find(fields, "note").map(YamlValue::text));
  }

  private static Optional<YamlValue> find(Map<String, YamlValue> fields, String key) {
    return Optional.ofNullable(fields.get(key));
  }
}
