package org.xuewei.geo.export.map;

import java.util.Locale;

/** How important a road is on a map, from the strongest line to the thinnest. */
public enum RoadRank {
  MAJOR,
  MAIN,
  SECONDARY,
  LOCAL,
  STREET,
  PATH;

  /** The rank of an OpenStreetMap {@code highway} value; unknown values are paths. */
  public static RoadRank ofHighway(String highway) {
    return switch (highway.toLowerCase(Locale.ROOT)) {
      case "motorway", "trunk", "motorway_link", "trunk_link" -> MAJOR;
      case "primary", "primary_link" -> MAIN;
      case "secondary", "secondary_link" -> SECONDARY;
      case "tertiary", "tertiary_link" -> LOCAL;
      case "residential", "unclassified", "living_street", "road" -> STREET;
      default -> PATH;
    };
  }
}
