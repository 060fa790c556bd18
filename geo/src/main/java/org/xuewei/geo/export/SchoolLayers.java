package org.xuewei.geo.export;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xuewei.data.model.Action;
import org.xuewei.data.model.CandidateSite;
import org.xuewei.data.model.HalfYear;
import org.xuewei.data.model.Plan.SchoolYear;
import org.xuewei.data.model.School;
import org.xuewei.data.model.SchoolUnit;
import org.xuewei.geo.catchment.Catchment;

/** Schools before and after, the sites of new schools, and catchments. */
final class SchoolLayers {
  private final ExportInput input;
  private final Sites sites;
  private final RuleStatus rules;
  private final Stamp stamp;
  private final Map<String, SchoolYear> rowOfSchool = new HashMap<>();
  private final Map<String, List<Action>> actionsOfSite = new HashMap<>();

  SchoolLayers(ExportInput input, Sites sites, RuleStatus rules, Stamp stamp) {
    this.input = input;
    this.sites = sites;
    this.rules = rules;
    this.stamp = stamp;
    for (SchoolYear row : input.plan().schools()) {
      boolean open = row.classes() > 0 || sites.findSchool(row.schoolId()).isPresent();
      if (row.stage() == input.stage() && row.year() == input.year() && open) {
        rowOfSchool.put(row.schoolId(), row);
      }
    }
    HalfYear until = HalfYear.autumnOf(input.year());
    for (Action action : input.plan().actions()) {
      if (action.stage() == input.stage() && action.opening().compareTo(until) <= 0) {
        actionsOfSite.computeIfAbsent(action.siteId(), id -> new ArrayList<>()).add(action);
      }
    }
  }

  private Feature tell(Feature feature) {
    return stamp.on(rules.tell(feature, List.of(feature.id())), input.year());
  }

  private long seats(int classes) {
    return (long) classes * input.pupilsPerClass();
  }

  List<Feature> before() {
    Before before = input.before();
    int year = input.plan().header().baseYear();
    Optional<RuleStatus> rulesToday = before.evaluation().map(RuleStatus::new);
    List<Feature> features = new ArrayList<>();
    for (School school : input.dataset().schools()) {
      Integer classes = before.classesBySchool().get(school.id());
      if (classes != null) {
        Feature feature =
            Feature.at(school.id(), school.gate())
                .with("name", school.name())
                .with("districtId", school.districtId())
                .with("siteAreaSquareMetres", school.siteAreaSquareMetres())
                .with("classes", classes)
                .with("classesEstimated", classesEstimated(school))
                .with("seats", seats(classes))
                .with("pupils", before.pupilsBySchool().getOrDefault(school.id(), 0));
        Feature told =
            rulesToday
                .map(today -> today.tell(feature, List.of(school.id())))
                .orElseGet(() -> RuleStatus.tellNotEvaluated(feature));
        features.add(stamp.on(told, year));
      }
    }
    return features;
  }

  /** Classes that the source does not give were estimated. */
  private boolean classesEstimated(School school) {
    return school.units().stream()
        .filter(unit -> unit.stage() == input.stage())
        .findFirst()
        .map(SchoolUnit::estimated)
        .orElse(true);
  }

  List<Feature> after() {
    List<Feature> features = new ArrayList<>();
    for (SchoolYear row : rowOfSchool.values()) {
      String id = row.schoolId();
      List<Action> actions = actionsOfSite.getOrDefault(id, List.of());
      Action.Type type =
          actions.stream()
              .map(Action::type)
              .filter(action -> action != Action.Type.KEEP)
              .findFirst()
              .orElse(Action.Type.KEEP);
      features.add(
          tell(
              Feature.at(id, sites.gate(id))
                  .with("name", sites.name(id))
                  .with("districtId", sites.districtId(id))
                  .with("existing", sites.findSchool(id).isPresent())
                  .with("classesBefore", input.before().classesBySchool().getOrDefault(id, 0))
                  .with("classes", row.classes())
                  .with(
                      "classesEstimated",
                      sites.findSchool(id).map(this::classesEstimated).orElse(false))
                  .with("seats", seats(row.classes()))
                  .with("pupils", row.pupils())
                  .with("action", type.name())
                  .with("capitalYuan", actions.stream().mapToLong(Action::capitalYuan).sum())));
    }
    return features;
  }

  /** The parcels on which schools are built by the year; a parcel without a shape as its gate. */
  List<Feature> newSites() {
    List<Feature> features = new ArrayList<>();
    actionsOfSite.forEach(
        (id, actions) ->
            actions.stream()
                .filter(action -> action.type() == Action.Type.BUILD)
                .findFirst()
                .ifPresent(action -> features.add(newSite(sites.candidate(id), action))));
    return features;
  }

  private Feature newSite(CandidateSite site, Action build) {
    Feature atGate = Feature.at(site.id(), site.gate());
    List<String> failed =
        site.screens().stream()
            .filter(screen -> !screen.passed())
            .map(CandidateSite.Screen::code)
            .sorted()
            .toList();
    return tell(
        Feature.of(
                site.id(),
                Optional.ofNullable(input.dataset().shapes().candidates().get(site.id()))
                    .or(atGate::shape))
            .with("name", sites.name(site.id()))
            .with("districtId", site.districtId())
            .with("areaSquareMetres", site.areaSquareMetres())
            .with("landUse", site.landUse())
            .with("landUseToConfirm", site.landUseToConfirm())
            .with("screensFailed", failed)
            .with("classes", build.toClasses())
            .with("seats", seats(build.toClasses()))
            .with("pupils", pupils(site.id()))
            .with("action", build.type().name())
            .with("orderYear", build.orderYear())
            .with("opening", build.opening().toString())
            .with("capitalYuan", build.capitalYuan()));
  }

  private Optional<Integer> pupils(String id) {
    return Optional.ofNullable(rowOfSchool.get(id)).map(SchoolYear::pupils);
  }

  /** The names of all schools of a zone; empty where none has one. */
  private Optional<String> name(List<String> schools) {
    return schools.stream()
        .flatMap(school -> sites.name(school).stream())
        .reduce((one, other) -> one + ", " + other);
  }

  /** Four digits, more than a drawn border is worth. */
  private static BigDecimal rounded(double share) {
    return BigDecimal.valueOf(share).setScale(4, RoundingMode.HALF_UP);
  }

  List<Feature> catchments() {
    Map<String, Integer> colours = input.catchments().colours();
    List<Feature> features = new ArrayList<>();
    for (Catchment catchment : input.catchments().list()) {
      String id = catchment.schoolId();
      List<String> schools = input.schoolsOfZone().getOrDefault(id, List.of(id));
      features.add(
          tell(
              Feature.of(id, Optional.of(catchment.lonLat()))
                  .with("schoolId", schools.get(0))
                  .with("schoolIds", schools)
                  .with("name", name(schools))
                  .with("districtId", sites.districtId(schools.get(0)))
                  .with("areaSquareMetres", Math.round(catchment.areaSquareMetres()))
                  .with("compactness", rounded(catchment.compactness()))
                  .with("demandPoints", catchment.pointIds().size())
                  .with(
                      "pupils",
                      schools.stream().flatMap(one -> pupils(one).stream()).reduce(Integer::sum))
                  .with("colour", colours.getOrDefault(id, 0))));
    }
    return features;
  }
}
