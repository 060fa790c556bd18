package org.xuewei.data.yaml;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How constants are written in files: lower case with hyphens, {@code no-seat}, {@code g1-3}. */
public final class Keyword {
  private Keyword() {}

  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static <E extends Enum<E>> Optional<E> parse(Class<E> type, String word) {
    for (E constant : type.getEnumConstants()) {
      if (of(constant).equals(word)) {
        return Optional.of(constant);
      }
    }
    return Optional.empty();
  }

  /** All words of a type, for messages: {@code hard, soft or report}. */
  public static String choices(Class<? extends Enum<?>> type) {
    String list =
        Arrays.stream(type.getEnumConstants()).map(Keyword::of).collect(Collectors.joining(", "));
    int last = list.lastIndexOf(", ");
    return last < 0 ? list : list.substring(0, last) + " or " + list.substring(last + 2);
  }
}
