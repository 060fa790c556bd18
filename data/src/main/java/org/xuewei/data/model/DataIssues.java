package org.xuewei.data.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collects the issues of one import in the order found. Not thread-safe. */
public final class DataIssues {
  private final List<DataIssue> issues = new ArrayList<>();

  public void info(String code, String layer, String featureId, String message) {
    issues.add(new DataIssue(DataIssue.Severity.INFO, code, layer, featureId, message));
  }

  public void warn(String code, String layer, String featureId, String message) {
    issues.add(new DataIssue(DataIssue.Severity.WARNING, code, layer, featureId, message));
  }

  public List<DataIssue> list() {
    return List.copyOf(issues);
  }

  /** Number of issues by code, codes in alphabetical order. */
  public Map<String, Integer> countByCode() {
    Map<String, Integer> counts = new TreeMap<>();
    issues.forEach(issue -> counts.merge(issue.code(), 1, Integer::sum));
    return counts;
  }
}
