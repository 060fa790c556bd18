package org.xuewei.geo.export;

import java.util.Map;
import java.util.Optional;
import org.xuewei.data.model.Evaluation;

/**
 * Today's state of one stage.
 *
 * @param classesBySchool classes run today by school id; a school that is missing has no such stage
 * @param pupilsBySchool pupils of the base year by school id, 0 where missing
 * @param evaluation the rules for today's state; without it no feature of today is called passed or
 *     broken
 */
public record Before(
    Map<String, Integer> classesBySchool,
    Map<String, Integer> pupilsBySchool,
    Optional<Evaluation> evaluation) {
  public Before {
    classesBySchool = Map.copyOf(classesBySchool);
    pupilsBySchool = Map.copyOf(pupilsBySchool);
  }
}
