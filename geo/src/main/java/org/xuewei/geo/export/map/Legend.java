package org.xuewei.geo.export.map;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.xuewei.geo.export.map.MapContent.Demand;
import org.xuewei.geo.export.map.MapContent.Kind;
import org.xuewei.geo.export.map.MapContent.Level;
import org.xuewei.geo.export.map.MapContent.Road;
import org.xuewei.geo.export.map.MapContent.School;

/** Explains what is on the map, and only that, with numbers. */
final class Legend implements PanelSection {
  private static final double ROW_HEIGHT = 23.5;
  private static final double HEADING_HEIGHT = 32;
  private static final double FIRST_HEADING_RISE = 8;
  private static final double NOTE_HEIGHT = 18;
  private static final double SIGN_WIDTH = 44;
  private static final int MOST_REASONS = 4;
  private static final int[] SAMPLE_CLASSES = {6, 18, 36};
  private static final Lettering WORDS = Lettering.regular(13.5, Palette.INK);
  private static final Lettering NOTES = Lettering.regular(12, Palette.INK_NOTE);

  /** Draws a sign around the middle of its place. */
  private interface Sign {
    void draw(Graphics2D g, double x, double y);
  }

  /** Draws one row, given its top left corner and width. */
  private interface RowPainter {
    void draw(Graphics2D g, double left, double top, double width);
  }

  private record Row(double height, RowPainter painter) {}

  private final MapText text;
  private final List<Row> rows = new ArrayList<>();

  Legend(MapContent content, MapText text) {
    this.text = text;
    schools(content.schools());
    pupils(content.demand());
    areas(content);
  }

  @Override
  public String key() {
    return "legend";
  }

  @Override
  public double height() {
    return rows.stream().mapToDouble(Row::height).sum();
  }

  @Override
  public void draw(Graphics2D g, double left, double top, double width) {
    double y = top - FIRST_HEADING_RISE;
    for (Row row : rows) {
      row.painter().draw(g, left, y, width);
      y += row.height();
    }
  }

  private void schools(List<School> schools) {
    if (schools.isEmpty()) {
      return;
    }
    heading(text.word("schools"));
    for (Kind kind : List.of(Kind.NEW, Kind.EXPANDED, Kind.KEPT)) {
      long count = schools.stream().filter(school -> school.kind() == kind).count();
      if (count > 0) {
        double radius = Symbols.schoolRadius(kind, 24);
        row(
            (g, x, y) -> Symbols.school(g, kind, Level.PRIMARY, x, y, radius),
            text.word("school." + kind.name().toLowerCase(Locale.ROOT)),
            String.format(Locale.ROOT, "%,d", count));
      }
    }
    List<Level> levels = schools.stream().map(School::level).distinct().sorted().toList();
    if (levels.size() > 1) {
      rows.add(new Row(ROW_HEIGHT, (g, left, top, width) -> levels(g, levels, left, top)));
    }
    rows.add(new Row(ROW_HEIGHT, (g, left, top, width) -> sizes(g, left, top)));
  }

  private void levels(Graphics2D g, List<Level> levels, double left, double top) {
    double x = left;
    for (Level level : levels) {
      Symbols.school(g, Kind.KEPT, level, x + 7, top + ROW_HEIGHT / 2, 4.6);
      String word = text.word("level." + level.name().toLowerCase(Locale.ROOT).replace('_', '-'));
      NOTES.left(g, word, x + 18, top + ROW_HEIGHT / 2 + 4);
      x += 18 + NOTES.width(word) + 18;
    }
  }

  private void sizes(Graphics2D g, double left, double top) {
    double x = left;
    for (int classes : SAMPLE_CLASSES) {
      double radius = Symbols.schoolRadius(Kind.KEPT, classes);
      Symbols.school(g, Kind.KEPT, Level.PRIMARY, x + 7, top + ROW_HEIGHT / 2, radius);
      String words =
          classes == SAMPLE_CLASSES[SAMPLE_CLASSES.length - 1]
              ? text.count("classes", classes)
              : Integer.toString(classes);
      NOTES.left(g, words, x + 18, top + ROW_HEIGHT / 2 + 4);
      x += 18 + NOTES.width(words) + 18;
    }
  }

  private void pupils(List<Demand> demand) {
    long served = demand.stream().filter(Demand::served).mapToLong(Demand::pupils).sum();
    Map<String, Long> unservedByReason = new TreeMap<>();
    for (Demand point : demand) {
      if (!point.served()) {
        String reason = Lettering.clean(point.unservedReason());
        unservedByReason.merge(
            reason.isEmpty() ? text.word("demand.no-reason") : reason,
            (long) point.pupils(),
            Long::sum);
      }
    }
    if (demand.isEmpty()) {
      return;
    }
    heading(text.word("pupils"));
    if (served > 0) {
      row(
          (g, x, y) -> {
            Symbols.served(g, x - 7, y, 2.2);
            Symbols.served(g, x + 4, y, 4.4);
          },
          text.word("demand.served"),
          String.format(Locale.ROOT, "%,d", served));
    }
    if (!unservedByReason.isEmpty()) {
      long total = unservedByReason.values().stream().mapToLong(Long::longValue).sum();
      row(unserved(demand), text.word("demand.unserved"), String.format(Locale.ROOT, "%,d", total));
      unservedByReason.entrySet().stream()
          .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
          .limit(MOST_REASONS)
          .forEach(entry -> note(entry.getKey(), entry.getValue()));
    }
  }

  /** The smallest and the largest sign on the map, or one where they hardly differ. */
  private static Sign unserved(List<Demand> demand) {
    DoubleSummaryStatistics radius =
        demand.stream()
            .filter(point -> !point.served())
            .mapToDouble(point -> Symbols.unservedRadius(point.pupils()))
            .summaryStatistics();
    if (radius.getMax() - radius.getMin() < 1) {
      return (g, x, y) -> Symbols.unserved(g, x, y, radius.getMax());
    }
    return (g, x, y) -> {
      Symbols.unserved(g, x - 8, y, radius.getMin());
      Symbols.unserved(g, x + 5, y, radius.getMax());
    };
  }

  private void areas(MapContent content) {
    boolean zones = !content.catchments().isEmpty();
    boolean districts = !content.base().districts().isEmpty();
    boolean water = !content.base().water().isEmpty();
    Optional<RoadRank> strongestRoad =
        content.base().roads().stream()
            .map(Road::rank)
            .filter(rank -> rank.compareTo(RoadRank.LOCAL) <= 0)
            .min(Comparator.naturalOrder());
    if (!zones && !districts && !water && strongestRoad.isEmpty()) {
      return;
    }
    heading(text.word("area"));
    if (zones) {
      row(Legend::zones, text.word("catchment"), "");
      if (content.demand().stream().anyMatch(point -> !point.served())) {
        row(
            (g, x, y) -> swatch(g, Palette.LAND, Palette.DISTRICT_LINE, x - 15, y, 30),
            text.word("no-catchment"),
            "");
      }
    }
    if (content.base().districts().size() > 1) {
      row((g, x, y) -> line(g, Linework.DISTRICT, x, y), text.word("district"), "");
    }
    if (districts) {
      row((g, x, y) -> line(g, Linework.COUNTY, x, y), text.word("county"), "");
    }
    strongestRoad.ifPresent(
        rank ->
            row(
                (g, x, y) -> Linework.road(g, rank, new Line2D.Double(x - 15, y, x + 15, y)),
                text.word("road"),
                ""));
    if (water) {
      row(
          (g, x, y) -> swatch(g, Palette.WATER, Palette.WATER_EDGE, x - 15, y, 30),
          text.word("water"),
          "");
    }
  }

  private static void zones(Graphics2D g, double x, double y) {
    for (int zone = 0; zone < 3; zone++) {
      double left = x - 15 + zone * 10;
      swatch(g, Palette.LAND, Palette.LAND, left, y, 10);
      swatch(g, Palette.zone(zone), Palette.zoneEdge(zone), left, y, 10);
    }
  }

  private static void swatch(Graphics2D g, Color fill, Color edge, double x, double y, double w) {
    Rectangle2D box = new Rectangle2D.Double(x, y - 7, w, 14);
    g.setPaint(fill);
    g.fill(box);
    g.setPaint(edge);
    g.setStroke(new BasicStroke(0.8f));
    g.draw(box);
  }

  private static void line(Graphics2D g, Linework work, double x, double y) {
    work.draw(g, new Line2D.Double(x - 15, y, x + 15, y));
  }

  private void heading(String words) {
    rows.add(
        new Row(
            HEADING_HEIGHT,
            (g, left, top, width) ->
                Lettering.bold(13, Palette.INK_SECOND).left(g, words, left, top + 24)));
  }

  private void row(Sign sign, String words, String value) {
    rows.add(
        new Row(
            ROW_HEIGHT,
            (g, left, top, width) -> {
              double middle = top + ROW_HEIGHT / 2;
              sign.draw(g, left + SIGN_WIDTH / 2 - 6, middle);
              double room = width - SIGN_WIDTH - 8 - WORDS.width(value);
              WORDS.left(g, WORDS.shortened(words, room), left + SIGN_WIDTH, middle + 5);
              WORDS.right(g, value, left + width, middle + 5);
            }));
  }

  private void note(String words, long pupils) {
    String value = String.format(Locale.ROOT, "%,d", pupils);
    rows.add(
        new Row(
            NOTE_HEIGHT,
            (g, left, top, width) -> {
              double room = width - SIGN_WIDTH - 8 - NOTES.width(value);
              NOTES.left(g, NOTES.shortened(words, room), left + SIGN_WIDTH, top + 13);
              NOTES.right(g, value, left + width, top + 13);
            }));
  }
}
