package org.xuewei.geo.osm;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** What an area of the map is to school planning; one area can be several. */
enum Layer {
  RESIDENTIAL("residential-areas"),
  SCHOOL("schools"),
  BUILDING("buildings"),
  OPEN_LAND("candidates"),
  WATER("water"),
  FOREST("forest"),
  PROTECTED("protected-areas");

  private static final Set<String> OPEN_LANDUSE =
      Set.of("grass", "meadow", "brownfield", "greenfield", "construction", "farmland");
  private static final Set<String> OPEN_NATURAL = Set.of("scrub", "grassland");

  private final String label;

  Layer(String label) {
    this.label = label;
  }

  /** The layer's name in data issues. */
  String label() {
    return label;
  }

  static Set<Layer> of(Map<String, String> tags) {
    Set<Layer> layers = EnumSet.noneOf(Layer.class);
    String landuse = tags.getOrDefault("landuse", "");
    String natural = tags.getOrDefault("natural", "");
    String waterway = tags.getOrDefault("waterway", "");
    String boundary = tags.getOrDefault("boundary", "");
    if (landuse.equals("residential")) {
      layers.add(RESIDENTIAL);
    }
    if (tags.getOrDefault("amenity", "").equals("school")) {
      layers.add(SCHOOL);
    }
    if (!tags.getOrDefault("building", "no").equals("no")) {
      layers.add(BUILDING);
    }
    if (OPEN_LANDUSE.contains(landuse) || OPEN_NATURAL.contains(natural)) {
      layers.add(OPEN_LAND);
    }
    if (natural.equals("water")
        || landuse.equals("reservoir")
        || landuse.equals("basin")
        || waterway.equals("riverbank")
        || waterway.equals("dock")) {
      layers.add(WATER);
    }
    if (landuse.equals("forest") || natural.equals("wood")) {
      layers.add(FOREST);
    }
    if (tags.getOrDefault("leisure", "").equals("nature_reserve")
        || boundary.equals("protected_area")
        || boundary.equals("national_park")) {
      layers.add(PROTECTED);
    }
    return layers;
  }

  /** The land use of open land as its tag, for example {@code landuse=meadow}. */
  static String landUse(Map<String, String> tags) {
    String landuse = tags.getOrDefault("landuse", "");
    return OPEN_LANDUSE.contains(landuse)
        ? "landuse=" + landuse
        : "natural=" + tags.getOrDefault("natural", "");
  }
}
