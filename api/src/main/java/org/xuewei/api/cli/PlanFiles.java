package org.xuewei.api.cli;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.DoubleSummaryStatistics;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.xuewei.data.file.PlanFile;
import org.xuewei.data.file.Run;
import org.xuewei.data.file.RunFile;
import org.xuewei.data.file.Summary;
import org.xuewei.data.file.SummaryFile;
import org.xuewei.data.model.DataIssue;
import org.xuewei.data.model.Plan;
import org.xuewei.data.model.Progress;
import org.xuewei.data.model.region.Dataset;
import org.xuewei.geo.catchment.Catchments;
import org.xuewei.geo.export.Before;
import org.xuewei.geo.export.ExportInput;
import org.xuewei.geo.export.GeoJsonExport;
import org.xuewei.geo.export.map.MapContent;
import org.xuewei.geo.export.map.MapText;
import org.xuewei.geo.export.map.OverviewMap;
import org.xuewei.geo.layer.DatasetFolder;

/** Writes everything that a plan consists of, the dataset apart. */
final class PlanFiles {
  private final PlanOutput output;
  private final Messages messages;
  private final ConsoleProgress progress;

  PlanFiles(PlanOutput output, Messages messages, ConsoleProgress progress) {
    this.output = output;
    this.messages = messages;
    this.progress = progress;
  }

  void write(
      DatasetFolder.Content contents, PlanningRun run, Catchments catchments, Run.EndedBy endedBy)
      throws IOException {
    Dataset dataset = contents.dataset();
    PlanningRun.State planned = run.planned();
    GeoJsonExport.write(
        new ExportInput(
            dataset,
            planned.plan(),
            planned.evaluation(),
            new Before(
                run.today().classesBySchool(),
                run.today().pupilsBySchool(),
                Optional.of(run.today().evaluation())),
            catchments,
            planned.zones().schoolsOfZone(),
            run.setting().problems().stage(),
            run.setting().problems().planningYear(),
            run.setting().pupilsPerClass()),
        output.draft(PlanOutput.LAYERS),
        progress);
    try (Progress.Phase phase = progress.start("map", 2)) {
      MapContent content = new MapScene(messages, dataset, planned.plan()).content(run, catchments);
      MapText words = MapText.of(messages.locale());
      OverviewMap.writePng(
          content, words, output.draft("map.png"), OverviewMap.DEFAULT_WIDTH_PIXELS);
      phase.advance(1);
      OverviewMap.writeSvg(
          content, words, output.draft("map.svg"), OverviewMap.DEFAULT_WIDTH_PIXELS);
      phase.advance(1);
    }
    PlanFile.write(planned.plan(), output.draft(PlanOutput.PLAN_FILE));
    SummaryFile.write(summary(contents, run, catchments), output.draft("summary.json"));
    RunFile.write(run(run, endedBy), output.draft("run.json"));
  }

  private static Summary summary(
      DatasetFolder.Content contents, PlanningRun run, Catchments catchments) {
    DoubleSummaryStatistics compactness = catchments.compactness();
    Plan plan = run.planned().plan();
    Dataset.Header dataset = contents.dataset().header();
    return new Summary(
        new Summary.Subject(
            plan.header().planId(),
            dataset.id(),
            dataset.name(),
            plan.header().scenarioId(),
            run.setting().problems().planningYear(),
            dataset.synthetic()),
        new Summary.Figures(
            run.today().evaluation().headline(),
            run.withoutAction().evaluation().headline(),
            run.planned().evaluation().headline()),
        new Summary.Ways(
            run.today().evaluation().ways(),
            run.withoutAction().evaluation().ways(),
            run.planned().evaluation().ways()),
        run.planned().evaluation().yuanPerYear(),
        plan.certificate(),
        compactness.getCount() == 0
            ? Optional.empty()
            : Optional.of(new Summary.Compactness(compactness.getAverage(), compactness.getMin())),
        Summary.RuleCount.of(run.planned().evaluation().rules()),
        contents.issues().stream()
            .collect(Collectors.toMap(DataIssue::code, issue -> 1, Integer::sum, TreeMap::new)),
        plan.header().attribution(),
        plan.header().licence());
  }

  private Run run(PlanningRun run, Run.EndedBy endedBy) {
    return new Run(
        run.planned().plan().header().planId(),
        Instant.now()
            .minusMillis(Math.round(progress.totalSeconds() * 1000))
            .truncatedTo(ChronoUnit.SECONDS),
        progress.secondsByPhase().entrySet().stream()
            .map(
                entry ->
                    new Run.Phase(
                        entry.getKey(), Duration.ofMillis(Math.round(entry.getValue() * 1000))))
            .toList(),
        CommandLineInterface.Version.engine(),
        System.getProperty("java.version"),
        run.setting().scenario().effort(),
        endedBy);
  }
}
