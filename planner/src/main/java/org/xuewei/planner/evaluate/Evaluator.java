package org.xuewei.planner.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.xuewei.data.model.Contiguity;
import org.xuewei.data.model.Evaluation;
import org.xuewei.data.model.Evaluation.Headline;
import org.xuewei.data.model.Evaluation.RuleResult;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.data.model.PlacementProblem.DemandUnit;
import org.xuewei.data.model.PlacementProblem.Site;
import org.xuewei.data.model.PlacementProblem.Size;
import org.xuewei.data.model.Plan;
import org.xuewei.data.model.WayStatistics;
import org.xuewei.data.model.WayStatistics.Walk;
import org.xuewei.planner.evaluate.PlanReading.Flow;

/** Computes from problem and plan alone what a plan costs, achieves and breaks. */
public final class Evaluator {
  private static final String SCENARIO = "scenario";
  private static final String COUNTY = "county";

  private final PlacementProblem problem;
  private final ClassNeed classNeed;
  private final PlanReading reading;
  private final List<RuleResult> rules = new ArrayList<>();

  private Evaluator(PlacementProblem problem, Plan plan) {
    this.problem = problem;
    this.classNeed = new ClassNeed(problem.stage(), problem.limits().pupilsPerClass());
    this.reading = new PlanReading(problem, plan);
  }

  /**
   * Evaluates any plan, hand-drawn ones too: what does not fit the problem is a failed hard rule,
   * never an exception. Only rows of the problem's stage and year count. An assignment beyond the
   * travel limit is priced as if it were none; a unit that the plan divides is priced by its
   * pupils' shares and lies, for contiguity, where most of its pupils go; classes that are none of
   * a site's sizes cost as much as the next larger one.
   */
  public static Evaluation evaluate(PlacementProblem problem, Plan plan) {
    return new Evaluator(problem, plan).evaluation();
  }

  /**
   * The objective of a solution in indices, yuan a year: classes, ways and unserved units.
   *
   * @param siteOf by unit; -1: no place
   * @param classes by site; 0: closed
   * @throws IllegalArgumentException if a unit is assigned without an arc, or classes are none of a
   *     site's sizes
   */
  public static long objectiveYuan(PlacementProblem problem, int[] siteOf, int[] classes) {
    long yuan = 0;
    for (int site = 0; site < classes.length; site++) {
      if (classes[site] != 0) {
        yuan = Math.addExact(yuan, sizeOf(problem.sites().get(site), classes[site]).yuanPerYear());
      }
    }
    for (int unit = 0; unit < siteOf.length; unit++) {
      yuan = Math.addExact(yuan, unitYuan(problem, unit, siteOf[unit]));
    }
    return Math.addExact(yuan, missingYuan(problem, classes));
  }

  /**
   * True when a solution in indices breaks no hard rule.
   *
   * @throws IllegalArgumentException as {@link #objectiveYuan}
   */
  public static boolean isFeasible(PlacementProblem problem, int[] siteOf, int[] classes) {
    ClassNeed classNeed = new ClassNeed(problem.stage(), problem.limits().pupilsPerClass());
    int[][] pupils = new int[classes.length][classNeed.bands()];
    boolean[] used = new boolean[classes.length];
    for (int unit = 0; unit < siteOf.length; unit++) {
      if (siteOf[unit] >= 0) {
        used[siteOf[unit]] = true;
        List<Integer> byBand = problem.units().get(unit).pupilsByBand();
        for (int band = 0; band < byBand.size(); band++) {
          pupils[siteOf[unit]][band] += byBand.get(band);
        }
      }
    }
    long capital = 0;
    int opened = 0;
    for (int site = 0; site < classes.length; site++) {
      Site where = problem.sites().get(site);
      if (!classNeed.fits(pupils[site], classes[site])
          || (classes[site] == 0 && (where.existing() || used[site]))) {
        return false;
      }
      if (classes[site] != 0) {
        capital += sizeOf(where, classes[site]).capitalYuan();
        opened += where.existing() ? 0 : 1;
      }
    }
    return capital <= problem.limits().budgetCapitalYuan().orElse(Long.MAX_VALUE)
        && opened <= problem.limits().newSchoolsAtMost().orElse(Integer.MAX_VALUE)
        && brokenCatchments(problem, siteOf) == 0;
  }

  /**
   * Catchments that are not connected or lack their school's own unit; 0 where the problem does not
   * ask for contiguity.
   *
   * @param siteOf by unit; -1: no place
   */
  public static int brokenCatchments(PlacementProblem problem, int[] siteOf) {
    return CatchmentCheck.broken(problem, siteOf);
  }

  private static Size sizeOf(Site site, int classes) {
    for (Size size : site.sizes()) {
      if (size.classes() == classes) {
        return size;
      }
    }
    throw new IllegalArgumentException("site " + site.id() + " has no size of " + classes);
  }

  private static long missingYuan(PlacementProblem problem, int[] classes) {
    long missing = problem.newSchoolsWanted() - opened(problem, classes);
    return missing <= 0 ? 0 : Math.multiplyExact(missing, problem.missingSchoolYuan());
  }

  private static int opened(PlacementProblem problem, int[] classes) {
    int opened = 0;
    for (int site = 0; site < classes.length; site++) {
      opened += classes[site] > 0 && !problem.sites().get(site).existing() ? 1 : 0;
    }
    return opened;
  }

  private static long unitYuan(PlacementProblem problem, int unit, int site) {
    if (site < 0) {
      return problem.units().get(unit).unservedYuan();
    }
    int arc = problem.findArc(unit, site);
    if (arc < 0) {
      throw new IllegalArgumentException(
          "unit " + problem.units().get(unit).id() + " has no arc to its site");
    }
    return problem.arcYuan(arc);
  }

  private Evaluation evaluation() {
    checkSchools();
    checkTravel();
    checkCounty();
    checkAssignments();
    problem.contiguity().ifPresent(this::checkContiguity);
    TreeMap<String, Long> yuan = new TreeMap<>();
    yuan.put("capital-and-running", sizesYuan());
    long travel = 0;
    long spread = 0;
    long unserved = 0;
    for (Flow flow : reading.flows) {
      int arc = arcOf(flow);
      if (arc < 0) {
        unserved += share(unservedYuan(flow), flow);
      } else {
        long forSpread = share(problem.arcSpreadYuan(flow.unit(), arc), flow);
        spread += forSpread;
        travel += share(problem.arcYuan(arc), flow) - forSpread;
      }
    }
    if (problem.newSchoolsWanted() > 0) {
      yuan.put("missing-schools", missingYuan(problem, reading.classes));
    }
    yuan.put("travel", travel);
    yuan.put("unserved", unserved);
    if (problem.spread().isPresent()) {
      yuan.put("spread", spread);
    }
    return new Evaluation(headline(), ways(), yuan, rules);
  }

  private void checkSchools() {
    String clause = "class_size." + problem.stage().key() + ".max";
    int perClass = problem.limits().pupilsPerClass();
    List<RuleResult> bySize = new ArrayList<>();
    List<RuleResult> byGrade = new ArrayList<>();
    List<RuleResult> sizes = new ArrayList<>();
    for (int site = 0; site < reading.classes.length; site++) {
      Site where = problem.sites().get(site);
      int classes = reading.classes[site];
      int[] byBand = reading.pupilsAtSite[site];
      int pupils = Arrays.stream(byBand).sum();
      if (classes == 0 && pupils == 0 && !where.existing()) {
        continue;
      }
      long seats = (long) classes * perClass;
      bySize.add(rule("class-size", where.id(), pupils <= seats, pupils, seats, clause));
      int need = classNeed.needed(byBand, classes);
      byGrade.add(rule("classes-by-grade", where.id(), need <= classes, need, classes, clause));
      if (classes != 0 || where.existing()) {
        boolean known = where.sizes().stream().anyMatch(size -> size.classes() == classes);
        int next = priced(where, classes).classes();
        sizes.add(rule("site-size", where.id(), known, classes, next, SCENARIO));
      }
    }
    for (String id : reading.misnamedSchools) {
      sizes.add(rule("site-size", id, false, 1, 0, SCENARIO));
    }
    rules.addAll(bySize);
    rules.addAll(byGrade);
    rules.addAll(sizes);
  }

  private void checkTravel() {
    long beyond = 0;
    List<RuleResult> failed = new ArrayList<>();
    for (Flow flow : reading.flows) {
      if (isAssigned(flow) && arcOf(flow) < 0) {
        beyond += flow.pupils();
        String unit = problem.units().get(flow.unit()).id();
        failed.add(rule("travel-limit", unit, false, flow.pupils(), 0, SCENARIO));
      }
    }
    rules.add(rule("travel-limit", COUNTY, failed.isEmpty(), beyond, 0, SCENARIO));
    rules.addAll(failed);
  }

  private void checkCounty() {
    long capital = capitalYuan();
    problem
        .limits()
        .budgetCapitalYuan()
        .ifPresent(
            most -> rules.add(rule("budget", COUNTY, capital <= most, capital, most, SCENARIO)));
    int built = opened(problem, reading.classes);
    problem
        .limits()
        .newSchoolsAtMost()
        .ifPresent(
            most -> rules.add(rule("new-schools", COUNTY, built <= most, built, most, SCENARIO)));
    if (problem.newSchoolsWanted() > 0) {
      int missing = Math.max(0, problem.newSchoolsWanted() - built);
      rules.add(rule("missing-schools", COUNTY, missing == 0, missing, 0, SCENARIO));
    }
  }

  private void checkAssignments() {
    int faults = reading.misassigned.size();
    rules.add(rule("assignment", COUNTY, faults == 0, faults, 0, SCENARIO));
    for (String id : reading.misassigned) {
      rules.add(rule("assignment", id, false, 1, 0, SCENARIO));
    }
  }

  /** Units cut off from their school, at most as many as are cut off today. */
  private void checkContiguity(Contiguity where) {
    int[] units = CatchmentCheck.looseUnits(where, reading.siteOfUnit());
    int[] today =
        CatchmentCheck.looseUnits(
            where,
            problem.units().stream().mapToInt(unit -> unit.currentSite().orElse(-1)).toArray());
    for (int site = 0; site < units.length; site++) {
      Site school = problem.sites().get(site);
      if (school.existing() || reading.classes[site] > 0 || units[site] > 0) {
        boolean passed = units[site] <= today[site];
        rules.add(rule("contiguous", school.id(), passed, units[site], today[site], SCENARIO));
      }
    }
  }

  private static RuleResult rule(
      String code, String subject, boolean passed, long value, long limit, String clause) {
    return new RuleResult(code, subject, true, passed, value, limit, clause);
  }

  private Headline headline() {
    int pupils = problem.units().stream().mapToInt(DemandUnit::pupils).sum();
    int withoutSeat = 0;
    int beyondLimit = 0;
    int moved = 0;
    for (Flow flow : reading.flows) {
      DemandUnit unit = problem.units().get(flow.unit());
      int arc = arcOf(flow);
      if (isAssigned(flow) && arc < 0) {
        beyondLimit += flow.pupils();
      } else if (arc >= 0 && isOpen(flow.site())) {
        boolean elsewhere =
            unit.currentSite().isPresent() && unit.currentSite().getAsInt() != flow.site();
        moved += elsewhere ? flow.pupils() : 0;
      } else if (arc >= 0 || reachesOpenSchool(flow.unit())) {
        withoutSeat += flow.pupils();
      } else {
        beyondLimit += flow.pupils();
      }
    }
    return new Headline(pupils, withoutSeat, beyondLimit, seatsBuilt(), capitalYuan(), moved);
  }

  private WayStatistics ways() {
    return WayStatistics.of(
        reading.flows.stream()
            .filter(flow -> arcOf(flow) >= 0)
            .map(flow -> new Walk(flow.pupils(), problem.arcMetres(arcOf(flow))))
            .toList());
  }

  private int seatsBuilt() {
    int added = 0;
    for (int site = 0; site < reading.classes.length; site++) {
      Site where = problem.sites().get(site);
      int today = where.existing() ? where.sizes().get(0).classes() : 0;
      int largest = where.sizes().get(where.sizes().size() - 1).classes();
      added += Math.max(0, Math.min(reading.classes[site], largest) - today);
    }
    return added * problem.limits().pupilsPerClass();
  }

  private boolean reachesOpenSchool(int unit) {
    for (int arc = problem.rowStart(unit); arc < problem.rowStart(unit + 1); arc++) {
      if (isOpen(problem.arcSite(arc))) {
        return true;
      }
    }
    return false;
  }

  private boolean isOpen(int site) {
    return reading.classes[site] > 0;
  }

  private static boolean isAssigned(Flow flow) {
    return flow.site() != PlanReading.NOWHERE;
  }

  private int arcOf(Flow flow) {
    return flow.site() < 0 ? -1 : problem.findArc(flow.unit(), flow.site());
  }

  private long unservedYuan(Flow flow) {
    return problem.units().get(flow.unit()).unservedYuan();
  }

  private static long share(long price, Flow flow) {
    int all = flow.unitPupils();
    return flow.pupils() == all
        ? price
        : price / all * flow.pupils() + price % all * flow.pupils() / all;
  }

  private long sizesYuan() {
    long yuan = 0;
    for (int site = 0; site < reading.classes.length; site++) {
      if (isOpen(site)) {
        yuan += priced(problem.sites().get(site), reading.classes[site]).yuanPerYear();
      }
    }
    return yuan;
  }

  private long capitalYuan() {
    long yuan = 0;
    for (int site = 0; site < reading.classes.length; site++) {
      if (isOpen(site)) {
        yuan += priced(problem.sites().get(site), reading.classes[site]).capitalYuan();
      }
    }
    return yuan;
  }

  /** The smallest size with at least these classes, or the largest. */
  private static Size priced(Site site, int classes) {
    for (Size size : site.sizes()) {
      if (size.classes() >= classes) {
        return size;
      }
    }
    return site.sizes().get(site.sizes().size() - 1);
  }
}
