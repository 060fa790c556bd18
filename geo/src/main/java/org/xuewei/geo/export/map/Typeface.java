package org.xuewei.geo.export.map;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Glyph outlines from the bundled fonts. Text drawn as outlines needs neither the machine's fonts
 * nor its font libraries, and looks the same everywhere. A character that no bundled font has
 * becomes an empty box. Thread-safe.
 */
final class Typeface {
  static final Typeface REGULAR = new Typeface("NotoSans-Regular", "NotoSansSC-Regular");
  static final Typeface BOLD =
      new Typeface("NotoSans-Bold", "NotoSansSC-Bold", "NotoSansSC-Regular");

  /** The outline of one character in em, y downwards from the baseline. */
  record Glyph(Path2D outline, double advanceEm) {}

  private final List<String> files;
  private final List<TrueTypeFont> fonts = new ArrayList<>();
  private final Map<Integer, Glyph> glyphs = new ConcurrentHashMap<>();

  private Typeface(String... files) {
    this.files = List.of(files);
  }

  /** Width of a line of text set in one size. */
  double width(String text, double size) {
    return size * text.codePoints().mapToDouble(c -> glyph(c).advanceEm()).sum();
  }

  /** The outlines of a line of text whose baseline starts at a point. */
  Path2D outline(String text, double size, double x, double baseline) {
    Path2D line = new Path2D.Double(Path2D.WIND_NON_ZERO);
    double pen = x;
    for (int codePoint : text.codePoints().toArray()) {
      Glyph glyph = glyph(codePoint);
      AffineTransform place = AffineTransform.getTranslateInstance(pen, baseline);
      place.scale(size, size);
      line.append(glyph.outline().getPathIterator(place), false);
      pen += size * glyph.advanceEm();
    }
    return line;
  }

  private Glyph glyph(int codePoint) {
    Glyph known = glyphs.get(codePoint);
    if (known == null) {
      known = read(codePoint);
      glyphs.put(codePoint, known);
    }
    return known;
  }

  private synchronized Glyph read(int codePoint) {
    try {
      for (int i = 0; i < files.size(); i++) {
        if (i == fonts.size()) {
          fonts.add(open(files.get(i)));
        }
        TrueTypeFont font = fonts.get(i);
        CmapLookup cmap = font.getUnicodeCmapLookup();
        int id = cmap.getGlyphId(codePoint);
        if (id != 0) {
          return glyph(font, id);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return box();
  }

  private static Glyph glyph(TrueTypeFont font, int id) throws IOException {
    double em = font.getUnitsPerEm();
    Path2D outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
    GlyphData data = font.getGlyph().getGlyph(id);
    if (data != null) {
      outline.append(
          data.getPath().getPathIterator(AffineTransform.getScaleInstance(1 / em, -1 / em)), false);
    }
    return new Glyph(outline, font.getAdvanceWidth(id) / em);
  }

  private static Glyph box() {
    Path2D outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
    outline.append(new Rectangle2D.Double(0.08, -0.72, 0.44, 0.72), false);
    double thickness = 0.05;
    Path2D hole = new Path2D.Double();
    hole.moveTo(0.08 + thickness, -0.72 + thickness);
    hole.lineTo(0.08 + thickness, -thickness);
    hole.lineTo(0.52 - thickness, -thickness);
    hole.lineTo(0.52 - thickness, -0.72 + thickness);
    hole.closePath();
    outline.append(hole, false);
    return new Glyph(outline, 0.6);
  }

  private static TrueTypeFont open(String name) throws IOException {
    String file = "fonts/" + name + ".ttf";
    try (InputStream stream =
        Objects.requireNonNull(Typeface.class.getResourceAsStream(file), file)) {
      return new TTFParser().parse(new RandomAccessReadBuffer(stream));
    }
  }
}
