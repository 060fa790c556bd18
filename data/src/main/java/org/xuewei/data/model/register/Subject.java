package org.xuewei.data.model.register;

import java.util.Locale;

/** Subjects for which the policy wants more teachers, and all others together. */
public enum Subject {
  POLITICS,
  SCIENCE,
  PE,
  ARTS,
  LABOUR,
  MENTAL_HEALTH,
  SPECIAL_NEEDS,
  OTHER;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
