package org.xuewei.data.standard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.xuewei.data.model.InputException;
import org.xuewei.data.yaml.NearestName;
import org.xuewei.data.yaml.YamlFile;
import org.xuewei.data.yaml.YamlValue;

/**
 * Which rules there are, with type and unit. A profile or an override that names another rule is
 * refused, so that a typo never turns into a rule that nobody reads.
 */
public final class RuleCatalog {
  private static final String RESOURCE = "rule-catalog.yaml";
  private static final Map<String, Entry> ENTRIES = read();

  private RuleCatalog() {}

  record Entry(ValueType type, Optional<String> unit) {}

  /**
   * The value of an override.
   *
   * @param place how messages call the place of the override
   * @param path the rule's path, for example {@code class_size.primary.max}
   * @param text the value as YAML on one line: {@code 45}, {@code [12, 18]}, <code>{12: 10.0}
   *     </code>
   * @throws InputException when there is no such rule or the value is not of its type
   */
  public static RuleValue parse(String place, String path, String text) {
    Entry entry =
        find(path)
            .orElseThrow(
                () ->
                    new InputException(
                        place
                            + ": there is no rule \""
                            + path
                            + "\""
                            + NearestName.hint(path, ENTRIES.keySet())));
    return entry.type().read(place + ", " + path, text);
  }

  static Optional<Entry> find(String path) {
    return Optional.ofNullable(ENTRIES.get(path));
  }

  static Set<String> paths() {
    return Collections.unmodifiableSet(ENTRIES.keySet());
  }

  static boolean isGroup(String path) {
    return ENTRIES.keySet().stream().anyMatch(known -> known.startsWith(path + "."));
  }

  /** The keys that may stand in the group of this path; the empty path is the top. */
  static Set<String> keysIn(String group) {
    String prefix = group.isEmpty() ? "" : group + ".";
    return ENTRIES.keySet().stream()
        .filter(path -> path.startsWith(prefix))
        .map(path -> path.substring(prefix.length()).split("\\.", 2)[0])
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Map<String, Entry> read() {
    Map<String, Entry> entries = new LinkedHashMap<>();
    resource(RESOURCE).fields().forEach((path, value) -> entries.put(path, entry(value)));
    return entries;
  }

  private static Entry entry(YamlValue value) {
    String[] typeAndUnit = value.text().split(", ", 2);
    String constant = typeAndUnit[0].toUpperCase(Locale.ROOT).replace(' ', '_');
    ValueType type =
        Arrays.stream(ValueType.values())
            .filter(known -> known.name().equals(constant))
            .findFirst()
            .orElseThrow(() -> value.expected("a type of rules"));
    return new Entry(
        type, typeAndUnit.length == 2 ? Optional.of(typeAndUnit[1]) : Optional.empty());
  }

  static YamlValue resource(String name) {
    try (InputStream in =
        Objects.requireNonNull(RuleCatalog.class.getResourceAsStream(name), name)) {
      return YamlFile.read(name, in);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
