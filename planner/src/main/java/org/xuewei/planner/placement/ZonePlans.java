package org.xuewei.planner.placement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.xuewei.data.model.Evaluation;
import org.xuewei.data.model.Evaluation.RuleResult;
import org.xuewei.data.model.GradeBand;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.data.model.Plan;
import org.xuewei.data.model.Plan.Assignment;
import org.xuewei.data.model.Plan.SchoolYear;
import org.xuewei.data.model.TravelMatrix;
import org.xuewei.planner.evaluate.Evaluator;

/** Between plans that name schools and plans that name the zones which they share. */
public final class ZonePlans {
  private record Key(String demandPointId, GradeBand band, int year, Optional<String> schoolId) {}

  private final SharedZones zones;
  private final Map<String, String> zoneOfSchool;
  private final Map<String, List<String>> schoolsOfZone;

  public ZonePlans(SharedZones zones) {
    this.zones = zones;
    this.zoneOfSchool = zones.zoneOfSchool();
    this.schoolsOfZone = zones.schoolsOfZone();
  }

  /**
   * Spreads the pupils of a zone over its schools by their classes, one after the other to the
   * school that is then least full (D'Hondt's highest averages): no school is above its seats while
   * the zone is not.
   *
   * @param plan in which the units of a zone go to one of its schools
   */
  Plan spread(Plan plan, TravelMatrix travel) {
    if (zoneOfSchool.isEmpty()) {
      return plan;
    }
    Map<String, SchoolYear> schools =
        plan.schools().stream().collect(Collectors.toMap(SchoolYear::schoolId, row -> row));
    Map<String, Integer> pupils = new HashMap<>();
    List<Assignment> rows = new ArrayList<>();
    for (Assignment row : plan.assignments()) {
      Optional<String> zone =
          row.schoolId().flatMap(id -> Optional.ofNullable(zoneOfSchool.get(id)));
      if (zone.isEmpty()) {
        rows.add(row);
        row.schoolId().ifPresent(id -> pupils.merge(id, row.pupils(), Integer::sum));
        continue;
      }
      List<String> members = Objects.requireNonNull(schoolsOfZone.get(zone.get()));
      Map<String, Integer> shares = new TreeMap<>();
      for (int pupil = 0; pupil < row.pupils(); pupil++) {
        String school = leastFull(members, schools, pupils);
        pupils.merge(school, 1, Integer::sum);
        shares.merge(school, 1, Integer::sum);
      }
      if (row.pupils() == 0) {
        rows.add(row);
      }
      shares.forEach((school, count) -> rows.add(at(row, school, count, travel)));
    }
    List<SchoolYear> years =
        plan.schools().stream()
            .map(
                row ->
                    new SchoolYear(
                        row.schoolId(),
                        row.stage(),
                        row.year(),
                        row.classes(),
                        pupils.getOrDefault(row.schoolId(), 0)))
            .toList();
    return with(plan, years, rows);
  }

  private static String leastFull(
      List<String> members, Map<String, SchoolYear> schools, Map<String, Integer> pupils) {
    String best = members.get(0);
    for (String school : members) {
      long here = (pupils.getOrDefault(school, 0) + 1L) * classes(schools, best);
      long there = (pupils.getOrDefault(best, 0) + 1L) * classes(schools, school);
      best = here < there ? school : best;
    }
    return best;
  }

  private static int classes(Map<String, SchoolYear> schools, String id) {
    return Objects.requireNonNull(schools.get(id), id).classes();
  }

  private static Assignment at(Assignment row, String school, int pupils, TravelMatrix travel) {
    int metres =
        travel.metresBetween(
            travel.pointIds().indexOf(row.demandPointId()), travel.siteIds().indexOf(school));
    return new Assignment(
        row.demandPointId(),
        row.band(),
        row.year(),
        pupils,
        Optional.of(school),
        OptionalInt.of(metres),
        Optional.empty());
  }

  /**
   * A plan of schools, hand-drawn ones too, as {@link SharedZones#problem} reads it: rows of one
   * demand point at schools of one zone are one row, and classes are those of all its schools.
   */
  public Plan gathered(Plan plan) {
    if (zoneOfSchool.isEmpty()) {
      return plan;
    }
    Map<Key, Assignment> rows = new LinkedHashMap<>();
    for (Assignment row : plan.assignments()) {
      Optional<String> place = row.schoolId().map(this::place);
      rows.merge(
          new Key(row.demandPointId(), row.band(), row.year(), place),
          new Assignment(
              row.demandPointId(),
              row.band(),
              row.year(),
              row.pupils(),
              place,
              row.metres(),
              row.reason()),
          ZonePlans::together);
    }
    Map<String, SchoolYear> years = new LinkedHashMap<>();
    for (SchoolYear row : plan.schools()) {
      String place = place(row.schoolId());
      years.merge(
          place + " " + row.stage() + " " + row.year(),
          new SchoolYear(place, row.stage(), row.year(), row.classes(), row.pupils()),
          (one, other) ->
              new SchoolYear(
                  place,
                  one.stage(),
                  one.year(),
                  one.classes() + other.classes(),
                  one.pupils() + other.pupils()));
    }
    return with(plan, List.copyOf(years.values()), List.copyOf(rows.values()));
  }

  /**
   * What a plan of schools is worth: the zones by {@link Evaluator}, and the seats of each of their
   * schools.
   */
  public Evaluation evaluate(Plan plan) {
    Evaluation ofZones = Evaluator.evaluate(zones.problem(), gathered(plan));
    PlacementProblem problem = zones.problem();
    Map<String, Integer> pupils = new HashMap<>();
    for (Assignment row : plan.assignments()) {
      if (row.year() == problem.year() && problem.stage().bands().contains(row.band())) {
        row.schoolId().ifPresent(id -> pupils.merge(id, row.pupils(), Integer::sum));
      }
    }
    List<RuleResult> rules = new ArrayList<>(ofZones.rules());
    for (SchoolYear row : plan.schools()) {
      if (row.stage() == problem.stage()
          && row.year() == problem.year()
          && zoneOfSchool.containsKey(row.schoolId())) {
        int here = pupils.getOrDefault(row.schoolId(), 0);
        long seats = (long) row.classes() * problem.limits().pupilsPerClass();
        String clause = "class_size." + problem.stage().key() + ".max";
        rules.add(
            new RuleResult("class-size", row.schoolId(), true, here <= seats, here, seats, clause));
      }
    }
    return new Evaluation(ofZones.headline(), ofZones.ways(), ofZones.yuanPerYear(), rules);
  }

  private String place(String school) {
    return zoneOfSchool.getOrDefault(school, school);
  }

  private static Assignment together(Assignment one, Assignment other) {
    OptionalInt farther =
        one.metres().orElse(0) >= other.metres().orElse(0) ? one.metres() : other.metres();
    return new Assignment(
        one.demandPointId(),
        one.band(),
        one.year(),
        one.pupils() + other.pupils(),
        one.schoolId(),
        farther,
        one.reason());
  }

  private static Plan with(Plan plan, List<SchoolYear> schools, List<Assignment> rows) {
    return new Plan(
        plan.header(),
        plan.actions(),
        schools,
        rows,
        plan.communities(),
        plan.groups(),
        plan.certificate());
  }
}
