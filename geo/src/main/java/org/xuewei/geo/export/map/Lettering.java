package org.xuewei.geo.export.map;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** One way of setting text: typeface, size in sheet units and colour. */
record Lettering(Typeface typeface, double size, Color colour) {
  private static final int LONGEST_LINE = 200;
  private static final String ELLIPSIS = "…";

  static Lettering regular(double size, Color colour) {
    return new Lettering(Typeface.REGULAR, size, colour);
  }

  static Lettering bold(double size, Color colour) {
    return new Lettering(Typeface.BOLD, size, colour);
  }

  /**
   * One printable line: composed characters, white space as single blanks, no control or format
   * characters, at most {@value #LONGEST_LINE} characters.
   */
  static String clean(String text) {
    StringBuilder line = new StringBuilder();
    text.codePoints()
        .limit(LONGEST_LINE)
        .map(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : c)
        .filter(Lettering::isPrintable)
        .forEach(line::appendCodePoint);
    return Normalizer.normalize(line, Normalizer.Form.NFC).replaceAll(" +", " ").strip();
  }

  private static boolean isPrintable(int codePoint) {
    int type = Character.getType(codePoint);
    return type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.SURROGATE
        && (codePoint & 0xFFFE) != 0xFFFE;
  }

  double width(String text) {
    return typeface.width(clean(text), size);
  }

  void left(Graphics2D g, String text, double x, double baseline) {
    g.setPaint(colour);
    g.fill(typeface.outline(clean(text), size, x, baseline));
  }

  void right(Graphics2D g, String text, double x, double baseline) {
    left(g, text, x - width(text), baseline);
  }

  void centred(Graphics2D g, String text, double x, double baseline) {
    left(g, text, x - width(text) / 2, baseline);
  }

  /** Text that stays readable on a map: its outline is first drawn broad in the halo's colour. */
  void haloed(Graphics2D g, String text, double x, double baseline, Color halo) {
    Path2D outline = typeface.outline(clean(text), size, x, baseline);
    g.setPaint(halo);
    g.setStroke(
        new BasicStroke((float) (size * 0.24), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(outline);
    g.setPaint(colour);
    g.fill(outline);
  }

  /** The same lettering, made smaller until the text fits, but not below a size. */
  Lettering fitting(String text, double width, double smallest) {
    double natural = width(text);
    if (natural <= width) {
      return this;
    }
    return new Lettering(typeface, Math.max(smallest, size * width / natural), colour);
  }

  /** The text itself, or as much of its start as fits with an ellipsis. */
  String shortened(String text, double width) {
    String line = clean(text);
    if (typeface.width(line, size) <= width) {
      return line;
    }
    int[] codePoints = line.codePoints().toArray();
    for (int kept = codePoints.length - 1; kept > 0; kept--) {
      String start = new String(codePoints, 0, kept).strip() + ELLIPSIS;
      if (typeface.width(start, size) <= width) {
        return start;
      }
    }
    return ELLIPSIS;
  }

  /** The text in lines no wider than given; what is left of the last line is shortened. */
  List<String> wrapped(String text, double width, int mostLines) {
    List<String> lines = new ArrayList<>();
    String rest = clean(text);
    while (lines.size() < mostLines - 1 && typeface.width(rest, size) > width) {
      int cut = breakAt(rest, width);
      lines.add(rest.substring(0, cut).strip());
      rest = rest.substring(cut).strip();
    }
    lines.add(shortened(rest, width));
    return lines;
  }

  /** The last place to break before the width is used up: after a blank or beside a CJK sign. */
  private int breakAt(String text, double width) {
    int last = 0;
    int index = 0;
    double used = 0;
    while (index < text.length()) {
      int codePoint = text.codePointAt(index);
      used += typeface.width(Character.toString(codePoint), size);
      if (used > width && codePoint != ' ') {
        break;
      }
      index += Character.charCount(codePoint);
      if (codePoint == ' ' || Character.isIdeographic(codePoint)) {
        last = index;
      }
    }
    return last > 0 ? last : Math.max(index, Character.charCount(text.codePointAt(0)));
  }
}
