package org.xuewei.data.standard;

/** What a rule does to a plan that breaks it. */
public enum Severity {
  /** Rejects the site or the plan. */
  HARD,
  /** Costs the plan something. */
  SOFT,
  /** Nothing to break: the value is shown or counted with. */
  REPORT
}
