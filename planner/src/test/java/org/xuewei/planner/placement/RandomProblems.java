package org.xuewei.planner.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.data.model.PlacementProblem.Size;
import org.xuewei.data.model.Stage;
import org.xuewei.planner.TestProblem;
import org.xuewei.planner.TestProblem.Arc;

/** Tiny random problems that meet every limit: seats, grades, budget, number of new schools. */
public final class RandomProblems {
  /**
   * @param primary two grade bands; else one
   * @param budget whether capital is limited
   * @param newSchools whether the number of new schools is
   */
  public record Rules(boolean primary, boolean budget, boolean newSchools) {}

  private RandomProblems() {}

  /** With any of the rules. */
  public static PlacementProblem tiny(long seed, int units, int sites) {
    return tiny(new Random(seed), units, sites, Optional.empty());
  }

  public static PlacementProblem tiny(long seed, int units, int sites, Rules rules) {
    return tiny(new Random(seed), units, sites, Optional.of(rules));
  }

  private static PlacementProblem tiny(Random random, int units, int sites, Optional<Rules> rules) {
    boolean primary = rules.map(Rules::primary).orElseGet(random::nextBoolean);
    Stage stage = primary ? Stage.PRIMARY : Stage.JUNIOR;
    TestProblem problem = new TestProblem(stage).pupilsPerClass(5 + random.nextInt(8));
    for (int site = 0; site < sites; site++) {
      boolean existing = random.nextInt(3) == 0;
      Size[] sizes = sizes(random, existing);
      if (existing) {
        problem.existing(sizes);
      } else {
        problem.candidate(sizes);
      }
    }
    for (int unit = 0; unit < units; unit++) {
      List<Integer> pupils = new ArrayList<>();
      for (int band = 0; band < stage.bands().size(); band++) {
        pupils.add(random.nextInt(16));
      }
      List<Arc> arcs = new ArrayList<>();
      for (int site = 0; site < sites; site++) {
        if (random.nextInt(4) > 0) {
          arcs.add(new Arc(site, 100, random.nextInt(400)));
        }
      }
      problem.unit(pupils, 400 + random.nextInt(2_000), arcs.toArray(Arc[]::new));
    }
    if (rules.map(Rules::budget).orElseGet(() -> random.nextInt(3) > 0)) {
      problem.budget(random.nextInt(60));
    }
    if (rules.map(Rules::newSchools).orElseGet(random::nextBoolean)) {
      problem.newSchoolsAtMost(random.nextInt(sites));
    }
    return problem.build();
  }

  private static Size[] sizes(Random random, boolean existing) {
    Size[] sizes = new Size[1 + random.nextInt(3)];
    int classes = 0;
    long yuan = 0;
    long capital = 0;
    for (int k = 0; k < sizes.length; k++) {
      boolean today = existing && k == 0;
      classes += 1 + random.nextInt(5);
      yuan += today ? 0 : random.nextInt(300);
      capital += today ? 0 : random.nextInt(30);
      sizes[k] = new Size(classes, yuan, capital);
    }
    return sizes;
  }
}
