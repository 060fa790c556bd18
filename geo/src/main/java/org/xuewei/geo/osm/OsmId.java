package org.xuewei.geo.osm;

import java.util.Comparator;

/** Identity of an OpenStreetMap object; ordered nodes, ways, relations, each by number. */
record OsmId(Type type, long number) implements Comparable<OsmId> {
  private static final Comparator<OsmId> ORDER =
      Comparator.comparing(OsmId::type).thenComparingLong(OsmId::number);

  enum Type {
    NODE,
    WAY,
    RELATION
  }

  static OsmId node(long number) {
    return new OsmId(Type.NODE, number);
  }

  static OsmId way(long number) {
    return new OsmId(Type.WAY, number);
  }

  static OsmId relation(long number) {
    return new OsmId(Type.RELATION, number);
  }

  /** {@code w123}, for the ids of a dataset. */
  String brief() {
    return toString().charAt(0) + Long.toString(number);
  }

  @Override
  public int compareTo(OsmId other) {
    return ORDER.compare(this, other);
  }

  /** {@code way/123}, as OpenStreetMap's own addresses write it. */
  @Override
  public String toString() {
    return type.name().toLowerCase(java.util.Locale.ROOT) + "/" + number;
  }
}
