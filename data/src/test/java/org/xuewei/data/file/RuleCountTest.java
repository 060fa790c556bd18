package org.xuewei.data.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.xuewei.data.model.Evaluation.RuleResult;

class RuleCountTest {
  @Test
  void countsHardAndSoftBreachesByRule() {
    List<RuleResult> results =
        List.of(
            result("travel-limit", true, false),
            result("class-size", true, true),
            result("travel-limit", false, false),
            result("travel-limit", true, true));

    assertThat(Summary.RuleCount.of(results))
        .containsExactly(
            new Summary.RuleCount("class-size", 1, 0, 0),
            new Summary.RuleCount("travel-limit", 3, 1, 1));
  }

  private static RuleResult result(String rule, boolean hard, boolean passed) {
    return new RuleResult(rule, "node/1", hard, passed, 0, 0, "scenario");
  }
}
