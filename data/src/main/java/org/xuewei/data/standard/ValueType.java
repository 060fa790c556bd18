package org.xuewei.data.standard;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.xuewei.data.yaml.YamlFile;
import org.xuewei.data.yaml.YamlValue;

/** The types that {@code rule-catalog.yaml} gives to rules, and how each is read. */
enum ValueType {
  INTEGER(value -> new RuleValue.Whole(value.integer(0, Integer.MAX_VALUE))),
  POSITIVE_INTEGER(value -> new RuleValue.Whole(value.integer(1, Integer.MAX_VALUE))),
  DECIMAL(value -> new RuleValue.Decimal(decimal(value))),
  POSITIVE_DECIMAL(value -> new RuleValue.Decimal(positive(value))),
  SHARE(value -> new RuleValue.Decimal(value.decimal(BigDecimal.ZERO, BigDecimal.ONE))),
  FLAG(value -> new RuleValue.Flag(value.flag())),
  TEXT(value -> new RuleValue.Text(value.text())),
  INTEGERS(value -> new RuleValue.Wholes(ascending(value, ValueType::positiveWhole))),
  TEXTS(value -> new RuleValue.Texts(list(value, YamlValue::text))),
  RANGE(ValueType::range),
  TABLE(ValueType::table);

  private static final BigDecimal MOST = new BigDecimal("1000000000000");

  private final Function<YamlValue, RuleValue> reader;

  ValueType(Function<YamlValue, RuleValue> reader) {
    this.reader = reader;
  }

  RuleValue read(YamlValue value) {
    return reader.apply(value);
  }

  /** Reads a value that an override holds as text. */
  RuleValue read(String place, String text) {
    return this == TEXT && !text.isBlank()
        ? new RuleValue.Text(text)
        : read(YamlFile.parseInline(place, text));
  }

  private static BigDecimal decimal(YamlValue value) {
    return value.decimal(BigDecimal.ZERO, MOST);
  }

  private static BigDecimal positive(YamlValue value) {
    BigDecimal number = decimal(value);
    if (number.signum() == 0) {
      throw value.expected("a number above 0");
    }
    return number;
  }

  private static Integer positiveWhole(YamlValue value) {
    return value.integer(1, Integer.MAX_VALUE);
  }

  private static <T> List<T> list(YamlValue value, Function<YamlValue, T> item) {
    List<T> items = value.items().stream().map(item).toList();
    if (items.isEmpty()) {
      throw value.refuse("is an empty list, expected at least one item");
    }
    return items;
  }

  private static <T extends Comparable<T>> List<T> ascending(
      YamlValue value, Function<YamlValue, T> item) {
    List<T> items = list(value, item);
    for (int k = 1; k < items.size(); k++) {
      if (Comparator.<T>naturalOrder().compare(items.get(k - 1), items.get(k)) >= 0) {
        throw value.refuse(
            "has " + items.get(k) + " after " + items.get(k - 1) + ", expected rising numbers");
      }
    }
    return items;
  }

  private static RuleValue range(YamlValue value) {
    List<BigDecimal> ends = list(value, ValueType::decimal);
    if (ends.size() != 2 || ends.get(0).compareTo(ends.get(1)) > 0) {
      throw value.refuse("is " + ends + ", expected two numbers, the lower one first");
    }
    return new RuleValue.Decimals(ends);
  }

  private static RuleValue table(YamlValue value) {
    NavigableMap<Integer, BigDecimal> numbers = new TreeMap<>();
    value
        .fields()
        .forEach(
            (key, field) -> {
              if (isWholeNumber(key)) {
                numbers.put(Integer.valueOf(key), positive(field));
              } else if (!RuleAttributes.KEYS.contains(key)) {
                throw field.refuse("unknown key, expected a whole number above 0");
              }
            });
    if (numbers.isEmpty()) {
      throw value.refuse("has no number, expected numbers by whole numbers, as in {12: 10.0}");
    }
    return new RuleValue.Table(numbers);
  }

  static boolean isWholeNumber(String key) {
    return key.matches("[1-9]\\d{0,8}");
  }
}
