package org.xuewei.geo.export.map;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.xuewei.geo.export.map.MapContent.Kind;
import org.xuewei.geo.export.map.MapContent.School;

/**
 * New and expanded schools with their classes before and after, the largest changes of each kind
 * first. Where not all find room, neither kind takes more than half of it from the other.
 */
final class ActionList implements PanelSection {
  private static final double ROW_HEIGHT = 25;
  private static final double SIGN_WIDTH = 30;
  private static final double GAP = 12;
  private static final Lettering NAME = Lettering.regular(13.5, Palette.INK);
  private static final Lettering NUMBER = Lettering.bold(13.5, Palette.INK);
  private static final Lettering NOTE = Lettering.regular(12, Palette.INK_NOTE);

  private final List<School> shown;
  private final int more;
  private final MapText text;

  /** As many of the plan's actions as fit into a height, the last row saying how many more. */
  ActionList(List<School> schools, MapText text, double height) {
    this.text = text;
    List<School> built = largestFirst(schools, Kind.NEW);
    List<School> expanded = largestFirst(schools, Kind.EXPANDED);
    int all = built.size() + expanded.size();
    int room = Math.max(0, (int) (height / ROW_HEIGHT));
    int named = room >= all ? all : Math.max(0, room - 1);
    int shownBuilt = Math.min(built.size(), Math.max(named - expanded.size(), (named + 1) / 2));
    int shownExpanded = Math.min(expanded.size(), named - shownBuilt);
    shown = new ArrayList<>(built.subList(0, shownBuilt));
    shown.addAll(expanded.subList(0, shownExpanded));
    more = room == 0 ? 0 : all - shown.size();
  }

  private static List<School> largestFirst(List<School> schools, Kind kind) {
    return schools.stream()
        .filter(school -> school.kind() == kind)
        .sorted(
            Comparator.comparingInt(
                    (School school) -> school.classesAfter() - school.classesBefore())
                .reversed())
        .toList();
  }

  /** The schools that found room. */
  List<School> shown() {
    return shown;
  }

  @Override
  public String key() {
    return "actions";
  }

  @Override
  public double height() {
    return (shown.size() + (more > 0 ? 1 : 0)) * ROW_HEIGHT;
  }

  @Override
  public void draw(Graphics2D g, double left, double top, double width) {
    double y = top;
    for (School school : shown) {
      if (y > top) {
        hairline(g, left, y, width);
      }
      school(g, school, left, y + ROW_HEIGHT / 2, width);
      y += ROW_HEIGHT;
    }
    if (more > 0) {
      hairline(g, left, y, width);
      NOTE.left(g, text.count("more", more), left + SIGN_WIDTH, y + ROW_HEIGHT / 2 + 4);
    }
  }

  private static void hairline(Graphics2D g, double left, double y, double width) {
    g.setPaint(Palette.HAIRLINE);
    g.setStroke(new BasicStroke(1));
    g.draw(new Line2D.Double(left, y, left + width, y));
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
