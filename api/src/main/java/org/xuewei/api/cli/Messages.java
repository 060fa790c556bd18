package org.xuewei.api.cli;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Words for people, in Chinese or English. Numbers are formatted for the language. Immutable. */
final class Messages {
  static final String BUNDLE = "org.xuewei.api.cli.messages";
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Locale locale;
  private final ResourceBundle bundle;

  private Messages(Locale locale) {
    this.locale = locale;
    this.bundle = ResourceBundle.getBundle(BUNDLE, locale, NO_FALLBACK);
  }

  static Messages of(Locale locale) {
    return new Messages(locale);
  }

  /** Chinese for {@code zh…}, else English. */
  static Locale localeOf(String language) {
    return language.toLowerCase(Locale.ROOT).startsWith("zh")
        ? Locale.SIMPLIFIED_CHINESE
        : Locale.ENGLISH;
  }

  Locale locale() {
    return locale;
  }

  ResourceBundle bundle() {
    return bundle;
  }

  /**
   * The text of a key with its arguments; throws when the key is unknown. Control characters in an
   * argument, such as a name on a map, become blanks, so that it cannot steer a terminal.
   */
  String text(String key, Object... arguments) {
    Object[] printable =
        Arrays.stream(arguments)
            .map(word -> word instanceof String text ? text.replaceAll("\\p{Cc}", " ") : word)
            .toArray();
    return new MessageFormat(bundle.getString(key), locale).format(printable);
  }

  /** An amount in the unit that the language counts money in: million yuan, 万元. */
  double money(long yuan) {
    return yuan / Double.parseDouble(bundle.getString("money.yuanPerUnit"));
  }

  /** The text of a key, or the given words when the key is unknown. */
  String textOr(String key, String otherwise) {
    try {
      return bundle.getString(key);
    } catch (MissingResourceException unknown) {
      return otherwise;
    }
  }
}
