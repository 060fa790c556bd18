package org.xuewei.geo.export.map;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;

/** The map's own words (legend, units, furniture) in one language. Immutable. */
public final class MapText {
  public static final MapText ENGLISH = new MapText("en");
  public static final MapText CHINESE = new MapText("zh");

  private final Properties words = new Properties();

  private MapText(String language) {
    String file = "map-text-" + language + ".properties";
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(MapText.class.getResourceAsStream(file), file),
            StandardCharsets.UTF_8)) {
      words.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Chinese for any Chinese locale, else English. */
  public static MapText of(Locale locale) {
    return locale.getLanguage().equals("zh") ? CHINESE : ENGLISH;
  }

  String word(String key) {
    String word = words.getProperty(key);
    if (word == null) {
      throw new IllegalArgumentException("no word for " + key);
    }
    return word;
  }

  SortedSet<String> keys() {
    return new TreeSet<>(words.stringPropertyNames());
  }

  /** A counted word, for example {@code 1,240 pupils}: {@code key.one} is the singular. */
  String count(String key, long number) {
    String pattern = word(number == 1 ? key + ".one" : key);
    return pattern.replace("{n}", String.format(Locale.ROOT, "%,d", number));
  }

  /** A word with a value put in, for example {@code Plan P-0317}. */
  String fill(String key, String value) {
    return word(key).replace("{}", value);
  }
}
