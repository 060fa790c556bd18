package org.xuewei.geo.export.map;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.xuewei.geo.export.map.MapContent.Heading;

/**
 * The overview map of a plan on a 4:3 sheet: map with scale bar and north arrow, headline figures,
 * legend and imprint. PNG and SVG come from one drawing. Text is set in bundled fonts, as outlines,
 * so that neither a display nor system fonts are needed. The same content gives the same bytes.
 */
public final class OverviewMap {
  public static final int DEFAULT_WIDTH_PIXELS = 1600;
  public static final int SMALLEST_WIDTH_PIXELS = 200;
  public static final int LARGEST_WIDTH_PIXELS = 10_000;

  private OverviewMap() {}

  /** The height of a picture of a given width. */
  public static int heightPixels(int widthPixels) {
    return (int) Math.round((double) widthPixels * MapSheet.HEIGHT / MapSheet.WIDTH);
  }

  /**
   * Writes the map as a PNG picture; needs 3 bytes of memory for each pixel.
   *
   * @param widthPixels 200 to 10,000; the height is three quarters of it
   * @throws IllegalArgumentException when the width is outside these limits
   */
  public static void writePng(MapContent content, MapText text, Path file, int widthPixels)
      throws IOException {
    requireWidth(widthPixels);
    int heightPixels = heightPixels(widthPixels);
    BufferedImage image =
        new BufferedImage(widthPixels, heightPixels, BufferedImage.TYPE_3BYTE_BGR);
    double pixelsPerUnit = (double) widthPixels / MapSheet.WIDTH;
    Layers layers = (id, title) -> graphics(image, pixelsPerUnit);
    new MapSheet(content, text, pixelsPerUnit).draw(layers);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      if (!ImageIO.write(image, "png", out)) {
        throw new IllegalStateException("this Java runtime has no PNG writer");
      }
    }
  }

  /**
   * Writes the map as an SVG document with a titled group for each layer, all text as outlines.
   *
   * @param widthPixels the natural width, 200 to 10,000; it does not change the detail
   * @throws IllegalArgumentException when the width is outside these limits
   */
  public static void writeSvg(MapContent content, MapText text, Path file, int widthPixels)
      throws IOException {
    requireWidth(widthPixels);
    SvgLayers layers = new SvgLayers();
    new MapSheet(content, text, 1).draw(layers);
    Heading heading = content.heading();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      layers.write(heading.title(), heading.subtitle(), widthPixels, out);
    }
  }

  private static Graphics2D graphics(BufferedImage image, double pixelsPerUnit) {
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
    g.scale(pixelsPerUnit, pixelsPerUnit);
    return g;
  }

  private static void requireWidth(int widthPixels) {
    if (widthPixels < SMALLEST_WIDTH_PIXELS || widthPixels > LARGEST_WIDTH_PIXELS) {
      throw new IllegalArgumentException(
          "map width is "
              + widthPixels
              + " pixels; expected "
              + SMALLEST_WIDTH_PIXELS
              + " to "
              + LARGEST_WIDTH_PIXELS);
    }
  }
}
