package org.xuewei.planner.evaluate;

import java.util.List;
import org.xuewei.data.model.GradeBand;
import org.xuewei.data.model.Stage;

/**
 * How many classes the pupils of a school need.
 *
 * <p>A school with at least one class for every grade of its stage teaches grades apart: it needs Σ
 * over grades ⌈pupils of the grade / class-size limit⌉ classes, where a band's pupils are spread
 * over its grades as evenly as whole pupils allow. A smaller school has mixed classes and needs
 * ⌈pupils / class-size limit⌉. Immutable, thread-safe.
 */
public final class ClassNeed {
  private final int pupilsPerClass;
  private final int[] gradesOfBand;
  private final int grades;

  /**
   * @param pupilsPerClass class-size limit, at least 1
   */
  public ClassNeed(Stage stage, int pupilsPerClass) {
    this.pupilsPerClass = pupilsPerClass;
    List<GradeBand> bands = stage.bands();
    this.gradesOfBand = bands.stream().mapToInt(GradeBand::grades).toArray();
    this.grades = stage.grades();
  }

  /**
   * Classes that a school of {@code classes} classes would need for these pupils; they fit when the
   * answer is at most {@code classes}.
   *
   * @param pupilsByBand in the order of {@link Stage#bands}
   */
  public int needed(int[] pupilsByBand, int classes) {
    int need = 0;
    if (classes >= grades) {
      for (int band = 0; band < gradesOfBand.length; band++) {
        need += ofBand(band, pupilsByBand[band]);
      }
      return need;
    }
    int pupils = 0;
    for (int ofBand : pupilsByBand) {
      pupils += ofBand;
    }
    return ceilDiv(pupils, pupilsPerClass);
  }

  public boolean fits(int[] pupilsByBand, int classes) {
    return needed(pupilsByBand, classes) <= classes;
  }

  /** Classes for the pupils of one band when its grades are taught apart. */
  public int ofBand(int band, int pupils) {
    int gradesHere = gradesOfBand[band];
    int smaller = pupils / gradesHere;
    int larger = pupils % gradesHere;
    return larger * ceilDiv(smaller + 1, pupilsPerClass)
        + (gradesHere - larger) * ceilDiv(smaller, pupilsPerClass);
  }

  /** Most pupils of one band that {@code classes} classes hold when its grades are taught apart. */
  public int bandSeats(int band, int classes) {
    int gradesHere = gradesOfBand[band];
    return classes / gradesHere * gradesHere * pupilsPerClass + classes % gradesHere;
  }

  /** True when a school of this size teaches every grade apart. */
  public boolean teachesGradesApart(int classes) {
    return classes >= grades;
  }

  public int bands() {
    return gradesOfBand.length;
  }

  public int pupilsPerClass() {
    return pupilsPerClass;
  }

  private static int ceilDiv(int dividend, int divisor) {
    return dividend / divisor + (dividend % divisor == 0 ? 0 : 1);
  }
}
