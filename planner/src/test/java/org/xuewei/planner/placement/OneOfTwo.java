package org.xuewei.planner.placement;

import java.util.List;
import org.xuewei.data.model.PlacementProblem.Size;
import org.xuewei.data.model.Stage;
import org.xuewei.planner.TestProblem;
import org.xuewei.planner.TestProblem.Arc;
import org.xuewei.planner.placement.state.Instance;

/** One of two candidates may open; both have seats for all, the second (site 2) is nearer. */
public final class OneOfTwo {
  private OneOfTwo() {}

  public static Instance build() {
    return new Instance(
        new TestProblem(Stage.JUNIOR)
            .pupilsPerClass(10)
            .newSchoolsAtMost(1)
            .existing(new Size(1, 0, 0))
            .candidate(new Size(3, 500, 0))
            .candidate(new Size(3, 500, 0))
            .unit(List.of(10), 9_000, new Arc(2, 100, 10), new Arc(1, 100, 40))
            .unit(List.of(10), 9_000, new Arc(2, 100, 10), new Arc(1, 100, 40))
            .unit(List.of(10), 9_000, new Arc(0, 100, 5), new Arc(1, 100, 60))
            .build());
  }
}
