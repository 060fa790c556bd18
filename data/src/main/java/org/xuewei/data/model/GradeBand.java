package org.xuewei.data.model;

/** Grades that share the rules of travel and boarding (年级段). */
public enum GradeBand {
  G1_3(1, 3),
  G4_6(4, 6),
  G7_9(7, 9);

  private final int firstGrade;
  private final int lastGrade;

  GradeBand(int firstGrade, int lastGrade) {
    this.firstGrade = firstGrade;
    this.lastGrade = lastGrade;
  }

  public int firstGrade() {
    return firstGrade;
  }

  public int lastGrade() {
    return lastGrade;
  }

  public int grades() {
    return lastGrade - firstGrade + 1;
  }
}
