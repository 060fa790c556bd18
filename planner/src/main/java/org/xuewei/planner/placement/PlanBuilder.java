package org.xuewei.planner.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.xuewei.data.model.Action;
import org.xuewei.data.model.Aim;
import org.xuewei.data.model.Demand;
import org.xuewei.data.model.GradeBand;
import org.xuewei.data.model.HalfYear;
import org.xuewei.data.model.Objective;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.data.model.PlacementProblem.DemandUnit;
import org.xuewei.data.model.PlacementProblem.Site;
import org.xuewei.data.model.PlacementProblem.Size;
import org.xuewei.data.model.Plan;
import org.xuewei.data.model.Plan.Assignment;
import org.xuewei.data.model.Plan.Certificate;
import org.xuewei.data.model.Plan.SchoolYear;
import org.xuewei.data.model.Plan.UnservedReason;
import org.xuewei.data.model.Scenario;
import org.xuewei.data.model.TravelMatrix;

/** Writes a placement result out as a plan: actions with years, schools, one row a demand point. */
public final class PlanBuilder {
  private static final Comparator<Assignment> ROW_ORDER =
      Comparator.comparing(Assignment::demandPointId)
          .thenComparing(Assignment::band)
          .thenComparingInt(Assignment::year);

  private final PlacementProblem problem;
  private final PlacementResult result;
  private final Demand demand;
  private final TravelMatrix travel;
  private final Map<String, Integer> pointIndex = new HashMap<>();
  private final Map<String, Integer> travelSite = new HashMap<>();

  private PlanBuilder(
      PlacementProblem problem, PlacementResult result, Demand demand, TravelMatrix travel) {
    this.problem = problem;
    this.result = result;
    this.demand = demand;
    this.travel = travel;
    for (int point = 0; point < travel.pointIds().size(); point++) {
      pointIndex.put(travel.pointIds().get(point), point);
    }
    for (int site = 0; site < travel.siteIds().size(); site++) {
      travelSite.put(travel.siteIds().get(site), site);
    }
  }

  /**
   * The plan of schools that share zones.
   *
   * @param result a solution of {@link SharedZones#problem}
   */
  public static Plan of(
      SharedZones zones,
      PlacementResult result,
      Plan.Header header,
      Scenario.Actions actions,
      Demand demand,
      TravelMatrix travel) {
    Plan plan = of(zones.schools(), zones.ofSchools(result), header, actions, demand, travel);
    return new ZonePlans(zones).spread(plan, travel);
  }

  /**
   * @param demand the demand that the problem was made from
   * @param travel the distances that the problem was made from
   */
  public static Plan of(
      PlacementProblem problem,
      PlacementResult result,
      Plan.Header header,
      Scenario.Actions actions,
      Demand demand,
      TravelMatrix travel) {
    PlanBuilder builder = new PlanBuilder(problem, result, demand, travel);
    return new Plan(
        header,
        builder.actions(actions),
        builder.schools(),
        builder.assignments(),
        List.of(),
        List.of(),
        new Certificate(
            result.method(),
            result.objectiveYuan(),
            result.lowerBoundYuan(),
            result.fixedYuan(),
            "%d schools and sites, %d demand units, %d ways of at most %d m%s%s"
                .formatted(
                    problem.sites().size(),
                    problem.units().size(),
                    problem.arcs(),
                    travel.limitMetres(),
                    problem.contiguity().isPresent() ? ", contiguous catchments" : "",
                    result.aim().map(PlanBuilder::boundOfAim).orElse("")),
            result.reproducible(),
            result.aim()));
  }

  /** What plans the bound of an aim speaks of, and what the bound of the cost. */
  private static String boundOfAim(Aim aim) {
    return aim.objective().kind() == Objective.Kind.COVERAGE
        ? "; aim: plans that leave no more pupils without a place; cost: no bound"
        : "; aim: plans that give everybody in reach a place; cost: such plans of ways up to %d m"
            .formatted(aim.value());
  }

  private List<Action> actions(Scenario.Actions allowed) {
    List<Action> actions = new ArrayList<>();
    HalfYear opening = HalfYear.autumnOf(problem.year());
    for (int index = 0; index < problem.sites().size(); index++) {
      Site site = problem.sites().get(index);
      int classes = result.classes(index);
      if (classes == 0) {
        continue;
      }
      int before = site.existing() ? site.sizes().get(0).classes() : 0;
      Action.Type type =
          !site.existing()
              ? Action.Type.BUILD
              : classes > before ? Action.Type.EXPAND : Action.Type.KEEP;
      int leadYears =
          switch (type) {
            case BUILD -> allowed.build().leadYears();
            case EXPAND -> allowed.expand().leadYears();
            default -> 0;
          };
      actions.add(
          new Action(
              type,
              site.id(),
              problem.stage(),
              before,
              classes,
              problem.year() - leadYears,
              opening,
              capitalYuan(site, classes)));
    }
    actions.sort(Comparator.comparing(Action::siteId));
    return actions;
  }

  private static long capitalYuan(Site site, int classes) {
    return site.sizes().stream()
        .filter(size -> size.classes() == classes)
        .mapToLong(Size::capitalYuan)
        .findFirst()
        .orElseThrow();
  }

  private List<SchoolYear> schools() {
    int[] pupils = new int[problem.sites().size()];
    for (int unit = 0; unit < problem.units().size(); unit++) {
      if (result.siteOf(unit) >= 0) {
        pupils[result.siteOf(unit)] += problem.units().get(unit).pupils();
      }
    }
    List<SchoolYear> schools = new ArrayList<>();
    for (int site = 0; site < pupils.length; site++) {
      if (result.classes(site) > 0) {
        schools.add(
            new SchoolYear(
                problem.sites().get(site).id(),
                problem.stage(),
                problem.year(),
                result.classes(site),
                pupils[site]));
      }
    }
    schools.sort(Comparator.comparing(SchoolYear::schoolId));
    return schools;
  }

  private List<Assignment> assignments() {
    List<Assignment> rows = new ArrayList<>();
    for (int index = 0; index < problem.units().size(); index++) {
      DemandUnit unit = problem.units().get(index);
      int site = result.siteOf(index);
      Optional<UnservedReason> reason =
          site >= 0 ? Optional.empty() : Optional.of(whyUnserved(index, unit));
      for (String pointId : unit.pointIds()) {
        int point = index(pointIndex, pointId);
        for (GradeBand band : problem.stage().bands()) {
          rows.add(
              new Assignment(
                  pointId,
                  band,
                  problem.year(),
                  demand.pupils(point, band, problem.year()),
                  site >= 0 ? Optional.of(problem.sites().get(site).id()) : Optional.empty(),
                  site >= 0 ? metres(point, site) : OptionalInt.empty(),
                  reason));
        }
      }
    }
    rows.sort(ROW_ORDER);
    return rows;
  }

  private OptionalInt metres(int point, int site) {
    String siteId = problem.sites().get(site).id();
    return OptionalInt.of(travel.metresBetween(point, index(travelSite, siteId)));
  }

  private static int index(Map<String, Integer> indexById, String id) {
    return Objects.requireNonNull(indexById.get(id), id);
  }

  private UnservedReason whyUnserved(int index, DemandUnit unit) {
    if (unit.whyNoArc().isPresent()) {
      return unit.whyNoArc().get();
    }
    for (int arc = problem.rowStart(index); arc < problem.rowStart(index + 1); arc++) {
      if (result.classes(problem.arcSite(arc)) > 0) {
        return UnservedReason.NO_SEAT;
      }
    }
    return UnservedReason.NO_OPEN_SCHOOL_IN_REACH;
  }
}
