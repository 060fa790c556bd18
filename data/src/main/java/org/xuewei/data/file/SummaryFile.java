package org.xuewei.data.file;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.xuewei.data.model.Evaluation;
import org.xuewei.data.model.Plan;

/** {@code summary.json}, described by {@code docs/schema/summary.schema.json}. */
public final class SummaryFile {
  private static final int GAP_DIGITS = 6;
  private static final int COMPACTNESS_DIGITS = 4;

  private SummaryFile() {}

  /** Writes the summary; equal summaries are equal bytes. */
  public static void write(Summary summary, Path file) {
    AtomicFile.write(file, out -> write(summary, out));
  }

  private static void write(Summary summary, Writer out) throws IOException {
    JsonWriter json = new JsonWriter(out);
    json.value("schemaVersion", PlanFile.SCHEMA_VERSION);
    json.object("subject", subject(summary.subject()));
    json.object("today", Evaluation.figures(summary.figures().today()));
    json.object("doingNothing", Evaluation.figures(summary.figures().doingNothing()));
    json.object("plan", Evaluation.figures(summary.figures().plan()));
    json.object("ways", ways(summary.ways()));
    json.object("yuanPerYear", summary.yuanPerYear());
    json.object("certificate", certificate(summary.certificate()));
    if (summary.compactness().isPresent()) {
      json.object("compactness", compactness(summary.compactness().get()));
    }
    json.rows("rules", summary.rules().stream().map(SummaryFile::row));
    json.object("dataIssues", summary.dataIssues());
    json.value("attribution", summary.attribution());
    json.value("licence", summary.licence());
    json.end();
  }

  private static Map<String, Object> subject(Summary.Subject subject) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("planId", subject.planId());
    fields.put("dataset", subject.datasetId());
    fields.put("datasetName", subject.datasetName());
    fields.put("scenario", subject.scenarioId());
    fields.put("year", subject.year());
    fields.put("synthetic", subject.synthetic());
    return fields;
  }

  private static Map<String, Object> ways(Summary.Ways ways) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("today", ways.today().figures());
    fields.put("doingNothing", ways.doingNothing().figures());
    fields.put("plan", ways.plan().figures());
    return fields;
  }

  private static Map<String, Object> certificate(Plan.Certificate certificate) {
    Map<String, Object> fields = PlanFile.certificate(certificate);
    fields.put("gap", roundedUp(certificate.gap()));
    return fields;
  }

  /** A gap is never shown smaller than it is. */
  private static BigDecimal roundedUp(double gap) {
    return BigDecimal.valueOf(gap).setScale(GAP_DIGITS, RoundingMode.CEILING);
  }

  private static Map<String, Object> compactness(Summary.Compactness compactness) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("mean", rounded(compactness.mean()));
    fields.put("least", rounded(compactness.least()));
    return fields;
  }

  private static BigDecimal rounded(double share) {
    return BigDecimal.valueOf(share).setScale(COMPACTNESS_DIGITS, RoundingMode.HALF_UP);
  }

  private static Map<String, Object> row(Summary.RuleCount count) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("rule", count.rule());
    fields.put("checked", count.checked());
    fields.put("brokenHard", count.brokenHard());
    fields.put("brokenSoft", count.brokenSoft());
    return fields;
  }
}
