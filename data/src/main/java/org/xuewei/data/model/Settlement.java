package org.xuewei.data.model;

/** Settlement class of a district (城乡分类): county seat or city, township seat, countryside. */
public enum Settlement {
  URBAN,
  TOWN,
  RURAL;

  /** The key of this class in a standards profile, for example {@code urban}. */
  public String key() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
