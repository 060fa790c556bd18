package org.xuewei.data.file;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.xuewei.data.model.Action;
import org.xuewei.data.model.Aim;
import org.xuewei.data.model.Community;
import org.xuewei.data.model.Plan;
import org.xuewei.data.yaml.Keyword;

/**
 * {@code plan.json}, described by {@code docs/schema/plan.schema.json}. Rows are sorted by id,
 * stage or band, and year; the same plan always gives the same bytes.
 */
public final class PlanFile {
  static final int SCHEMA_VERSION = 1;

  private static final Comparator<Action> BY_SITE =
      Comparator.comparing(Action::siteId)
          .thenComparing(Action::stage)
          .thenComparing(Action::opening)
          .thenComparing(Action::type);
  private static final Comparator<Plan.SchoolYear> BY_SCHOOL =
      Comparator.comparing(Plan.SchoolYear::schoolId)
          .thenComparing(Plan.SchoolYear::stage)
          .thenComparing(Plan.SchoolYear::year);
  private static final Comparator<Plan.Assignment> BY_POINT =
      Comparator.comparing(Plan.Assignment::demandPointId)
          .thenComparing(Plan.Assignment::band)
          .thenComparing(Plan.Assignment::year);

  private PlanFile() {}

  /** Writes the plan; the file appears complete or not at all. */
  public static void write(Plan plan, Path file) {
    AtomicFile.write(file, out -> write(plan, out));
  }

  /**
   * Reads a plan, drawn by hand or by an engine. Only its shape is checked, not its rules.
   *
   * @throws org.xuewei.data.model.InputException naming the file and the JSON pointer of what is
   *     wrong
   */
  public static Plan read(Path file) {
    return PlanReader.read(file);
  }

  private static void write(Plan plan, Writer out) throws IOException {
    JsonWriter json = new JsonWriter(out);
    json.value("schemaVersion", SCHEMA_VERSION);
    json.object("header", header(plan.header()));
    json.rows("actions", sorted(plan.actions(), BY_SITE).map(PlanFile::row));
    json.rows("schools", sorted(plan.schools(), BY_SCHOOL).map(PlanFile::row));
    json.rows("assignments", sorted(plan.assignments(), BY_POINT).map(PlanFile::row));
    json.rows(
        "communities",
        sorted(plan.communities(), Comparator.comparing(Community::id)).map(PlanFile::row));
    json.rows(
        "groups", sorted(plan.groups(), Comparator.comparing(Plan.Group::id)).map(PlanFile::row));
    json.object("certificate", certificate(plan.certificate()));
    json.end();
  }

  private static <T> Stream<T> sorted(List<T> rows, Comparator<T> order) {
    return rows.stream().sorted(order);
  }

  private static Map<String, Object> header(Plan.Header header) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("planId", header.planId());
    fields.put("dataset", header.datasetId());
    fields.put("scenario", header.scenarioId());
    fields.put("standard", header.standardId());
    fields.put("engineVersion", header.engineVersion());
    fields.put("seed", header.seed());
    fields.put("inputHash", header.inputHash());
    fields.put("baseYear", header.baseYear());
    fields.put("planningYears", header.planningYears());
    fields.put("dataDate", header.dataDate());
    fields.put("attribution", header.attribution());
    fields.put("licence", header.licence());
    return fields;
  }

  private static Map<String, Object> row(Action action) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("type", Keyword.of(action.type()));
    fields.put("site", action.siteId());
    fields.put("stage", Keyword.of(action.stage()));
    fields.put("fromClasses", action.fromClasses());
    fields.put("toClasses", action.toClasses());
    fields.put("orderYear", action.orderYear());
    fields.put("opening", action.opening().toString());
    fields.put("capitalYuan", action.capitalYuan());
    return fields;
  }

  private static Map<String, Object> row(Plan.SchoolYear school) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("school", school.schoolId());
    fields.put("stage", Keyword.of(school.stage()));
    fields.put("year", school.year());
    fields.put("classes", school.classes());
    fields.put("pupils", school.pupils());
    return fields;
  }

  private static Map<String, Object> row(Plan.Assignment assignment) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("demandPoint", assignment.demandPointId());
    fields.put("band", Keyword.of(assignment.band()));
    fields.put("year", assignment.year());
    fields.put("pupils", assignment.pupils());
    assignment.schoolId().ifPresent(school -> fields.put("school", school));
    assignment.metres().ifPresent(metres -> fields.put("metres", metres));
    assignment.reason().ifPresent(reason -> fields.put("reason", Keyword.of(reason)));
    return fields;
  }

  private static Map<String, Object> row(Community community) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", community.id());
    fields.put("lead", community.leadSchoolId());
    fields.put("township", community.townshipId());
    fields.put("members", community.memberSchoolIds());
    return fields;
  }

  private static Map<String, Object> row(Plan.Group group) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", group.id());
    fields.put("lead", group.leadSchoolId());
    fields.put("members", group.memberSchoolIds());
    return fields;
  }

  private static Map<String, Object> aim(Aim aim) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("objective", Keyword.of(aim.objective().kind()));
    aim.objective().radiusMetres().ifPresent(metres -> fields.put("radiusMetres", metres));
    fields.put("unit", aim.objective().kind().unit());
    fields.put("value", aim.value());
    fields.put("bound", aim.bound());
    return fields;
  }

  static Map<String, Object> certificate(Plan.Certificate certificate) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("method", certificate.method());
    fields.put("objectiveYuan", certificate.objectiveYuan());
    fields.put("lowerBoundYuan", certificate.lowerBoundYuan());
    fields.put("fixedYuan", certificate.fixedYuan());
    fields.put("validFor", certificate.validFor());
    fields.put("reproducible", certificate.reproducible());
    certificate.aim().ifPresent(aim -> fields.put("aim", aim(aim)));
    return fields;
  }
}
