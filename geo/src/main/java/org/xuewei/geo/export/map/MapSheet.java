package org.xuewei.geo.export.map;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.xuewei.geo.export.map.MapContent.Heading;
import org.xuewei.geo.export.map.MapContent.Imprint;

/**
 * The sheet's layout: title above, map left, figures and legend right, imprint below. All numbers
 * are sheet units; the sheet is always {@value #WIDTH} by {@value #HEIGHT}.
 */
final class MapSheet {
  static final int WIDTH = 1600;
  static final int HEIGHT = 1200;

  private static final double MARGIN = 24;
  private static final double PANEL_PADDING = 20;
  private static final double PANEL_HEADING = 46;
  private static final double CORNER = 8;
  private static final double FRAME_TOP = 104;
  private static final double FRAME_BOTTOM = 1152;
  private static final Rectangle2D MAP =
      new Rectangle2D.Double(MARGIN, FRAME_TOP, 1200, FRAME_BOTTOM - FRAME_TOP);
  private static final Rectangle2D PANEL =
      new Rectangle2D.Double(1240, FRAME_TOP, WIDTH - MARGIN - 1240, FRAME_BOTTOM - FRAME_TOP);
  private static final double LONGEST_SCALE_BAR = 210;

  private final MapContent content;
  private final MapText text;
  private final MapFrame frame;

  /**
   * @param pixelsPerUnit decides how much detail the map keeps
   */
  MapSheet(MapContent content, MapText text, double pixelsPerUnit) {
    this.content = content;
    this.text = text;
    this.frame = new MapFrame(content, text, MAP, pixelsPerUnit);
  }

  void draw(Layers layers) {
    Heading heading = content.heading();
    ScaleBar scale = ScaleBar.of(frame.projection().metresPerUnit(), LONGEST_SCALE_BAR);
    Rectangle2D scalePlate =
        new Rectangle2D.Double(MAP.getMinX() + 16, MAP.getMaxY() - 60, scale.units() + 36, 44);
    Rectangle2D northPlate = new Rectangle2D.Double(MAP.getMaxX() - 60, MAP.getMinY() + 16, 44, 62);

    frame.draw(layers, List.of(scalePlate, northPlate));
    layer(layers, "sheet", heading.title(), MapSheet::surround);
    layer(layers, "title", heading.title(), g -> title(g, heading));
    layer(layers, "scale-bar", scale.label(text), g -> scaleBar(g, scale, scalePlate));
    layer(layers, "north-arrow", text.word("north"), g -> northArrow(g, northPlate));
    panel(layers, heading);
    layer(layers, "attribution", imprint(heading.imprint()), g -> footer(g, heading.imprint()));
  }

  private static void layer(Layers layers, String id, String title, Consumer<Graphics2D> drawing) {
    Graphics2D g = layers.open(id, title);
    drawing.accept(g);
    g.dispose();
  }

  /** Covers what the map draws beyond its frame, and frames map and panel. */
  private static void surround(Graphics2D g) {
    Area around = new Area(new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
    around.subtract(new Area(rounded(MAP)));
    g.setPaint(Palette.SHEET);
    g.fill(around);
    g.setPaint(Palette.PANEL);
    g.fill(rounded(PANEL));
    g.setPaint(Palette.FRAME);
    g.setStroke(new BasicStroke(1));
    g.draw(rounded(MAP));
    g.draw(rounded(PANEL));
  }

  private static RoundRectangle2D rounded(Rectangle2D box) {
    return new RoundRectangle2D.Double(
        box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight(), 2 * CORNER, 2 * CORNER);
  }

  private static void title(Graphics2D g, Heading heading) {
    double width = WIDTH - 2 * MARGIN - 4;
    Lettering title = Lettering.bold(32, Palette.INK).fitting(heading.title(), width, 20);
    title.left(g, title.shortened(heading.title(), width), MARGIN + 2, 54);
    Lettering subtitle = Lettering.regular(16, Palette.INK_SECOND);
    subtitle.left(g, subtitle.shortened(heading.subtitle(), width), MARGIN + 2, 84);
  }

  private void scaleBar(Graphics2D g, ScaleBar scale, Rectangle2D plate) {
    plate(g, plate);
    scale.draw(g, text, plate.getMinX() + 18, plate.getMaxY() - 14);
  }

  private void northArrow(Graphics2D g, Rectangle2D plate) {
    plate(g, plate);
    double x = plate.getCenterX();
    double top = plate.getMinY() + 25;
    Lettering.bold(14, Palette.INK).centred(g, text.word("north"), x, plate.getMinY() + 19);
    Path2D arrow = new Path2D.Double(Path2D.WIND_NON_ZERO);
    arrow.moveTo(x, top);
    arrow.lineTo(x + 10, top + 29);
    arrow.lineTo(x, top + 22);
    arrow.lineTo(x - 10, top + 29);
    arrow.closePath();
    g.setPaint(Palette.INK);
    g.fill(arrow);
  }

  private static void plate(Graphics2D g, Rectangle2D box) {
    g.setPaint(new Color(0xFF, 0xFF, 0xFF, 0xD8));
    g.fill(rounded(box));
  }

  /** Figures, actions and legend; the legend is always whole, the others share what is left. */
  private void panel(Layers layers, Heading heading) {
    Legend legend = new Legend(content, text);
    double room = PANEL.getHeight() - PANEL_PADDING - outerHeight(legend);
    FigureGrid figures = new FigureGrid(heading.figures(), room - PANEL_HEADING - PANEL_PADDING);
    room -= outerHeight(figures);
    ActionList actions =
        new ActionList(content.schools(), text, room - PANEL_HEADING - PANEL_PADDING);

    double top = PANEL.getMinY();
    for (PanelSection section : List.of(figures, actions, legend)) {
      if (section.height() > 0) {
        section(layers, section, top);
        top += outerHeight(section);
      }
    }
  }

  private static double outerHeight(PanelSection section) {
    return section.height() == 0 ? 0 : PANEL_HEADING + section.height() + PANEL_PADDING;
  }

  private void section(Layers layers, PanelSection section, double top) {
    String heading = text.word(section.key());
    double left = PANEL.getMinX() + PANEL_PADDING;
    double width = PANEL.getWidth() - 2 * PANEL_PADDING;
    layer(
        layers,
        section.key(),
        heading,
        g -> {
          if (top > PANEL.getMinY()) {
            g.setPaint(Palette.FRAME);
            g.fill(new Rectangle2D.Double(left, top, width, 1));
          }
          Lettering.bold(17, Palette.PRIMARY).left(g, heading, left, top + 33);
          section.draw(g, left, top + PANEL_HEADING, width);
        });
  }

  private void footer(Graphics2D g, Imprint imprint) {
    Lettering lettering = Lettering.regular(12.5, Palette.INK_NOTE);
    String line = imprint(imprint);
    lettering.left(g, lettering.shortened(line, WIDTH - 2 * MARGIN), MARGIN + 2, HEIGHT - 19);
  }

  private String imprint(Imprint imprint) {
    List<String> parts = new ArrayList<>();
    parts.add(imprint.attribution());
    parts.add(imprint.licence());
    parts.add(imprint.dataDate().isBlank() ? "" : text.fill("data", imprint.dataDate()));
    parts.add(imprint.planId().isBlank() ? "" : text.fill("plan", imprint.planId()));
    parts.removeIf(String::isBlank);
    return String.join("  ·  ", parts);
  }
}
