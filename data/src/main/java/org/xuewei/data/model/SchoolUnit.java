package org.xuewei.data.model;

import java.util.List;
import java.util.Objects;

/**
 * The part of a school that teaches one stage (教学部).
 *
 * @param firstGrade first grade taught; a teaching point has 1 to 3
 * @param classes classes run today, at least 1
 * @param rooms classrooms, at least {@code classes}
 * @param estimated true when classes and rooms were derived from the site and not counted
 */
public record SchoolUnit(
    Stage stage, int firstGrade, int lastGrade, int classes, int rooms, boolean estimated) {
  public SchoolUnit {
    Objects.requireNonNull(stage, "stage");
    if (classes < 1 || rooms < classes) {
      throw new IllegalArgumentException(
          "a unit has 1 or more classes and a room for each: " + classes + ", " + rooms);
    }
    if (firstGrade < 1 || lastGrade > 9 || firstGrade > lastGrade) {
      throw new IllegalArgumentException("grades are " + firstGrade + "-" + lastGrade);
    }
  }

  /** A unit that teaches every grade of the stage with a room a class. */
  public static SchoolUnit ofWholeStage(Stage stage, int classes, boolean estimated) {
    List<GradeBand> bands = stage.bands();
    return new SchoolUnit(
        stage,
        bands.get(0).firstGrade(),
        bands.get(bands.size() - 1).lastGrade(),
        classes,
        classes,
        estimated);
  }
}
