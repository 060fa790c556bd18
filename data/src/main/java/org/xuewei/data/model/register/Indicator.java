package org.xuewei.data.model.register;

import java.util.Locale;
import org.xuewei.data.model.Stage;

/** The seven indicators of resources (优质均衡七项指标), each an amount for so many pupils. */
public enum Indicator {
  ABOVE_STANDARD_DEGREE_TEACHERS("per_100_pupils.above_std_degree_teachers", 100),
  BACKBONE_TEACHERS("per_100_pupils.backbone_teachers", 100),
  PE_ARTS_TEACHERS("per_100_pupils.pe_arts_teachers", 100),
  TEACHING_AREA_SQUARE_METRES("per_pupil.teaching_area_m2", 1),
  SPORTS_AREA_SQUARE_METRES("per_pupil.sports_area_m2", 1),
  EQUIPMENT_YUAN("per_pupil.equipment_yuan", 1),
  MULTIMEDIA_ROOMS("per_100_pupils.multimedia_rooms", 100);

  private final String rule;
  private final int pupils;

  Indicator(String rule, int pupils) {
    this.rule = rule;
    this.pupils = pupils;
  }

  /** Path of the least amount in the rule book. */
  public String rule(Stage stage) {
    return "balance_indicators." + rule + "." + stage.key();
  }

  /** The amount is counted for so many pupils: 1 or 100. */
  public int perPupils() {
    return pupils;
  }

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
