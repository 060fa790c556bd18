package org.xuewei.data.model;

/**
 * Something in the input that was repaired, assumed or left out.
 *
 * @param code stable, for counting: {@code school-node-inside-area}
 * @param layer the layer of the feature: {@code schools}
 * @param featureId the feature's own identifier, for OpenStreetMap {@code way/123}
 * @param message one sentence for a planner
 */
public record DataIssue(
    Severity severity, String code, String layer, String featureId, String message) {
  /** An error stops the run after all input has been read; the others do not. */
  public enum Severity {
    INFO,
    WARNING,
    ERROR
  }
}
