package org.xuewei.data.file;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.xuewei.data.model.Objective;
import org.xuewei.data.model.Scenario;
import org.xuewei.data.model.SpreadPrice;
import org.xuewei.data.model.Stage;
import org.xuewei.data.standard.RuleCatalog;
import org.xuewei.data.yaml.YamlObject;
import org.xuewei.data.yaml.YamlValue;

/** Reads a scenario from its YAML tree and refuses what cannot be meant. */
final class ScenarioReader {
  private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}");
  private static final int FIRST_YEAR = 1950;
  private static final int LAST_YEAR = 2200;
  private static final int PUPILS_AT_MOST = 100_000;
  private static final int METRES_AT_MOST = 100_000;
  private static final int CLASSES_AT_MOST = 1_000;
  private static final int SCHOOLS_AT_MOST = 1_000_000;
  private static final int LEAD_YEARS_AT_MOST = 30;
  private static final BigDecimal GROWTH_AT_MOST = BigDecimal.TEN;
  private static final BigDecimal SQUARE_METRES_LEAST = new BigDecimal("0.1");
  private static final BigDecimal SQUARE_METRES_AT_MOST = BigDecimal.valueOf(10_000);
  private static final BigDecimal SPREAD_YUAN_AT_MOST = BigDecimal.valueOf(1_000_000);
  private static final long YUAN_AT_MOST = 1_000_000_000_000_000L;

  private static final int LEAD_YEARS_TO_BUILD = 3;
  private static final int LEAD_YEARS_TO_EXPAND = 2;

  private ScenarioReader() {}

  static Scenario read(YamlValue file) {
    YamlObject root =
        file.object(
            "id",
            "title",
            "baseYear",
            "planningYears",
            "stages",
            "demand",
            "travel",
            "schools",
            "actions",
            "budget",
            "objective",
            "weights",
            "effort",
            "seed",
            "catchments",
            "zones",
            "standard");
    String id = id(root.required("id"));
    int baseYear = root.required("baseYear").integer(FIRST_YEAR, LAST_YEAR);
    List<Integer> planningYears = planningYears(root.required("planningYears"), baseYear);
    List<Stage> stages = stages(root.required("stages"));
    Scenario.SchoolEstimates schools = schools(root.required("schools"), stages);
    return new Scenario(
        id,
        root.find("title").map(ScenarioReader::title).orElse(Map.of("en", id)),
        baseYear,
        planningYears,
        stages,
        demand(root.required("demand"), baseYear, planningYears),
        travel(root.required("travel")),
        schools,
        actions(root.required("actions"), schools),
        budget(root.find("budget")),
        new Scenario.Priorities(
            objective(root),
            root.find("weights")
                .flatMap(weights -> weights.object("spread").find("spread"))
                .map(ScenarioReader::spread)),
        root.find("effort")
            .map(effort -> effort.oneOf(Scenario.Effort.class))
            .orElse(Scenario.Effort.STANDARD),
        root.find("seed").map(seed -> seed.wholeNumber(0, Scenario.SEED_AT_MOST)).orElse(1L),
        zoning(root),
        overrides(root.find("standard")));
  }

  private static String id(YamlValue value) {
    if (!ID.matcher(value.text()).matches()) {
      throw value.expected("1 to 64 letters, digits, dots, hyphens or underscores");
    }
    return value.text();
  }

  private static Map<String, String> title(YamlValue value) {
    YamlObject languages = value.object("en", "zh");
    Map<String, String> title = new TreeMap<>();
    languages.find("en").ifPresent(text -> title.put("en", text.text()));
    languages.find("zh").ifPresent(text -> title.put("zh", text.text()));
    if (title.isEmpty()) {
      throw value.refuse("has no language, expected en or zh");
    }
    return title;
  }

  private static List<Integer> planningYears(YamlValue value, int baseYear) {
    List<Integer> years = new ArrayList<>();
    int last = baseYear;
    for (YamlValue item : value.items()) {
      int year = item.integer(FIRST_YEAR, LAST_YEAR);
      if (year <= last) {
        throw item.expected(
            "a year after " + last + (years.isEmpty() ? ", the base year" : ", the one before"));
      }
      years.add(year);
      last = year;
    }
    if (years.isEmpty()) {
      throw value.refuse("is an empty list, expected at least one year");
    }
    return years;
  }

  private static List<Stage> stages(YamlValue value) {
    List<Stage> stages = new ArrayList<>();
    for (YamlValue item : value.items()) {
      Stage stage = item.oneOf(Stage.class);
      if (stages.contains(stage)) {
        throw item.refuse("the stage is given twice");
      }
      stages.add(stage);
    }
    if (stages.isEmpty()) {
      throw value.refuse("is an empty list, expected at least one stage");
    }
    return stages;
  }

  private static Scenario.DemandRequest demand(
      YamlValue value, int baseYear, List<Integer> planningYears) {
    YamlObject demand = value.object("growth", "keepTogetherPupils");
    Optional<YamlObject> growth = demand.find("growth").map(fields -> fields.object("share", "by"));
    return new Scenario.DemandRequest(
        growth
            .map(fields -> fields.required("share"))
            .map(share -> share.decimal(BigDecimal.ONE.negate(), GROWTH_AT_MOST).doubleValue())
            .orElse(0.0),
        growth
            .flatMap(fields -> fields.find("by"))
            .map(year -> year.integer(baseYear + 1, LAST_YEAR))
            .orElse(planningYears.get(planningYears.size() - 1)),
        demand.required("keepTogetherPupils").integer(1, PUPILS_AT_MOST));
  }

  private static Scenario.TravelRequest travel(YamlValue value) {
    return new Scenario.TravelRequest(
        value.object("limitMetres").required("limitMetres").integer(1, METRES_AT_MOST));
  }

  private static Scenario.SchoolEstimates schools(YamlValue value, List<Stage> stages) {
    YamlObject schools =
        value.object("stage", "squareMetresPerPupil", "classesAtMost", "classesWhenAreaUnknown");
    int classesAtMost = schools.required("classesAtMost").integer(1, CLASSES_AT_MOST);
    return new Scenario.SchoolEstimates(
        schools.find("stage").map(stage -> stage.oneOf(Stage.class)).orElse(stages.get(0)),
        squareMetres(schools.required("squareMetresPerPupil")),
        classesAtMost,
        schools.required("classesWhenAreaUnknown").integer(1, classesAtMost));
  }

  private static Scenario.Actions actions(YamlValue value, Scenario.SchoolEstimates schools) {
    YamlObject actions = value.object("build", "expand");
    return new Scenario.Actions(
        actions
            .find("build")
            .map(ScenarioReader::build)
            .orElse(new Scenario.Build(OptionalInt.of(0), false, LEAD_YEARS_TO_BUILD)),
        actions
            .find("expand")
            .map(expand -> expand(expand, schools))
            .orElse(new Scenario.Expand(0, schools.squareMetresPerPupil(), LEAD_YEARS_TO_EXPAND)));
  }

  private static Scenario.Build build(YamlValue value) {
    YamlObject build = value.object("newSchoolsAtMost", "newSchools", "leadYears");
    Optional<YamlValue> most = build.find("newSchoolsAtMost");
    Optional<YamlValue> exactly = build.find("newSchools");
    if (most.isPresent() && exactly.isPresent()) {
      throw exactly.get().refuse("stands beside newSchoolsAtMost, expected one of them");
    }
    Optional<YamlValue> number = exactly.or(() -> most);
    return new Scenario.Build(
        number.isPresent()
            ? OptionalInt.of(number.get().integer(0, SCHOOLS_AT_MOST))
            : OptionalInt.empty(),
        exactly.isPresent(),
        leadYears(build, LEAD_YEARS_TO_BUILD));
  }

  private static Scenario.Expand expand(YamlValue value, Scenario.SchoolEstimates schools) {
    YamlObject expand = value.object("addedClassesAtMost", "squareMetresPerPupil", "leadYears");
    return new Scenario.Expand(
        expand.required("addedClassesAtMost").integer(0, CLASSES_AT_MOST),
        expand
            .find("squareMetresPerPupil")
            .map(ScenarioReader::squareMetres)
            .orElse(schools.squareMetresPerPupil()),
        leadYears(expand, LEAD_YEARS_TO_EXPAND));
  }

  private static int leadYears(YamlObject action, int usual) {
    return action
        .find("leadYears")
        .map(years -> years.integer(1, LEAD_YEARS_AT_MOST))
        .orElse(usual);
  }

  private static double squareMetres(YamlValue value) {
    return value.decimal(SQUARE_METRES_LEAST, SQUARE_METRES_AT_MOST).doubleValue();
  }

  private static OptionalLong budget(Optional<YamlValue> value) {
    return value
        .map(budget -> budget.object("capitalYuan").required("capitalYuan"))
        .map(capital -> OptionalLong.of(capital.wholeNumber(0, YUAN_AT_MOST)))
        .orElse(OptionalLong.empty());
  }

  private static Objective objective(YamlObject root) {
    Objective objective =
        root.find("objective").map(ScenarioReader::objective).orElse(Objective.COST);
    boolean isExact =
        root.find("actions")
            .flatMap(actions -> actions.object("build", "expand").find("build"))
            .flatMap(
                build ->
                    build.object("newSchoolsAtMost", "newSchools", "leadYears").find("newSchools"))
            .isPresent();
    if (isExact && objective.kind() != Objective.Kind.COST) {
      throw root.required("objective")
          .refuse("does not go with newSchools, expected newSchoolsAtMost");
    }
    return objective;
  }

  private static Objective objective(YamlValue value) {
    YamlObject objective = value.object("kind", "radiusMetres");
    Objective.Kind kind = objective.required("kind").oneOf(Objective.Kind.class);
    Optional<YamlValue> radius = objective.find("radiusMetres");
    if (kind == Objective.Kind.COVERAGE) {
      return Objective.coverage(objective.required("radiusMetres").integer(1, METRES_AT_MOST));
    }
    if (radius.isPresent()) {
      throw radius.get().refuse("belongs to coverage alone, expected no radius");
    }
    return new Objective(kind, OptionalInt.empty());
  }

  private static SpreadPrice spread(YamlValue value) {
    YamlObject spread = value.object("beyondMetres", "yuanPerPupilSquareKilometre");
    return new SpreadPrice(
        spread.required("beyondMetres").integer(0, METRES_AT_MOST),
        spread
            .required("yuanPerPupilSquareKilometre")
            .decimal(BigDecimal.ZERO, SPREAD_YUAN_AT_MOST)
            .doubleValue());
  }

  private static Scenario.Zoning zoning(YamlObject root) {
    Scenario.Zoning zoning =
        new Scenario.Zoning(
            root.find("catchments")
                .map(shape -> shape.oneOf(Scenario.CatchmentShape.class))
                .orElse(Scenario.CatchmentShape.FREE),
            root.find("zones").map(ScenarioReader::zones).orElse(List.of()));
    if (zoning.isContiguous() && !zoning.shared().isEmpty()) {
      throw root.required("zones")
          .refuse("shared zones cannot be asked to be contiguous in this version");
    }
    return zoning;
  }

  private static List<List<String>> zones(YamlValue value) {
    Set<String> schools = new HashSet<>();
    List<List<String>> zones = new ArrayList<>();
    for (YamlValue zone : value.items()) {
      List<String> members = new ArrayList<>();
      for (YamlValue school : zone.items()) {
        if (!schools.add(school.text())) {
          throw school.refuse("the school " + school.text() + " is in a zone already");
        }
        members.add(school.text());
      }
      if (members.size() < 2) {
        throw zone.refuse("has " + members.size() + " schools, expected at least two");
      }
      zones.add(members);
    }
    return zones;
  }

  private static List<Scenario.RuleOverride> overrides(Optional<YamlValue> value) {
    List<Scenario.RuleOverride> overrides = new ArrayList<>();
    Set<String> paths = new HashSet<>();
    for (YamlValue item : value.map(YamlValue::items).orElse(List.of())) {
      YamlObject fields = item.object("path", "value", "by", "why");
      String path = fields.required("path").text();
      YamlValue set = fields.required("value");
      RuleCatalog.parse(set.place(), path, set.flowText());
      if (!paths.add(path)) {
        throw item.refuse("the rule " + path + " is set twice");
      }
      overrides.add(
          new Scenario.RuleOverride(
              path, set.flowText(), fields.required("by").text(), fields.required("why").text()));
    }
    return overrides;
  }
}
