package org.xuewei.data.model.register;

/** Classes and pupils of one grade of a school today. */
public record GradeEnrolment(String schoolId, int grade, int classes, int pupils) {
  public GradeEnrolment {
    if (grade < 1 || grade > 9 || classes < 0 || pupils < 0) {
      throw new IllegalArgumentException(
          "school "
              + schoolId
              + ": grade, classes and pupils are "
              + grade
              + ", "
              + classes
              + ", "
              + pupils);
    }
  }
}
