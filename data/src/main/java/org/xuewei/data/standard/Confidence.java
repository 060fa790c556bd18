package org.xuewei.data.standard;

import java.util.Arrays;
import org.xuewei.data.yaml.YamlValue;

/** How well a rule's value is known. */
public enum Confidence {
  /** The number was read in the text of the named document. */
  V1(true),
  /** Seen only in a secondary source. */
  V2(true),
  /** Unverified, likely. */
  M1(false),
  /** Unverified, to be checked before use. */
  M2(false),
  /** Derived by arithmetic. */
  D(true),
  /** A default of this project without any source. */
  P(false);

  private final boolean sourced;

  Confidence(boolean sourced) {
    this.sourced = sourced;
  }

  /** False for a rule that rejects no plan until a named person confirms it. */
  public boolean sourced() {
    return sourced;
  }

  static Confidence of(YamlValue value) {
    return Arrays.stream(values())
        .filter(confidence -> confidence.name().equals(value.text()))
        .findFirst()
        .orElseThrow(() -> value.expected("V1, V2, M1, M2, D or P"));
  }
}
