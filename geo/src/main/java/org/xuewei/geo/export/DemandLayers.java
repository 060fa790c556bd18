package org.xuewei.geo.export;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xuewei.data.model.DemandPoint;
import org.xuewei.data.model.DemandSource;
import org.xuewei.data.model.District;
import org.xuewei.data.model.LonLat;
import org.xuewei.data.model.Plan.Assignment;
import org.xuewei.data.model.region.Dataset;

/** Districts, demand points and the ways of pupils to their schools. */
final class DemandLayers {
  private final ExportInput input;
  private final Dataset dataset;
  private final Sites sites;
  private final Map<String, List<Assignment>> assignmentsOfPoint = new HashMap<>();
  private final RuleStatus rules;
  private final Stamp stamp;

  DemandLayers(ExportInput input, Sites sites, RuleStatus rules, Stamp stamp) {
    this.input = input;
    this.dataset = input.dataset();
    this.sites = sites;
    this.rules = rules;
    this.stamp = stamp;
    for (Assignment row : input.plan().assignments()) {
      if (row.year() == input.year() && input.stage().bands().contains(row.band())) {
        assignmentsOfPoint.computeIfAbsent(row.demandPointId(), id -> new ArrayList<>()).add(row);
      }
    }
  }

  private List<Assignment> rowsOf(DemandPoint point) {
    return assignmentsOfPoint.getOrDefault(point.id(), List.of());
  }

  private static int pupils(Collection<Assignment> rows) {
    return rows.stream().mapToInt(Assignment::pupils).sum();
  }

  private static int unserved(Collection<Assignment> rows) {
    return pupils(rows.stream().filter(row -> row.schoolId().isEmpty()).toList());
  }

  /** Rules of a district are those of its schools, sites and demand points too. */
  List<Feature> districts() {
    Map<String, List<Assignment>> rowsOfDistrict = new HashMap<>();
    Map<String, List<String>> subjectsOfDistrict = sites.idsByDistrict();
    for (DemandPoint point : dataset.demandPoints()) {
      rowsOfDistrict
          .computeIfAbsent(point.districtId(), id -> new ArrayList<>())
          .addAll(rowsOf(point));
      subjectsOfDistrict
          .computeIfAbsent(point.districtId(), id -> new ArrayList<>())
          .addAll(List.of(point.id(), point.sourceId()));
    }
    List<Feature> features = new ArrayList<>();
    for (District district : dataset.districts()) {
      String id = district.id();
      List<Assignment> rows = rowsOfDistrict.getOrDefault(id, List.of());
      List<String> subjects = new ArrayList<>(subjectsOfDistrict.getOrDefault(id, List.of()));
      subjects.add(id);
      Feature feature =
          Feature.of(id, Optional.ofNullable(dataset.shapes().districts().get(id)))
              .with("name", district.name())
              .with("settlement", district.settlement().name())
              .with("residents", district.residents())
              .with("residentsEstimated", district.residentsEstimated())
              .with("pupils", pupils(rows))
              .with("pupilsUnserved", unserved(rows));
      features.add(stamp.on(rules.tell(feature, subjects), input.year()));
    }
    return features;
  }

  List<Feature> demand() {
    Map<String, DemandSource> sources = new HashMap<>();
    dataset.demandSources().forEach(source -> sources.put(source.id(), source));
    List<Feature> features = new ArrayList<>();
    for (DemandPoint point : dataset.demandPoints()) {
      Optional<DemandSource> source = Optional.ofNullable(sources.get(point.sourceId()));
      List<Assignment> rows = rowsOf(point);
      List<String> schools =
          rows.stream().flatMap(row -> row.schoolId().stream()).distinct().sorted().toList();
      Feature feature =
          Feature.at(point.id(), point.location())
              .with("name", source.map(DemandSource::name))
              .with("sourceId", point.sourceId())
              .with("kind", source.map(of -> of.kind().name()))
              .with("districtId", point.districtId())
              .with("residents", point.residents())
              .with("residentsEstimated", source.map(DemandSource::residentsEstimated))
              .with("pupils", pupils(rows))
              .with("pupilsUnserved", unserved(rows))
              .with("schoolId", schools.stream().findFirst())
              .with("schoolIds", schools)
              .with("metres", longest(rows))
              .with(
                  "reason",
                  rows.stream().flatMap(row -> row.reason().stream()).findFirst().map(Enum::name));
      features.add(
          stamp.on(rules.tell(feature, List.of(point.id(), point.sourceId())), input.year()));
    }
    return features;
  }

  /** One straight line from a demand point to each school of its pupils. */
  List<Feature> flows() {
    List<Feature> features = new ArrayList<>();
    for (DemandPoint point : dataset.demandPoints()) {
      Map<String, List<Assignment>> rowsOfSchool = new LinkedHashMap<>();
      for (Assignment row : rowsOf(point)) {
        row.schoolId()
            .filter(school -> row.pupils() > 0)
            .ifPresent(
                school -> rowsOfSchool.computeIfAbsent(school, id -> new ArrayList<>()).add(row));
      }
      rowsOfSchool.forEach((school, rows) -> features.add(flow(point, school, rows)));
    }
    return features;
  }

  private Feature flow(DemandPoint point, String school, List<Assignment> rows) {
    LonLat gate = sites.gate(school);
    Feature feature =
        Feature.line(point.id() + ">" + school, point.location(), gate)
            .with("demandPointId", point.id())
            .with("schoolId", school)
            .with("name", sites.name(school))
            .with("pupils", pupils(rows))
            .with("metres", longest(rows));
    return stamp.on(rules.tell(feature, List.of(point.id(), point.sourceId())), input.year());
  }

  private static Optional<Integer> longest(List<Assignment> rows) {
    return rows.stream().flatMapToInt(row -> row.metres().stream()).boxed().max(Integer::compare);
  }
}
