package org.xuewei.api.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.xuewei.data.model.Action;
import org.xuewei.data.model.District;
import org.xuewei.data.model.HalfYear;
import org.xuewei.data.model.region.Dataset;

/** The new and the expanded schools of a plan as a table, the dearest of each kind first. */
final class ActionList {
  private static final int MOST_OF_A_KIND = 8;
  private static final int LONGEST_PLACE = 28;

  private final Console console;
  private final Messages messages;
  private final Map<String, String> places;

  ActionList(Console console, Dataset dataset) {
    this.console = console;
    this.messages = console.messages();
    this.places = places(dataset);
  }

  /** Name of the school, or of the district of a candidate or a school without a name, by id. */
  private static Map<String, String> places(Dataset dataset) {
    Map<String, String> districts =
        dataset.districts().stream().collect(Collectors.toMap(District::id, District::name));
    Map<String, String> places = new TreeMap<>();
    dataset
        .candidates()
        .forEach(site -> places.put(site.id(), districts.getOrDefault(site.districtId(), "")));
    dataset
        .schools()
        .forEach(
            school ->
                places.put(
                    school.id(),
                    school.name().isEmpty()
                        ? districts.getOrDefault(school.districtId(), "")
                        : school.name()));
    return places;
  }

  void print(List<Action> actions) {
    List<Action> built = dearestFirst(actions, Action.Type.BUILD);
    List<Action> expanded = dearestFirst(actions, Action.Type.EXPAND);
    long kept = actions.stream().filter(action -> action.type() == Action.Type.KEEP).count();
    console.out().println(messages.text("report.actions", built.size(), expanded.size(), kept));
    List<String[]> rows = new ArrayList<>();
    first(built).forEach(action -> rows.add(cells("report.build", action)));
    first(expanded).forEach(action -> rows.add(cells("report.expand", action)));
    List<String> lines = aligned(rows);
    int shownBuilt = first(built).size();
    lines.subList(0, shownBuilt).forEach(console.out()::println);
    more("report.more.build", built.size() - shownBuilt);
    lines.subList(shownBuilt, lines.size()).forEach(console.out()::println);
    more("report.more.expand", expanded.size() - first(expanded).size());
  }

  private static List<Action> dearestFirst(List<Action> actions, Action.Type type) {
    return actions.stream()
        .filter(action -> action.type() == type)
        .sorted(
            Comparator.comparingLong(Action::capitalYuan).reversed().thenComparing(Action::siteId))
        .toList();
  }

  private static List<Action> first(List<Action> actions) {
    return actions.subList(0, Math.min(MOST_OF_A_KIND, actions.size()));
  }

  private void more(String key, int count) {
    if (count > 0) {
      console.out().println("  " + messages.text(key, count));
    }
  }

  private String[] cells(String key, Action action) {
    String place = places.getOrDefault(action.siteId(), "").replace('|', '/');
    return messages
        .text(
            key,
            TextWidth.shortened(place, LONGEST_PLACE),
            action.fromClasses(),
            action.toClasses(),
            messages.money(action.capitalYuan()),
            action.orderYear(),
            words(action.opening()),
            action.siteId())
        .split("\\|");
  }

  private String words(HalfYear half) {
    return messages.text("report.halfYear." + half.half(), half.year());
  }

  /** Classes and money to the right, the rest to the left. */
  private static List<String> aligned(List<String[]> rows) {
    List<String> lines = new ArrayList<>();
    for (String[] row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.length; column++) {
        int k = column;
        int width = rows.stream().mapToInt(cells -> TextWidth.columns(cells[k])).max().orElse(0);
        boolean isNumber = column == 2 || column == 3;
        line.append("  ")
            .append(
                isNumber
                    ? TextWidth.padLeft(row[column], width)
                    : TextWidth.padRight(row[column], width));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }
}
