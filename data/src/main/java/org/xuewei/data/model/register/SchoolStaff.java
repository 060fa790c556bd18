package org.xuewei.data.model.register;

import java.util.Map;
import java.util.Objects;
import org.xuewei.data.model.Stage;

/**
 * Posts and teachers of one stage of a school.
 *
 * @param posts posts by the norm (编制)
 * @param teachers teachers by main subject; a subject that is absent has none
 */
public record SchoolStaff(String schoolId, Stage stage, int posts, Map<Subject, Integer> teachers) {
  public SchoolStaff {
    Objects.requireNonNull(stage, "stage");
    teachers = Map.copyOf(teachers);
    if (posts < 0 || teachers.values().stream().anyMatch(count -> count < 0)) {
      throw new IllegalArgumentException("school " + schoolId + ": negative posts or teachers");
    }
  }

  public int teachers(Subject subject) {
    return teachers.getOrDefault(subject, 0);
  }
}
