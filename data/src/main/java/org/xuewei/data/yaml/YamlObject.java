package org.xuewei.data.yaml;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A mapping of which all keys are known; a key outside the list was refused on construction. */
public final class YamlObject {
  private final YamlValue value;
  private final Map<String, YamlValue> fields;

  YamlObject(YamlValue value, List<String> knownKeys) {
    this.value = value;
    this.fields = value.fields();
    fields.forEach(
        (key, field) -> {
          if (!knownKeys.contains(key)) {
            throw field.refuse("unknown key" + NearestName.hint(key, absent(knownKeys)));
          }
        });
  }

  /** A mistyped key is more likely one that is not there. */
  private List<String> absent(List<String> knownKeys) {
    return knownKeys.stream().filter(known -> !fields.containsKey(known)).toList();
  }

  /** The value of a key that must be there. */
  public YamlValue required(String key) {
    return find(key).orElseThrow(() -> value.refuse("the key \"" + key + "\" is missing"));
  }

  /** The value of a key that may be left out. */
  public Optional<YamlValue> find(String key) {
    return Optional.ofNullable(fields.get(key));
  }
}
