package org.xuewei.data.file;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.xuewei.data.model.Objective;
import org.xuewei.data.model.Scenario;
import org.xuewei.data.model.SpreadPrice;
import org.xuewei.data.yaml.Keyword;

/** The keys and values of a scenario in the order in which a file shows them. */
final class ScenarioFields {
  private ScenarioFields() {}

  static Map<String, Object> of(Scenario scenario) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", scenario.id());
    fields.put("title", new TreeMap<>(scenario.title()));
    fields.put("baseYear", scenario.baseYear());
    fields.put("planningYears", scenario.planningYears());
    fields.put("stages", scenario.stages().stream().map(Keyword::of).toList());
    fields.put("demand", demand(scenario.demand()));
    fields.put("travel", Map.of("limitMetres", scenario.travel().limitMetres()));
    fields.put("schools", schools(scenario.schools()));
    fields.put("actions", actions(scenario.actions()));
    scenario
        .budgetCapitalYuan()
        .ifPresent(yuan -> fields.put("budget", Map.of("capitalYuan", yuan)));
    if (scenario.priorities().objective().kind() != Objective.Kind.COST) {
      fields.put("objective", objective(scenario.priorities().objective()));
    }
    scenario
        .priorities()
        .spread()
        .ifPresent(price -> fields.put("weights", Map.of("spread", spread(price))));
    fields.put("effort", Keyword.of(scenario.effort()));
    fields.put("seed", scenario.seed());
    if (scenario.zoning().isContiguous()) {
      fields.put("catchments", Keyword.of(scenario.zoning().catchments()));
    }
    if (!scenario.zoning().shared().isEmpty()) {
      fields.put("zones", scenario.zoning().shared());
    }
    if (!scenario.overrides().isEmpty()) {
      fields.put("standard", scenario.overrides().stream().map(ScenarioFields::override).toList());
    }
    return fields;
  }

  private static Map<String, Object> demand(Scenario.DemandRequest demand) {
    Map<String, Object> growth = new LinkedHashMap<>();
    growth.put("share", demand.growthShare());
    growth.put("by", demand.growthYear());
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("growth", growth);
    fields.put("keepTogetherPupils", demand.keepTogetherPupils());
    return fields;
  }

  private static Map<String, Object> schools(Scenario.SchoolEstimates schools) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("stage", Keyword.of(schools.stage()));
    fields.put("squareMetresPerPupil", schools.squareMetresPerPupil());
    fields.put("classesAtMost", schools.classesAtMost());
    fields.put("classesWhenAreaUnknown", schools.classesWhenAreaUnknown());
    return fields;
  }

  private static Map<String, Object> actions(Scenario.Actions actions) {
    Map<String, Object> build = new LinkedHashMap<>();
    String number = actions.build().exactly() ? "newSchools" : "newSchoolsAtMost";
    actions.build().newSchoolsAtMost().ifPresent(most -> build.put(number, most));
    build.put("leadYears", actions.build().leadYears());
    Map<String, Object> expand = new LinkedHashMap<>();
    expand.put("addedClassesAtMost", actions.expand().addedClassesAtMost());
    expand.put("squareMetresPerPupil", actions.expand().squareMetresPerPupil());
    expand.put("leadYears", actions.expand().leadYears());
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("build", build);
    fields.put("expand", expand);
    return fields;
  }

  private static Map<String, Object> objective(Objective objective) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("kind", Keyword.of(objective.kind()));
    objective.radiusMetres().ifPresent(metres -> fields.put("radiusMetres", metres));
    return fields;
  }

  private static Map<String, Object> spread(SpreadPrice price) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("beyondMetres", price.beyondMetres());
    fields.put("yuanPerPupilSquareKilometre", price.yuanPerPupilSquareKilometre());
    return fields;
  }

  private static Map<String, Object> override(Scenario.RuleOverride override) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("path", override.path());
    fields.put("value", number(override.value()));
    fields.put("by", override.by());
    fields.put("why", override.why());
    return fields;
  }

  private static Object number(String value) {
    boolean whole = value.matches("0|[1-9]\\d{0,8}");
    return whole ? Integer.valueOf(value) : value;
  }
}
