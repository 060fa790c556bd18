package org.xuewei.data.model;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a plan achieves and which rules it breaks, computed from plan and problem alone.
 *
 * @param ways of the pupils with a place; a unit's way is that of its farthest point
 * @param yuanPerYear the objective by part, keys {@code capital-and-running}, {@code travel},
 *     {@code unserved} and, where they have a price, {@code spread} and {@code missing-schools};
 *     their sum is the objective before anything is taken off
 */
public record Evaluation(
    Headline headline,
    WayStatistics ways,
    SortedMap<String, Long> yuanPerYear,
    List<RuleResult> rules) {
  public Evaluation {
    yuanPerYear = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(yuanPerYear));
    rules = List.copyOf(rules);
  }

  /**
   * The five figures that a planner reads first, with the pupils they are shares of.
   *
   * @param pupilsWithoutSeat an open school is in reach, but full
   * @param pupilsBeyondLimit no open school within the travel limit, or assigned beyond it
   * @param seatsBuilt added classes x class-size limit
   * @param pupilsMoved pupils whose school differs from today's
   */
  public record Headline(
      int pupils,
      int pupilsWithoutSeat,
      int pupilsBeyondLimit,
      int seatsBuilt,
      long capitalYuan,
      int pupilsMoved) {}

  /** Sum of the objective's parts, yuan a year. */
  public long objectiveYuan() {
    return yuanPerYear.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Results of hard rules that fail. */
  public List<RuleResult> broken() {
    return rules.stream().filter(rule -> rule.hard() && !rule.passed()).toList();
  }

  /**
   * One rule at one place.
   *
   * @param rule stable code: {@code class-size}, {@code classes-by-grade}, {@code travel-limit},
   *     {@code site-size}, {@code budget}, {@code new-schools}, {@code missing-schools}, {@code
   *     assignment}; {@code contiguous} where catchments must be: units cut off from their school,
   *     and how many are so today
   * @param subject school or demand point id, or {@code county}
   * @param value what the plan has
   * @param limit what the rule allows
   * @param clause path of the rule in the rule book, or {@code scenario}
   */
  public record RuleResult(
      String rule,
      String subject,
      boolean hard,
      boolean passed,
      long value,
      long limit,
      String clause) {}

  /** The headline figures by name, for tables and JSON. */
  public static Map<String, Long> figures(Headline headline) {
    Map<String, Long> figures = new java.util.LinkedHashMap<>();
    figures.put("pupils", (long) headline.pupils());
    figures.put("pupilsWithoutSeat", (long) headline.pupilsWithoutSeat());
    figures.put("pupilsBeyondLimit", (long) headline.pupilsBeyondLimit());
    figures.put("seatsBuilt", (long) headline.seatsBuilt());
    figures.put("capitalYuan", headline.capitalYuan());
    figures.put("pupilsMoved", (long) headline.pupilsMoved());
    return figures;
  }
}
