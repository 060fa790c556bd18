package org.xuewei.data.standard;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The value of a rule; its type is the one that the catalog gives to the rule's path. */
public sealed interface RuleValue {
  /** Canonical text: equal values have equal texts, 20 and 20.0 too. */
  String text();

  record Whole(int number) implements RuleValue {
    @Override
    public String text() {
      return Integer.toString(number);
    }
  }

  record Decimal(BigDecimal number) implements RuleValue {
    @Override
    public String text() {
      return plain(number);
    }
  }

  record Flag(boolean set) implements RuleValue {
    @Override
    public String text() {
      return Boolean.toString(set);
    }
  }

  record Text(String text) implements RuleValue {}

  record Wholes(List<Integer> numbers) implements RuleValue {
    public Wholes {
      numbers = List.copyOf(numbers);
    }

    @Override
    public String text() {
      return numbers.toString();
    }
  }

  record Decimals(List<BigDecimal> numbers) implements RuleValue {
    public Decimals {
      numbers = List.copyOf(numbers);
    }

    @Override
    public String text() {
      return numbers.stream().map(RuleValue::plain).toList().toString();
    }
  }

  record Texts(List<String> texts) implements RuleValue {
    public Texts {
      texts = List.copyOf(texts);
    }

    @Override
    public String text() {
      return texts.toString();
    }
  }

  /** Numbers by whole numbers, for example square metres per pupil by classes. */
  record Table(NavigableMap<Integer, BigDecimal> numbers) implements RuleValue {
    public Table {
      numbers = Collections.unmodifiableNavigableMap(new TreeMap<>(numbers));
    }

    @Override
    public String text() {
      return numbers.entrySet().stream()
          .map(entry -> entry.getKey() + ": " + plain(entry.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
  }

  /** A rule that exists, with a number that nobody could find; written {@code null}. */
  record NotKnown() implements RuleValue {
    @Override
    public String text() {
      return "null";
    }
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
