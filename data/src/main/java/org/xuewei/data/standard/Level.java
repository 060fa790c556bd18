package org.xuewei.data.standard;

/** Whose decision a layer of the rule book is, from the widest to the narrowest. */
public enum Level {
  NATION,
  PROVINCE,
  CITY,
  COUNTY,
  SCENARIO
}
