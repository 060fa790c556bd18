package org.xuewei.geo.export;

import org.xuewei.data.model.Plan;
import org.xuewei.data.model.Stage;

/** What every feature says about the plan that it belongs to. */
record Stamp(Plan.Header header, Stage stage, boolean synthetic) {
  /** Adds the plan's identity, the stage and the year that the feature shows. */
  Feature on(Feature feature, int year) {
    return feature
        .with("planId", header.planId())
        .with("stage", stage.name())
        .with("year", year)
        .with("seed", header.seed())
        .with("inputHash", header.inputHash())
        .with("engineVersion", header.engineVersion())
        .with("dataDate", header.dataDate())
        .with("attribution", header.attribution())
        .with("licence", header.licence())
        .with("synthetic", synthetic);
  }
}
