package org.xuewei.planner.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.xuewei.data.model.CandidateSite;
import org.xuewei.data.model.Demand;
import org.xuewei.data.model.District;
import org.xuewei.data.model.InputException;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.data.model.PlacementProblem.Limits;
import org.xuewei.data.model.PlacementProblem.Site;
import org.xuewei.data.model.PlacementProblem.Size;
import org.xuewei.data.model.Scenario;
import org.xuewei.data.model.School;
import org.xuewei.data.model.SchoolUnit;
import org.xuewei.data.model.Settlement;
import org.xuewei.data.model.Stage;
import org.xuewei.data.model.TravelMatrix;
import org.xuewei.data.model.region.Dataset;
import org.xuewei.data.standard.Standard;

/**
 * Turns a scenario and a county into placement problems: of today, of the planning year when
 * nothing is done, and of the planning year with everything that the scenario allows. Places
 * without pupils in the year are left out. Immutable.
 */
public final class ProblemBuilder {
  private final Scenario scenario;
  private final Dataset dataset;
  private final Demand demand;
  private final TravelMatrix travel;
  private final Stage stage;
  private final int planningYear;
  private final CostModel costs;
  private final int pupilsPerSchool;
  private final List<Integer> urbanModules;
  private final List<Integer> ruralModules;
  private final List<School> schools;
  private final Map<String, Settlement> settlementOfDistrict;

  /**
   * @param travel distances between the dataset's demand points and its sites, at least as far as
   *     the scenario's limit
   * @throws InputException when the scenario asks for more than this version plans: one stage and
   *     one planning year; when its actions do not fit between its years; or when a school of a
   *     shared zone is not in the dataset or of another stage
   */
  public ProblemBuilder(
      Scenario scenario, Dataset dataset, Demand demand, TravelMatrix travel, Standard standard) {
    this.scenario = scenario;
    this.dataset = dataset;
    this.demand = demand;
    this.travel = travel.within(scenario.travel().limitMetres());
    stage = only("stages", scenario.stages());
    planningYear = only("planningYears", scenario.planningYears());
    costs = new CostModel(standard, stage);
    pupilsPerSchool = standard.integer("school_size." + stage.key() + ".max_pupils");
    urbanModules = standard.integers("school_size.module_classes.urban." + stage.key());
    ruralModules = standard.integers("school_size.module_classes.rural." + stage.key());
    schools = SchoolSizes.estimated(dataset.schools(), scenario.schools(), costs.pupilsPerClass());
    settlementOfDistrict =
        dataset.districts().stream()
            .collect(Collectors.toUnmodifiableMap(District::id, District::settlement));
    refuseUnknownZones();
    refuseOrderBeforeBaseYear("build", scenario.actions().build().leadYears());
    refuseOrderBeforeBaseYear("expand", scenario.actions().expand().leadYears());
  }

  private <T> T only(String field, List<T> values) {
    if (values.size() != 1) {
      throw new InputException(
          "scenario %s, %s: %s has %d entries, expected one in this version"
              .formatted(scenario.id(), field, values, values.size()));
    }
    return values.get(0);
  }

  private void refuseUnknownZones() {
    Set<String> known =
        existingSites(this::keptSize).stream().map(Site::id).collect(Collectors.toSet());
    List<List<String>> zones = scenario.zoning().shared();
    for (int zone = 0; zone < zones.size(); zone++) {
      for (String school : zones.get(zone)) {
        if (!known.contains(school)) {
          throw new InputException(
              "scenario %s, zones[%d]: %s is no %s school of the dataset, expected ids of its schools of that stage"
                  .formatted(scenario.id(), zone, school, stage.key()));
        }
      }
    }
  }

  private void refuseOrderBeforeBaseYear(String action, int leadYears) {
    if (planningYear - leadYears < scenario.baseYear()) {
      throw new InputException(
          "scenario %s, actions.%s.leadYears: %d years before %d is before the base year %d, expected at most %d"
              .formatted(
                  scenario.id(),
                  action,
                  leadYears,
                  planningYear,
                  scenario.baseYear(),
                  planningYear - scenario.baseYear()));
    }
  }

  public Stage stage() {
    return stage;
  }

  public int planningYear() {
    return planningYear;
  }

  /** The schools with the classes that the problems start from. */
  public List<School> schools() {
    return schools;
  }

  /** Pupils and schools of the base year. */
  public PlacementProblem today() {
    return build(scenario.baseYear(), existingSites(this::keptSize), Map.of(), false);
  }

  /**
   * Pupils of the planning year in today's schools.
   *
   * @param currentSchool school id by demand point id, for those that have one today
   * @throws InputException when there are more pupils than can be counted
   */
  public PlacementProblem withoutAction(Map<String, String> currentSchool) {
    return build(planningYear, existingSites(this::keptSize), currentSchool, false);
  }

  /** Pupils of the planning year with every school and size that the scenario allows. */
  public PlacementProblem planned(Map<String, String> currentSchool) {
    List<Site> sites = existingSites(this::allowedSizes);
    if (scenario.actions().build().newSchoolsAtMost().orElse(Integer.MAX_VALUE) > 0) {
      for (CandidateSite candidate : dataset.candidates()) {
        List<Size> sizes = sizesOf(candidate);
        if (!sizes.isEmpty()) {
          sites.add(new Site(candidate.id(), false, sizes));
        }
      }
    }
    return build(planningYear, sites, currentSchool, scenario.actions().build().exactly());
  }

  private List<Site> existingSites(Function<School, List<Size>> sizes) {
    List<Site> sites = new ArrayList<>();
    for (School school : schools) {
      if (SchoolSizes.unitOf(school, stage).isPresent()) {
        sites.add(new Site(school.id(), true, sizes.apply(school)));
      }
    }
    return sites;
  }

  private List<Size> keptSize(School school) {
    return List.of(costs.kept(unit(school).classes()));
  }

  /** Today's size and every whole class more that site, rule book and scenario allow. */
  private List<Size> allowedSizes(School school) {
    Scenario.Expand expand = scenario.actions().expand();
    int today = unit(school).classes();
    double perClass = expand.squareMetresPerPupil() * costs.pupilsPerClass();
    int siteHolds = (int) Math.min(school.siteAreaSquareMetres() / perClass, Integer.MAX_VALUE);
    int otherClasses =
        school.units().stream()
            .filter(unit -> unit.stage() != stage)
            .mapToInt(SchoolUnit::classes)
            .sum();
    int most =
        Math.min(
            Math.min(today + expand.addedClassesAtMost(), siteHolds - otherClasses),
            pupilsPerSchool / costs.pupilsPerClass());
    List<Size> sizes = new ArrayList<>(keptSize(school));
    for (int classes = today + 1; classes <= most; classes++) {
      sizes.add(costs.extended(today, classes));
    }
    return sizes;
  }

  private SchoolUnit unit(School school) {
    return SchoolSizes.unitOf(school, stage).orElseThrow();
  }

  private List<Size> sizesOf(CandidateSite candidate) {
    Settlement settlement = settlement(candidate.districtId());
    List<Integer> modules = settlement == Settlement.URBAN ? urbanModules : ruralModules;
    return modules.stream()
        .sorted()
        .filter(classes -> costs.siteSquareMetres(classes) <= candidate.areaSquareMetres())
        .filter(classes -> classes * costs.pupilsPerClass() <= pupilsPerSchool)
        .map(classes -> costs.built(classes, settlement))
        .toList();
  }

  private Settlement settlement(String districtId) {
    return settlementOfDistrict.getOrDefault(districtId, Settlement.RURAL);
  }

  private PlacementProblem build(
      int year, List<Site> sites, Map<String, String> currentSchool, boolean exactly) {
    long pupils = demand.total(stage, year);
    if (pupils > Integer.MAX_VALUE) {
      throw new InputException(
          "dataset %s, demand points: %d pupils of the stage %s in %d, expected at most %d"
              .formatted(dataset.header().id(), pupils, stage.key(), year, Integer.MAX_VALUE));
    }
    DemandRows rows =
        new DemandRows(
            dataset.demandPoints(),
            demand,
            stage,
            year,
            travel,
            sites,
            currentSchool,
            scenario.priorities().spread());
    rows.addAll(scenario.demand().keepTogetherPupils(), costs, this::settlement);
    return rows.problem(
        new Limits(
            costs.pupilsPerClass(),
            scenario.budgetCapitalYuan(),
            scenario.actions().build().newSchoolsAtMost(),
            exactly));
  }
}
