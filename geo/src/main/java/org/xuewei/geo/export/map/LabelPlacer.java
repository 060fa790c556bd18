package org.xuewei.geo.export.map;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;

/**
 * Finds room for labels, greedily: each takes the first free position among those it may have, in
 * the order in which they are asked for. A label that finds no room is left out.
 */
final class LabelPlacer {
  private static final double DIAGONAL = 0.7;
  private static final double GAP = 3;
  private static final double ASCENT = 0.86;
  private static final double DESCENT = 0.22;
  private static final double[][] SHIFTS_OVER = {
    {0, 0},
    {0, -1},
    {0, 1},
    {-0.3, 0},
    {0.3, 0},
    {0, -2},
    {0, 2},
    {-0.5, 0},
    {0.5, 0},
    {-0.3, -1},
    {0.3, -1},
    {-0.3, 1},
    {0.3, 1},
    {0, -3},
    {0, 3}
  };

  /** A label that found room: where its baseline starts. */
  record Placed(String text, double x, double baseline, Lettering lettering) {}

  private final Envelope window;
  private final BoxGrid fixed;
  private final BoxGrid soft;
  private final List<Placed> placed = new ArrayList<>();

  /**
   * @param window in which every label must lie
   */
  LabelPlacer(Envelope window) {
    this.window = window;
    this.fixed = new BoxGrid(window);
    this.soft = new BoxGrid(window);
  }

  /** Keeps labels off a box. */
  void keepFree(Rectangle2D box) {
    fixed.add(new Envelope(box.getMinX(), box.getMaxX(), box.getMinY(), box.getMaxY()));
  }

  /** Keeps labels off a round symbol; {@code must} when not even important ones may cover it. */
  void keepFree(double x, double y, double radius, boolean must) {
    Envelope envelope = new Envelope(x - radius, x + radius, y - radius, y + radius);
    (must ? fixed : soft).add(envelope);
  }

  /**
   * Places a label beside a symbol: right, left, above, below, then the corners, then above and
   * below flush with the symbol's side.
   *
   * @param texts from the full text to the shortest
   * @param important may cover symbols that are not fixed rather than be left out
   */
  void beside(
      double x,
      double y,
      double radius,
      List<String> texts,
      Lettering lettering,
      boolean important) {
    for (int pass = 0; pass < (important ? 2 : 1); pass++) {
      for (String text : texts) {
        double width = lettering.width(text);
        double height = lettering.size() * (ASCENT + DESCENT);
        double side = radius + GAP + width / 2;
        double above = radius + GAP / 2 + height / 2;
        double cornerX = radius * DIAGONAL + GAP / 2 + width / 2;
        double cornerY = radius * DIAGONAL + height / 2;
        double flush = width / 2 - radius;
        double[][] offsets = {
          {side, 0}, {-side, 0}, {0, -above}, {0, above},
          {cornerX, -cornerY}, {cornerX, cornerY}, {-cornerX, -cornerY}, {-cornerX, cornerY},
          {flush, -above}, {flush, above}, {-flush, -above}, {-flush, above}
        };
        for (double[] offset : offsets) {
          if (place(text, width, x + offset[0], y + offset[1], lettering, pass == 0)) {
            return;
          }
        }
      }
    }
  }

  /** Places a label over the middle of an area, or some of its widths or lines beside that. */
  void over(double x, double y, String text, Lettering lettering) {
    double width = lettering.width(text);
    for (int pass = 0; pass < 2; pass++) {
      for (double[] shift : SHIFTS_OVER) {
        double centreX = x + shift[0] * width;
        double centreY = y + shift[1] * lettering.size();
        if (place(text, width, centreX, centreY, lettering, pass == 0)) {
          return;
        }
      }
    }
  }

  /** The labels in the order in which they found room. */
  List<Placed> placed() {
    return placed;
  }

  private boolean place(
      String text,
      double width,
      double centreX,
      double centreY,
      Lettering lettering,
      boolean offSymbols) {
    double height = lettering.size() * (ASCENT + DESCENT);
    Envelope box =
        new Envelope(
            centreX - width / 2 - 2,
            centreX + width / 2 + 2,
            centreY - height / 2,
            centreY + height / 2);
    if (width == 0 || !window.contains(box) || fixed.hits(box) || offSymbols && soft.hits(box)) {
      return false;
    }
    fixed.add(box);
    double baseline = centreY - height / 2 + lettering.size() * ASCENT;
    placed.add(new Placed(text, centreX - width / 2, baseline, lettering));
    return true;
  }
}
