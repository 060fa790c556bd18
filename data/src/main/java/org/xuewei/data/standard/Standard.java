package org.xuewei.data.standard;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.xuewei.data.model.InputException;
import org.xuewei.data.yaml.NearestName;
import org.xuewei.data.yaml.YamlFile;

/**
 * The rule book: the rules of one profile with the layers of nation, province, city, county and
 * scenario over it. A rule is named by its path, the keys from the top of the profile down to the
 * value: {@code class_size.primary.max}. Immutable, thread-safe.
 *
 * <p>A typed reader throws an {@link InputException} when the profile holds no value for the path,
 * and an {@link IllegalArgumentException} when the path is of another type.
 */
public final class Standard {
  private static final List<String> BUNDLED = List.of("henan-2023");

  private final Profile profile;
  private final List<Layer> layers;
  private final NavigableMap<String, Rule> rules;

  private Standard(Profile profile, List<Layer> layers, Map<String, Rule> rules) {
    this.profile = profile;
    this.layers = List.copyOf(layers);
    this.rules = Collections.unmodifiableNavigableMap(new TreeMap<>(rules));
  }

  /** A profile that comes with this software: {@code henan-2023}. */
  public static Standard load(String profileId) {
    if (!BUNDLED.contains(profileId)) {
      throw new InputException(
          "there is no rule book \"" + profileId + "\"" + NearestName.hint(profileId, BUNDLED));
    }
    String file = profileId + ".yaml";
    return of(Profile.read(file, RuleCatalog.resource(file)));
  }

  /** A profile of one's own. */
  public static Standard load(Path file) {
    return of(Profile.read(file.toString(), YamlFile.read(file)));
  }

  private static Standard of(Profile profile) {
    return new Standard(profile, List.of(), profile.rules());
  }

  /** Id of the profile, for example {@code henan-2023}. */
  public String id() {
    return profile.id();
  }

  /** Title of the profile in its own language. */
  public String title() {
    return profile.title();
  }

  /** The layers over the profile, widest first. */
  public List<Layer> layers() {
    return layers;
  }

  /** This rule book with one more layer over it, of the same level as the last one or narrower. */
  public Standard with(Layer layer) {
    if (!layers.isEmpty() && layers.get(layers.size() - 1).level().compareTo(layer.level()) > 0) {
      throw new InputException(
          "layer " + layer.id() + ": is wider than the layer below it, expected widest first");
    }
    Map<String, Rule> changed = new TreeMap<>(rules);
    for (Layer.RuleOverride set : layer.overrides()) {
      Rule rule = changed.get(set.path());
      if (rule == null) {
        throw absent(set.place(), set.path());
      }
      changed.put(set.path(), rule.withValue(set.value()));
    }
    for (Layer.Confirmation confirmation : layer.confirmations()) {
      confirm(confirmation, changed);
    }
    List<Layer> more = new ArrayList<>(layers);
    more.add(layer);
    return new Standard(profile, more, changed);
  }

  private void confirm(Layer.Confirmation confirmation, Map<String, Rule> changed) {
    String path = confirmation.path();
    List<String> confirmed =
        changed.keySet().stream()
            .filter(known -> known.equals(path) || known.startsWith(path + "."))
            .toList();
    if (confirmed.isEmpty()) {
      throw absent(confirmation.place(), path);
    }
    for (String known : confirmed) {
      changed.computeIfPresent(known, (key, rule) -> rule.confirmed(confirmation.confirmation()));
    }
  }

  /** All rules, by path in alphabetical order. */
  public Collection<Rule> rules() {
    return rules.values();
  }

  /** The rule with this path; a path without one is refused with the nearest that exists. */
  public Rule rule(String path) {
    return findRule(path).orElseThrow(() -> absent(profile.file(), path));
  }

  public Optional<Rule> findRule(String path) {
    return Optional.ofNullable(rules.get(path));
  }

  /** The document with this id, as rules cite it. */
  public Optional<Source> source(String id) {
    return profile.sources().find(id);
  }

  public int integer(String path) {
    return value(path, RuleValue.Whole.class).number();
  }

  /** A number; a whole number is one too. */
  public double decimal(String path) {
    return rule(path).value() instanceof RuleValue.Whole whole
        ? whole.number()
        : value(path, RuleValue.Decimal.class).number().doubleValue();
  }

  public boolean flag(String path) {
    return value(path, RuleValue.Flag.class).set();
  }

  public String text(String path) {
    return value(path, RuleValue.Text.class).text();
  }

  /** Ascending numbers, at least one. */
  public List<Integer> integers(String path) {
    return value(path, RuleValue.Wholes.class).numbers();
  }

  /** The two ends of a range, the lower one first. */
  public List<Double> decimals(String path) {
    return value(path, RuleValue.Decimals.class).numbers().stream()
        .map(BigDecimal::doubleValue)
        .toList();
  }

  public List<String> texts(String path) {
    return value(path, RuleValue.Texts.class).texts();
  }

  /** A table, for example square metres per pupil by classes. */
  public NavigableMap<Integer, Double> numbersByInteger(String path) {
    NavigableMap<Integer, Double> numbers = new TreeMap<>();
    value(path, RuleValue.Table.class)
        .numbers()
        .forEach((key, number) -> numbers.put(key, number.doubleValue()));
    return Collections.unmodifiableNavigableMap(numbers);
  }

  private <V extends RuleValue> V value(String path, Class<V> type) {
    RuleValue value = rule(path).value();
    if (value instanceof RuleValue.NotKnown) {
      throw new InputException(
          profile.file() + ": nobody knows " + path + ", expected a county layer to set it");
    }
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException(path + " is " + value + ", not " + type.getSimpleName());
    }
    return type.cast(value);
  }

  /** Who set this rule to what and why: the profile first, then every layer that sets it. */
  public List<Change> history(String path) {
    Rule stated = profile.rules().get(path);
    if (stated == null) {
      throw absent(profile.file(), path);
    }
    List<Change> history = new ArrayList<>();
    history.add(Change.ofProfile(profile.id(), stated));
    for (Layer layer : layers) {
      layer.overrides().stream()
          .filter(set -> set.path().equals(path))
          .forEach(set -> history.add(Change.ofLayer(layer, set)));
    }
    return history;
  }

  /** Every value that counts, one a line; equal rule books have equal texts. */
  public String canonicalText() {
    StringBuilder text = new StringBuilder(profile.id() + " " + profile.version() + "\n");
    for (Rule rule : rules.values()) {
      text.append(rule.path()).append(" = ").append(rule.value().text()).append(" ");
      text.append(rule.effectiveSeverity().name()).append("\n");
    }
    return text.toString();
  }

  /** SHA-256 of {@link #canonicalText} in lower-case hex. */
  public String sha256() {
    try {
      byte[] bytes = canonicalText().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private InputException absent(String place, String path) {
    return new InputException(
        place
            + ": there is no rule \""
            + path
            + "\" in "
            + profile.id()
            + NearestName.hint(path, rules.keySet()));
  }
}
