package org.xuewei.geo.export;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.xuewei.data.model.Evaluation;
import org.xuewei.data.model.Evaluation.RuleResult;

/** The broken rules of an evaluation by subject. */
final class RuleStatus {
  static final String PASSED = "passed";
  static final String HARD_BROKEN = "hard-broken";
  static final String SOFT_BROKEN = "soft-broken";
  static final String NOT_EVALUATED = "not-evaluated";

  private final Map<String, List<RuleResult>> brokenBySubject = new HashMap<>();

  RuleStatus(Evaluation evaluation) {
    for (RuleResult rule : evaluation.rules()) {
      if (!rule.passed()) {
        brokenBySubject.computeIfAbsent(rule.subject(), subject -> new ArrayList<>()).add(rule);
      }
    }
  }

  /** Adds {@code ruleStatus} and {@code rulesBroken} of a feature that stands for the subjects. */
  Feature tell(Feature feature, Collection<String> subjects) {
    TreeSet<String> broken = new TreeSet<>();
    boolean hard = false;
    for (String subject : subjects) {
      for (RuleResult rule : brokenBySubject.getOrDefault(subject, List.of())) {
        broken.add(rule.rule());
        hard |= rule.hard();
      }
    }
    String status = broken.isEmpty() ? PASSED : hard ? HARD_BROKEN : SOFT_BROKEN;
    return feature.with("ruleStatus", status).with("rulesBroken", List.copyOf(broken));
  }

  static Feature tellNotEvaluated(Feature feature) {
    return feature.with("ruleStatus", NOT_EVALUATED).with("rulesBroken", List.of());
  }
}
