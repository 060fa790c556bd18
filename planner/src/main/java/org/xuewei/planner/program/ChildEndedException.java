package org.xuewei.planner.program;

/** A solver process ended, or was ended, before it answered. */
final class ChildEndedException extends Exception {
  private static final long serialVersionUID = 1;

  private final boolean wanted;

  /**
   * @param wanted whether we ended it
   */
  ChildEndedException(String reason, boolean wanted) {
    super(reason);
    this.wanted = wanted;
  }

  boolean wanted() {
    return wanted;
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
