package org.xuewei.geo.export.map;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.List;
import org.xuewei.geo.export.map.MapContent.Figure;

/** Headline figures in two columns, each a big value over its label. */
final class FigureGrid implements PanelSection {
  private static final double COLUMN_GAP = 18;
  private static final double ROW_HEIGHT = 70;
  private static final int COLUMNS = 2;

  private final List<Figure> figures;

  /** As many of the figures as fit into a height, from the first. */
  FigureGrid(List<Figure> figures, double height) {
    int rows = Math.max(0, (int) (height / ROW_HEIGHT));
    this.figures = figures.subList(0, Math.min(figures.size(), rows * COLUMNS));
  }

  @Override
  public String key() {
    return "figures";
  }

  @Override
  public double height() {
    return ROW_HEIGHT * ((figures.size() + COLUMNS - 1) / COLUMNS);
  }

  @Override
  public void draw(Graphics2D g, double left, double top, double width) {
    double column = (width - COLUMN_GAP) / COLUMNS;
    for (int i = 0; i < figures.size(); i++) {
      double x = left + (i % COLUMNS) * (column + COLUMN_GAP);
      double y = top + (i / COLUMNS) * ROW_HEIGHT;
      if (i % COLUMNS == 0 && i > 0) {
        g.setPaint(Palette.HAIRLINE);
        g.setStroke(new BasicStroke(1));
        g.draw(new Line2D.Double(left, y, left + width, y));
      }
      draw(g, figures.get(i), x, y, column);
    }
  }

  private static void draw(Graphics2D g, Figure figure, double x, double y, double width) {
    Lettering value = Lettering.bold(25, Palette.INK).fitting(figure.value(), width, 13);
    value.left(g, value.shortened(figure.value(), width), x, y + 30);
    Lettering label = Lettering.regular(12.5, Palette.INK_SECOND);
    double baseline = y + 47;
    for (String line : label.wrapped(figure.label(), width, 2)) {
      label.left(g, line, x, baseline);
      baseline += 15;
    }
  }
}
