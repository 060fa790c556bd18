package org.xuewei.data.model;

import java.util.Comparator;

/** Half of a calendar year; gates are counted in these. Written {@code 2029H2}. */
public record HalfYear(int year, int half) implements Comparable<HalfYear> {
  private static final Comparator<HalfYear> ORDER =
      Comparator.comparingInt(HalfYear::year).thenComparingInt(HalfYear::half);

  public HalfYear {
    if (half != 1 && half != 2) {
      throw new IllegalArgumentException("half is " + half + ", expected 1 or 2");
    }
  }

  /** The half in which a school year starts (1 September). */
  public static HalfYear autumnOf(int year) {
    return new HalfYear(year, 2);
  }

  /** Parses {@code 2029H2}. */
  public static HalfYear parse(String text) {
    if (!text.matches("\\d{4}H[12]")) {
      throw new IllegalArgumentException("\"" + text + "\" is not a half-year like 2029H2");
    }
    return new HalfYear(Integer.parseInt(text.substring(0, 4)), text.charAt(5) - '0');
  }

  @Override
  public int compareTo(HalfYear other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return year + "H" + half;
  }
}
