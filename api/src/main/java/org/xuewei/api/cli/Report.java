package org.xuewei.api.cli;

import java.math.BigDecimal;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.xuewei.data.model.Aim;
import org.xuewei.data.model.DataIssue;
import org.xuewei.data.model.District;
import org.xuewei.data.model.Evaluation;
import org.xuewei.data.model.Evaluation.Headline;
import org.xuewei.data.model.Plan;
import org.xuewei.data.model.Plan.Assignment;
import org.xuewei.data.model.Plan.Certificate;
import org.xuewei.data.model.Scenario;
import org.xuewei.data.model.region.Dataset;
import org.xuewei.geo.catchment.Catchments;
import org.xuewei.geo.catchment.UnitAdjacency;

/** The one-screen text summaries, on the console's result stream. */
final class Report {
  private static final int MOST_BROKEN_RULES = 8;

  private final Console console;
  private final Messages messages;

  Report(Console console) {
    this.console = console;
    this.messages = console.messages();
  }

  /** What a dataset holds and its issues by code. */
  void dataset(Dataset dataset, List<DataIssue> issues) {
    print(
        "report.dataset",
        dataset.header().name(),
        dataset.districts().size(),
        dataset.districts().stream().mapToLong(District::residents).sum(),
        dataset.demandSources().size(),
        dataset.demandPoints().size(),
        dataset.schools().size(),
        dataset.candidates().size());
    if (!issues.isEmpty()) {
      print("report.issues", "layers.gpkg");
      Map<String, Long> counts =
          issues.stream()
              .collect(Collectors.groupingBy(DataIssue::code, TreeMap::new, Collectors.counting()));
      counts.forEach(
          (code, count) -> item("report.issue", code, count, messages.textOr("issue." + code, "")));
    }
  }

  /** The figures of the three states, the actions, the rules and the certificate. */
  void plan(PlanningRun run, Dataset dataset, Catchments catchments) {
    Scenario scenario = run.setting().scenario();
    Plan plan = run.planned().plan();
    console.out().println();
    print(
        "report.plan.title",
        title(scenario),
        messages.text("stage." + run.setting().problems().stage()),
        run.setting().problems().planningYear());
    figures(run, scenario);
    console.out().println();
    new ActionList(console, dataset).print(plan.actions());
    unserved(plan);
    run.adjacency().ifPresent(this::adjacency);
    for (String zone : run.planned().zones().zonesOutOfReach()) {
      print("report.zone.outOfReach", zone);
    }
    compactness(catchments.compactness());
    rules(run.planned().evaluation());
    certificate(plan.certificate());
    print(dataset.header().synthetic() ? "report.synthetic" : "report.estimated");
  }

  private String title(Scenario scenario) {
    return scenario.title().getOrDefault(messages.locale().getLanguage(), scenario.id());
  }

  private void figures(PlanningRun run, Scenario scenario) {
    String[] columns =
        messages
            .text("report.columns", scenario.baseYear(), run.setting().problems().planningYear())
            .split("\\|");
    console.out().println(row("", columns[0], columns[1], columns[2]));
    Headline today = run.today().evaluation().headline();
    Headline nothing = run.withoutAction().evaluation().headline();
    Headline planned = run.planned().evaluation().headline();
    row("report.pupils", today.pupils(), nothing.pupils(), planned.pupils());
    console
        .out()
        .println(
            row(
                messages.text("report.pupilsWithoutSeat"),
                shareOf(today.pupilsWithoutSeat(), today),
                shareOf(nothing.pupilsWithoutSeat(), nothing),
                shareOf(planned.pupilsWithoutSeat(), planned)));
    console
        .out()
        .println(
            row(
                messages.text("report.pupilsBeyondLimit"),
                shareOf(today.pupilsBeyondLimit(), today),
                shareOf(nothing.pupilsBeyondLimit(), nothing),
                shareOf(planned.pupilsBeyondLimit(), planned)));
    row("report.seatsBuilt", 0, 0, planned.seatsBuilt());
    row("report.capital", 0, 0, Math.round(messages.money(planned.capitalYuan())));
    row("report.pupilsMoved", 0, nothing.pupilsMoved(), planned.pupilsMoved());
    Map<String, BigDecimal> waysToday = run.today().evaluation().ways().figures();
    Map<String, BigDecimal> waysOfNothing = run.withoutAction().evaluation().ways().figures();
    Map<String, BigDecimal> waysPlanned = run.planned().evaluation().ways().figures();
    waysToday.forEach(
        (name, figure) ->
            console
                .out()
                .println(
                    row(
                        messages.text("report." + name),
                        decimal(figure),
                        decimal(waysOfNothing.getOrDefault(name, BigDecimal.ZERO)),
                        decimal(waysPlanned.getOrDefault(name, BigDecimal.ZERO)))));
  }

  private String shareOf(int pupils, Headline headline) {
    double share = headline.pupils() == 0 ? 0 : pupils / (double) headline.pupils();
    return messages.text("report.countAndShare", pupils, share);
  }

  private void row(String key, long today, long nothing, long planned) {
    console.out().println(row(messages.text(key), number(today), number(nothing), number(planned)));
  }

  private String number(long value) {
    return String.format(messages.locale(), "%,d", value);
  }

  /** Metres are whole; a share has two digits. */
  private String decimal(BigDecimal figure) {
    return String.format(messages.locale(), figure.scale() > 1 ? "%,.2f" : "%,.0f", figure);
  }

  private static String row(String name, String today, String nothing, String planned) {
    return TextWidth.padRight("  " + name, 28)
        + TextWidth.padLeft(today, 18)
        + TextWidth.padLeft(nothing, 24)
        + TextWidth.padLeft(planned, 18);
  }

  private void unserved(Plan plan) {
    Map<Plan.UnservedReason, Integer> pupils = new TreeMap<>();
    for (Assignment row : plan.assignments()) {
      row.reason().ifPresent(reason -> pupils.merge(reason, row.pupils(), Integer::sum));
    }
    pupils.forEach(
        (reason, count) -> print("report.unserved", count, messages.text("reason." + reason)));
  }

  /** Where the county does not hang together, and schools that share the place they lie in. */
  private void adjacency(UnitAdjacency units) {
    print(
        "report.contiguous",
        units.parts().size(),
        units.parts().stream().skip(1).mapToInt(Integer::intValue).sum());
    if (!units.schoolsElsewhere().isEmpty()) {
      print("report.contiguous.elsewhere", String.join(", ", units.schoolsElsewhere()));
    }
    if (!units.schoolsWithout().isEmpty()) {
      print("report.contiguous.without", String.join(", ", units.schoolsWithout()));
    }
  }

  private void compactness(DoubleSummaryStatistics catchments) {
    if (catchments.getCount() > 0) {
      print(
          "report.compactness",
          catchments.getCount(),
          catchments.getAverage(),
          catchments.getMin());
    }
  }

  /** The figures and rules of one plan. */
  void evaluation(Evaluation evaluation) {
    Evaluation.figures(evaluation.headline())
        .forEach(
            (name, value) ->
                console
                    .out()
                    .println(
                        TextWidth.padRight("  " + messages.textOr("report." + name, name), 40)
                            + TextWidth.padLeft(number(value), 18)));
    evaluation
        .ways()
        .figures()
        .forEach(
            (name, figure) ->
                console
                    .out()
                    .println(
                        TextWidth.padRight("  " + messages.text("report." + name), 40)
                            + TextWidth.padLeft(decimal(figure), 18)));
    evaluation
        .yuanPerYear()
        .forEach(
            (part, yuan) ->
                console
                    .out()
                    .println(
                        TextWidth.padRight("  " + messages.textOr("cost." + part, part), 40)
                            + TextWidth.padLeft(number(yuan), 18)));
    rules(evaluation);
  }

  private void rules(Evaluation evaluation) {
    long hard = evaluation.rules().stream().filter(Evaluation.RuleResult::hard).count();
    List<Evaluation.RuleResult> broken = evaluation.broken();
    if (broken.isEmpty()) {
      print("report.rules.kept", hard);
      return;
    }
    print("report.rules.broken", broken.size(), hard);
    broken.stream()
        .limit(MOST_BROKEN_RULES)
        .forEach(
            rule ->
                item(
                    "report.rule",
                    rule.rule(),
                    rule.subject(),
                    rule.value(),
                    rule.limit(),
                    rule.clause()));
  }

  private void certificate(Certificate certificate) {
    certificate.aim().ifPresentOrElse(this::aim, () -> cost(certificate));
  }

  private void aim(Aim aim) {
    print(
        "report.aim." + aim.objective().kind(),
        aim.value(),
        aim.bound(),
        aim.gap(),
        aim.objective().radiusMetres().orElse(0));
  }

  private void cost(Certificate certificate) {
    print(
        "report.gap",
        messages.money(certificate.objectiveYuan()),
        messages.money(certificate.lowerBoundYuan()),
        certificate.gap(),
        certificate.method());
  }

  private void print(String key, Object... arguments) {
    console.out().println(messages.text(key, arguments));
  }

  /** Prints one line of a list. */
  private void item(String key, Object... arguments) {
    console.out().println("  " + messages.text(key, arguments));
  }
}
