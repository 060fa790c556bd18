package org.xuewei.planner.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xuewei.data.model.Scenario.SchoolEstimates;
import org.xuewei.data.model.School;
import org.xuewei.data.model.SchoolUnit;
import org.xuewei.data.model.Stage;

/** Classes of schools whose source names none, derived from their sites and marked as estimated. */
public final class SchoolSizes {
  private SchoolSizes() {}

  /**
   * The schools with one unit a stage at least. A school without units gets one for each stage it
   * names, or for the scenario's stage: as many classes as its site holds, shared by its stages.
   */
  public static List<School> estimated(
      List<School> schools, SchoolEstimates estimates, int pupilsPerClass) {
    return schools.stream()
        .map(
            school ->
                school.units().isEmpty()
                    ? school.withUnits(unitsOf(school, estimates, pupilsPerClass))
                    : school)
        .toList();
  }

  /** The unit of a stage, or empty when the school does not teach it. */
  public static Optional<SchoolUnit> unitOf(School school, Stage stage) {
    return school.units().stream().filter(unit -> unit.stage() == stage).findFirst();
  }

  private static List<SchoolUnit> unitsOf(
      School school, SchoolEstimates estimates, int pupilsPerClass) {
    Set<Stage> stages = school.stages().isEmpty() ? Set.of(estimates.stage()) : school.stages();
    double perClass = estimates.squareMetresPerPupil() * pupilsPerClass;
    int classes =
        school.siteAreaSquareMetres() == 0
            ? estimates.classesWhenAreaUnknown()
            : (int) Math.min(estimates.classesAtMost(), school.siteAreaSquareMetres() / perClass);
    int perStage = Math.max(1, classes / stages.size());
    List<SchoolUnit> units = new ArrayList<>();
    for (Stage stage : Stage.values()) {
      if (stages.contains(stage)) {
        units.add(SchoolUnit.ofWholeStage(stage, perStage, true));
      }
    }
    return units;
  }
}
