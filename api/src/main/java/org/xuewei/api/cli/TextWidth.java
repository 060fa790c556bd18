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
