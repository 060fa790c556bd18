package org.xuewei.api.cli;

/** Columns of text on a terminal, where a Chinese character takes two. */
final class TextWidth {
  private TextWidth() {}

  static String padLeft(String text, int columns) {
    return " ".repeat(Math.max(0, columns - columns(text))) + text;
  }

  static String padRight(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - columns(text)));
  }

  /** The text, cut to a number of columns; an ellipsis stands for the rest. */
  static String shortened(String text, int columns) {
    if (columns(text) <= columns) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    for (int character : text.codePoints().toArray()) {
      if (columns(kept.toString()) + columns(character) >= columns) {
        break;
      }
      kept.appendCodePoint(character);
    }
    return kept.append('\u2026').toString();
  }

  static int columns(String text) {
    return text.codePoints().map(TextWidth::columns).sum();
  }

  private static int columns(int character) {
    return Character.isIdeographic(character)
            || (character >= 0xff00 && character <= 0xff60)
            || (character >= 0x3000 && character <= 0x303f)
        ? 2
        : 1;
  }
}
