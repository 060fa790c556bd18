package org.xuewei.geo.export.map;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.xuewei.geo.export.map.MapContent.Kind;
import org.xuewei.geo.export.map.MapContent.School;

/** New and expanded schools with their classes before and after, the largest changes first. */
final class ActionList implements PanelSection {
  private static final double ROW_HEIGHT = 25;
  private static final double SIGN_WIDTH = 30;
  private static final double GAP = 12;
  private static final Lettering NAME = Lettering.regular(13.5, Palette.INK);
  private static final Lettering NUMBER = Lettering.bold(13.5, Palette.INK);
  private static final Lettering NOTE = Lettering.regular(12, Palette.INK_NOTE);

  private final List<School> schools;
  private final int rows;
  private final MapText text;

  /** As many of the plan's actions as fit into a height, the last row saying how many more. */
  ActionList(List<School> schools, MapText text, double height) {
    this.text = text;
    this.schools =
        schools.stream()
            .filter(school -> school.kind() != Kind.KEPT)
            .sorted(
                Comparator.comparing(School::kind)
                    .thenComparingInt(school -> school.classesAfter() - school.classesBefore())
                    .reversed())
            .toList();
    rows = Math.min(this.schools.size(), Math.max(0, (int) (height / ROW_HEIGHT)));
  }

  @Override
  public String key() {
    return "actions";
  }

  @Override
  public double height() {
    return rows * ROW_HEIGHT;
  }

  @Override
  public void draw(Graphics2D g, double left, double top, double width) {
    int named = rows < schools.size() ? rows - 1 : rows;
    for (int i = 0; i < rows; i++) {
      double y = top + i * ROW_HEIGHT;
      if (i > 0) {
        g.setPaint(Palette.HAIRLINE);
        g.setStroke(new BasicStroke(1));
        g.draw(new Line2D.Double(left, y, left + width, y));
      }
      if (i < named) {
        school(g, schools.get(i), left, y + ROW_HEIGHT / 2, width);
      } else {
        int more = schools.size() - named;
        NOTE.left(g, text.count("more", more), left + SIGN_WIDTH, y + ROW_HEIGHT / 2 + 4);
      }
    }
  }

  private void school(Graphics2D g, School school, double left, double middle, double width) {
    double radius = school.kind() == Kind.NEW ? 8 : 6.4;
    Symbols.school(g, school.kind(), school.level(), left + 10, middle, radius);
    String change =
        String.format(Locale.ROOT, "%,d → %,d", school.classesBefore(), school.classesAfter());
    double room = width - SIGN_WIDTH - GAP - NUMBER.width(change);
    NAME.left(g, NAME.shortened(school.name(), room), left + SIGN_WIDTH, middle + 5);
    NUMBER.right(g, change, left + width, middle + 5);
  }
}
