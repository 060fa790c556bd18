package org.xuewei.data.file;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.xuewei.data.model.Action;
import org.xuewei.data.model.Aim;
import org.xuewei.data.model.Community;
import org.xuewei.data.model.GradeBand;
import org.xuewei.data.model.HalfYear;
import org.xuewei.data.model.Objective;
import org.xuewei.data.model.Plan;
import org.xuewei.data.model.Stage;

/** How each object of {@code plan.json} is read. */
final class PlanRows {
  /**
   * @param keys every key that a row may have
   * @param identity what no two rows may share
   */
  record Kind<T>(
      String list, List<String> keys, Function<JsonRow, T> read, Function<T, Object> identity) {}

  static final Kind<Action> ACTION =
      new Kind<>(
          "actions",
          List.of(
              "type",
              "site",
              "stage",
              "fromClasses",
              "toClasses",
              "orderYear",
              "opening",
              "capitalYuan"),
          PlanRows::action,
          action -> List.of(action.siteId(), action.stage(), action.type(), action.opening()));

  static final Kind<Plan.SchoolYear> SCHOOL =
      new Kind<>(
          "schools",
          List.of("school", "stage", "year", "classes", "pupils"),
          PlanRows::school,
          school -> List.of(school.schoolId(), school.stage(), school.year()));

  static final Kind<Plan.Assignment> ASSIGNMENT =
      new Kind<>(
          "assignments",
          List.of("demandPoint", "band", "year", "pupils", "school", "metres", "reason"),
          PlanRows::assignment,
          row -> List.of(row.demandPointId(), row.band(), row.year(), row.schoolId()));

  static final Kind<Community> COMMUNITY =
      new Kind<>(
          "communities",
          List.of("id", "lead", "township", "members"),
          PlanRows::community,
          Community::id);

  static final Kind<Plan.Group> GROUP =
      new Kind<>("groups", List.of("id", "lead", "members"), PlanRows::group, Plan.Group::id);

  static final List<String> HEADER =
      List.of(
          "planId",
          "dataset",
          "scenario",
          "standard",
          "engineVersion",
          "seed",
          "inputHash",
          "baseYear",
          "planningYears",
          "dataDate",
          "attribution",
          "licence");

  static final List<String> CERTIFICATE =
      List.of(
          "method",
          "objectiveYuan",
          "lowerBoundYuan",
          "fixedYuan",
          "validFor",
          "reproducible",
          "aim");

  private static final List<String> AIM =
      List.of("objective", "radiusMetres", "unit", "value", "bound");

  private PlanRows() {}

  static Plan.Header header(JsonRow row) {
    return new Plan.Header(
        row.id("planId"),
        row.id("dataset"),
        row.id("scenario"),
        row.text("engineVersion"),
        row.wholeNumber("seed", Long.MIN_VALUE, Long.MAX_VALUE),
        row.text("inputHash"),
        row.id("standard"),
        row.count("baseYear"),
        row.years("planningYears"),
        row.text("dataDate"),
        row.text("attribution"),
        row.text("licence"));
  }

  static Plan.Certificate certificate(JsonRow row) {
    return new Plan.Certificate(
        row.text("method"),
        row.yuan("objectiveYuan"),
        row.yuan("lowerBoundYuan"),
        row.yuan("fixedYuan"),
        row.text("validFor"),
        row.flag("reproducible"),
        row.has("aim") ? Optional.of(aim(row.object("aim", AIM))) : Optional.empty());
  }

  private static Aim aim(JsonRow row) {
    Objective.Kind kind = row.oneOf("objective", Objective.Kind.class);
    if (!row.text("unit").equals(kind.unit())) {
      throw row.expected("unit", kind.unit());
    }
    try {
      return new Aim(
          new Objective(kind, row.findCount("radiusMetres")), row.yuan("value"), row.yuan("bound"));
    } catch (IllegalArgumentException impossible) {
      throw row.refuse(
          "bound",
          "expected pupils covered up to the bound within a radius, or a greatest way not below it");
    }
  }

  private static Action action(JsonRow row) {
    return new Action(
        row.oneOf("type", Action.Type.class),
        row.id("site"),
        row.oneOf("stage", Stage.class),
        row.count("fromClasses"),
        row.count("toClasses"),
        row.count("orderYear"),
        halfYear(row),
        row.yuan("capitalYuan"));
  }

  private static HalfYear halfYear(JsonRow row) {
    try {
      return HalfYear.parse(row.text("opening"));
    } catch (IllegalArgumentException notHalfYear) {
      throw row.expected("opening", "a half-year like 2029H2");
    }
  }

  private static Plan.SchoolYear school(JsonRow row) {
    return new Plan.SchoolYear(
        row.id("school"),
        row.oneOf("stage", Stage.class),
        row.count("year"),
        row.count("classes"),
        row.count("pupils"));
  }

  private static Plan.Assignment assignment(JsonRow row) {
    if (row.has("school") == row.has("reason")) {
      throw row.refuse("school", "expected either a school or a reason");
    }
    return new Plan.Assignment(
        row.id("demandPoint"),
        row.oneOf("band", GradeBand.class),
        row.count("year"),
        row.count("pupils"),
        row.has("school") ? Optional.of(row.id("school")) : Optional.empty(),
        row.findCount("metres"),
        row.has("reason")
            ? Optional.of(row.oneOf("reason", Plan.UnservedReason.class))
            : Optional.empty());
  }

  private static Community community(JsonRow row) {
    return new Community(row.id("id"), row.id("lead"), row.id("township"), row.ids("members"));
  }

  private static Plan.Group group(JsonRow row) {
    return new Plan.Group(row.id("id"), row.id("lead"), row.ids("members"));
  }
}
