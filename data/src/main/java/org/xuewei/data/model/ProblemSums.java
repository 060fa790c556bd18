package org.xuewei.data.model;

import java.util.List;
import org.xuewei.data.model.PlacementProblem.DemandUnit;
import org.xuewei.data.model.PlacementProblem.Site;
import org.xuewei.data.model.PlacementProblem.Size;

/** Refuses a problem whose sums could not be counted exactly, whatever its solution. */
final class ProblemSums {
  /** Bounds are computed in {@code double}, which holds every whole number up to here. */
  static final long MOST_YUAN = 1L << 53;

  private long pupils;
  private long yuan;
  private long capital;

  private ProblemSums() {}

  static void check(PlacementProblem problem) {
    ProblemSums sums = new ProblemSums();
    for (DemandUnit unit : problem.units()) {
      sums.add(unit);
    }
    for (Site site : problem.sites()) {
      sums.add(site, problem.limits().pupilsPerClass());
    }
  }

  private void add(DemandUnit unit) {
    String subject = "unit " + unit.id();
    for (int ofBand : unit.pupilsByBand()) {
      pupils = within(Integer.MAX_VALUE, pupils, ofBand, subject, "pupils");
    }
    yuan = within(MOST_YUAN, yuan, unit.unservedYuan(), subject, "yuan a year without a place");
  }

  private void add(Site site, int pupilsPerClass) {
    List<Size> sizes = site.sizes();
    String subject = "site " + site.id();
    long classes = sizes.get(sizes.size() - 1).classes();
    within(Integer.MAX_VALUE, 0, classes * pupilsPerClass, subject, "seats");
    long dearest = sizes.stream().mapToLong(Size::yuanPerYear).max().orElseThrow();
    yuan = within(MOST_YUAN, yuan, dearest, subject, "yuan a year for places and sizes");
    long most = sizes.stream().mapToLong(Size::capitalYuan).max().orElseThrow();
    capital = within(MOST_YUAN, capital, most, subject, "yuan of capital");
  }

  private static long within(long most, long sum, long more, String subject, String what) {
    if (more > most - sum) {
      throw new InputException(
          "%s: %d more makes the sum exceed %d %s, expected less"
              .formatted(subject, more, most, what));
    }
    return sum + more;
  }
}
