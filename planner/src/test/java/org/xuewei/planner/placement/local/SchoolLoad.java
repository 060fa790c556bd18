package org.xuewei.planner.placement.local;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.data.model.PlacementProblem.Site;
import org.xuewei.data.model.PlacementProblem.Size;
import org.xuewei.planner.evaluate.ClassNeed;

/** A site with the units that go there, and what follows for its size, from the problem alone. */
final class SchoolLoad {
  private final Site site;
  private final ClassNeed need;
  private final int[] pupilsByBand;

  SchoolLoad(PlacementProblem problem, int site, Collection<Integer> units) {
    this.site = problem.sites().get(site);
    this.need = new ClassNeed(problem.stage(), problem.limits().pupilsPerClass());
    this.pupilsByBand = new int[problem.stage().bands().size()];
    for (int unit : units) {
      List<Integer> pupils = problem.units().get(unit).pupilsByBand();
      for (int band = 0; band < pupilsByBand.length; band++) {
        pupilsByBand[band] += pupils.get(band);
      }
    }
  }

  /** The first of the cheapest sizes that hold the pupils; the largest where none does. */
  Size size() {
    return fitting().orElse(largest());
  }

  boolean isOverfull() {
    return fitting().isEmpty();
  }

  /** Pupils above the largest size where no size holds all, by the best division of its classes. */
  int excess() {
    if (!isOverfull()) {
      return 0;
    }
    int classes = largest().classes();
    int all = 0;
    for (int pupils : pupilsByBand) {
      all += pupils;
    }
    if (!need.teachesGradesApart(classes)) {
      return all - classes * need.pupilsPerClass();
    }
    return all - seated(0, classes);
  }

  /** Most pupils of this band and the later ones that have a seat in so many classes. */
  private int seated(int band, int classes) {
    if (band == pupilsByBand.length) {
      return 0;
    }
    int most = 0;
    for (int here = 0; here <= classes; here++) {
      int seats = Math.min(pupilsByBand[band], need.bandSeats(band, here));
      most = Math.max(most, seats + seated(band + 1, classes - here));
    }
    return most;
  }

  private Optional<Size> fitting() {
    return site.sizes().stream()
        .filter(size -> need.fits(pupilsByBand, size.classes()))
        .min(Comparator.comparingLong(Size::yuanPerYear));
  }

  private Size largest() {
    return site.sizes().get(site.sizes().size() - 1);
  }
}
