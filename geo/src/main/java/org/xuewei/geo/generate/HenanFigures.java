package org.xuewei.geo.generate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.xuewei.data.yaml.YamlFile;
import org.xuewei.data.yaml.YamlValue;

/** The figures of {@code henan-county.yaml}, by path. Immutable, thread-safe. */
final class HenanFigures {
  private static final String RESOURCE = "henan-county.yaml";
  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);

  private final YamlValue root;

  private HenanFigures(YamlValue root) {
    this.root = root;
  }

  static HenanFigures load() {
    try (InputStream in = HenanFigures.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is not in this build");
      }
      return new HenanFigures(YamlFile.read(RESOURCE, in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  double number(String path) {
    return number(at(path + ".value"));
  }

  String text(String path) {
    return at(path).text();
  }

  /** The two ends of a range, the lower one first. */
  List<Double> range(String path) {
    return at(path + ".value").items().stream().map(HenanFigures::number).toList();
  }

  int baseYear() {
    return (int) number("baseYear");
  }

  /** A figure a year, in ten thousand. */
  NavigableMap<Integer, Double> byYear(String path) {
    NavigableMap<Integer, Double> figures = new TreeMap<>();
    at(path).fields().forEach((year, value) -> figures.put(Integer.valueOf(year), number(value)));
    return figures;
  }

  private static double number(YamlValue value) {
    return value.decimal(MOST.negate(), MOST).doubleValue();
  }

  private YamlValue at(String path) {
    YamlValue value = root;
    for (String key : path.split("\\.", -1)) {
      YamlValue next = value.fields().get(key);
      if (next == null) {
        throw new IllegalArgumentException(RESOURCE + " has no " + path);
      }
      value = next;
    }
    return value;
  }
}
