package org.xuewei.data.standard;

/** What a rule does to a plan that breaks it. */
public enum Severity {
  /** Rejects the site or the plan. */
  HARD,
  /** Costs the plan something. */
  SOFT,
  /** Is shown and decides nothing. */
  REPORT
}
