package org.xuewei.geo.export;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.xuewei.data.model.Evaluation;
import org.xuewei.data.model.Plan;
import org.xuewei.data.model.Stage;
import org.xuewei.data.model.region.Dataset;
import org.xuewei.geo.catchment.Catchments;

/**
 * What one set of map layers shows: one stage of a plan in one planning year.
 *
 * @param evaluation of the plan; its rules are told by school or demand point
 * @param before today's state of the same stage
 * @param catchments of the same stage and year
 * @param schoolsOfZone ids of the schools by shared zone; catchments may name zones in place of
 *     schools
 * @param pupilsPerClass the class-size limit of the stage; seats are classes x this
 */
public record ExportInput(
    Dataset dataset,
    Plan plan,
    Evaluation evaluation,
    Before before,
    Catchments catchments,
    Map<String, List<String>> schoolsOfZone,
    Stage stage,
    int year,
    int pupilsPerClass) {
  public ExportInput {
    schoolsOfZone = Map.copyOf(schoolsOfZone);
    Objects.requireNonNull(stage, "stage");
    if (pupilsPerClass < 1) {
      throw new IllegalArgumentException("pupils per class is " + pupilsPerClass);
    }
  }
}
