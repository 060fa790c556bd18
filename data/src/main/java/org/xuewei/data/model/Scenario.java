package org.xuewei.data.model;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A request for a plan: years, what may be done, with how much money. Its file form is described by
 * {@code docs/schema/scenario.schema.json}.
 *
 * @param title by language, {@code zh} and {@code en}
 * @param baseYear the calendar year that the data show
 * @param planningYears years in which an assignment may change, ascending, after the base year
 * @param zoning what catchments must look like
 * @param overrides values of the rule book that this scenario sets, by path
 */
public record Scenario(
    String id,
    Map<String, String> title,
    int baseYear,
    List<Integer> planningYears,
    List<Stage> stages,
    DemandRequest demand,
    TravelRequest travel,
    SchoolEstimates schools,
    Actions actions,
    OptionalLong budgetCapitalYuan,
    Priorities priorities,
    Effort effort,
    long seed,
    Zoning zoning,
    List<RuleOverride> overrides) {
  /** The largest whole number that every JSON reader keeps exact. */
  public static final long SEED_AT_MOST = (1L << 53) - 1;

  public Scenario {
    title = Map.copyOf(title);
    planningYears = List.copyOf(planningYears);
    stages = List.copyOf(stages);
    Objects.requireNonNull(priorities, "priorities");
    Objects.requireNonNull(effort, "effort");
    Objects.requireNonNull(zoning, "zoning");
    overrides = List.copyOf(overrides);
  }

  /** The same request with another amount of search. */
  public Scenario withSearch(Effort newEffort, long newSeed) {
    return new Scenario(
        id,
        title,
        baseYear,
        planningYears,
        stages,
        demand,
        travel,
        schools,
        actions,
        budgetCapitalYuan,
        priorities,
        newEffort,
        newSeed,
        zoning,
        overrides);
  }

  /**
   * @param growthShare change of pupils from the base year to {@code growthYear}, even by year and
   *     level after it: 0.15 is 15 % more
   * @param keepTogetherPupils parts of a demand source with at most this many pupils of a stage get
   *     one school; a larger one may be divided
   */
  public record DemandRequest(double growthShare, int growthYear, int keepTogetherPupils) {}

  /**
   * @param limitMetres no pupil walks further than this
   */
  public record TravelRequest(int limitMetres) {}

  /**
   * How the size of a school is derived where the data have no classes.
   *
   * @param stage the stage of a school that names none
   * @param squareMetresPerPupil site area that one pupil takes
   * @param classesAtMost no school is taken to be larger
   * @param classesWhenAreaUnknown size of a school known only as a point
   */
  public record SchoolEstimates(
      Stage stage, double squareMetresPerPupil, int classesAtMost, int classesWhenAreaUnknown) {}

  public record Actions(Build build, Expand expand) {}

  /**
   * @param newSchoolsAtMost 0 forbids building; empty: no limit
   * @param exactly whether so many are to be built, even where fewer would do
   * @param leadYears years from order to opening
   */
  public record Build(OptionalInt newSchoolsAtMost, boolean exactly, int leadYears) {}

  /**
   * @param addedClassesAtMost most classes added to one school; 0 forbids expanding
   * @param squareMetresPerPupil site area that must remain for one pupil
   */
  public record Expand(int addedClassesAtMost, double squareMetresPerPupil, int leadYears) {}

  /**
   * What counts in a plan.
   *
   * @param spread price on long ways, a part of the cost; empty: none
   */
  public record Priorities(Objective objective, Optional<SpreadPrice> spread) {
    /** Cost by the rule book alone. */
    public static final Priorities COST = new Priorities(Objective.COST, Optional.empty());

    public Priorities {
      Objects.requireNonNull(objective, "objective");
      Objects.requireNonNull(spread, "spread");
    }
  }

  /**
   * How the demand points of a school must lie together.
   *
   * @param shared ids of schools that share one zone (多校划片), at least two in each; no school is in
   *     two of them
   */
  public record Zoning(CatchmentShape catchments, List<List<String>> shared) {
    /** Nothing is asked. */
    public static final Zoning FREE = new Zoning(CatchmentShape.FREE, List.of());

    public Zoning {
      Objects.requireNonNull(catchments, "catchments");
      shared = shared.stream().map(List::copyOf).toList();
    }

    public boolean isContiguous() {
      return catchments == CatchmentShape.CONTIGUOUS;
    }
  }

  public enum CatchmentShape {
    /** Any demand points may go to one school. */
    FREE,
    /** The demand units of a school touch each other, the one that it lies in among them. */
    CONTIGUOUS
  }

  /** A value of the rule book set for this scenario. */
  public record RuleOverride(String path, String value, String by, String why) {}

  /** How much work goes into the search, counted in iterations so that runs can be repeated. */
  public enum Effort {
    QUICK,
    STANDARD,
    THOROUGH
  }
}
