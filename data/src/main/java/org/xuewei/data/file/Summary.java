package org.xuewei.data.file;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.xuewei.data.model.Evaluation;
import org.xuewei.data.model.Plan;
import org.xuewei.data.model.WayStatistics;

/**
 * What a planner reads first about a plan.
 *
 * @param yuanPerYear the plan's objective by part, see {@link Evaluation}
 * @param compactness of the plan's catchments; empty when it has none
 * @param dataIssues number of issues by code
 * @param licence licence of the data behind the plan
 */
public record Summary(
    Subject subject,
    Figures figures,
    Ways ways,
    SortedMap<String, Long> yuanPerYear,
    Plan.Certificate certificate,
    Optional<Compactness> compactness,
    List<RuleCount> rules,
    SortedMap<String, Integer> dataIssues,
    String attribution,
    String licence) {
  public Summary {
    yuanPerYear = Collections.unmodifiableSortedMap(new TreeMap<>(yuanPerYear));
    Objects.requireNonNull(compactness, "compactness");
    rules = List.copyOf(rules);
    dataIssues = Collections.unmodifiableSortedMap(new TreeMap<>(dataIssues));
  }

  /**
   * @param year the planning year of the figures
   * @param synthetic true when the county was made by a generator
   */
  public record Subject(
      String planId,
      String datasetId,
      String datasetName,
      String scenarioId,
      int year,
      boolean synthetic) {}

  /**
   * How round catchments are, 4 pi area / perimeter squared: above 0, 1 for a circle.
   *
   * @param mean over the catchments, each counted once
   */
  public record Compactness(double mean, double least) {}

  /**
   * @param today the base year as it is
   * @param doingNothing the planning year with today's schools
   * @param plan the planning year with the plan
   */
  public record Figures(
      Evaluation.Headline today, Evaluation.Headline doingNothing, Evaluation.Headline plan) {}

  /** How far pupils walk in the states of {@link Figures}. */
  public record Ways(WayStatistics today, WayStatistics doingNothing, WayStatistics plan) {}

  /**
   * How often a rule was checked and broken.
   *
   * @param brokenSoft broken where the rule is a request or its source is not confirmed
   */
  public record RuleCount(String rule, int checked, int brokenHard, int brokenSoft) {
    /** Counts by rule, rules in alphabetical order. */
    public static List<RuleCount> of(List<Evaluation.RuleResult> results) {
      return results.stream()
          .collect(
              Collectors.groupingBy(Evaluation.RuleResult::rule, TreeMap::new, Collectors.toList()))
          .entrySet()
          .stream()
          .map(entry -> of(entry.getKey(), entry.getValue()))
          .toList();
    }

    private static RuleCount of(String rule, List<Evaluation.RuleResult> results) {
      List<Evaluation.RuleResult> broken =
          results.stream().filter(result -> !result.passed()).toList();
      int hard = (int) broken.stream().filter(Evaluation.RuleResult::hard).count();
      return new RuleCount(rule, results.size(), hard, broken.size() - hard);
    }
  }
}
