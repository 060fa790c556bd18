package org.xuewei.geo.osm;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;

/**
 * A building that people live in.
 *
 * @param location a point inside it, metres
 * @param floorAreaSquareMetres footprint x storeys
 */
record House(Coordinate location, double footprintSquareMetres, double floorAreaSquareMetres) {
  private static final Set<String> LOW =
      Set.of("bungalow", "cabin", "static_caravan", "houseboat", "ger");
  private static final Set<String> MIDDLE =
      Set.of(
          "yes",
          "residential",
          "house",
          "detached",
          "semidetached_house",
          "semi",
          "terrace",
          "farm",
          "villa",
          "mixed_use");
  private static final Set<String> HIGH = Set.of("apartments", "dormitory");
  private static final Pattern STOREYS = Pattern.compile("\\d{1,3}(\\.\\d)?");
  private static final double MOST_STOREYS = 150;

  /** The houses among the buildings that do not stand on school ground. */
  static List<House> listOf(List<Area> buildings, List<Area> schools) {
    Nearby<Area> schoolGround = new Nearby<>(schools, Area::shape);
    return buildings.stream()
        .map(House::of)
        .flatMap(Optional::stream)
        .filter(house -> !stands(house.location(), schoolGround))
        .toList();
  }

  private static boolean stands(Coordinate location, Nearby<Area> grounds) {
    return grounds.list(new Envelope(location)).stream()
        .anyMatch(
            ground ->
                SimplePointInAreaLocator.locate(location, ground.shape()) != Location.EXTERIOR);
  }

  /** Empty for garages, works, shops, churches and the like, and for what has another use. */
  static Optional<House> of(Area building) {
    String type = building.tags().getOrDefault("building", "");
    double usual = LOW.contains(type) ? 1 : MIDDLE.contains(type) ? 2 : HIGH.contains(type) ? 3 : 0;
    if (usual == 0 || building.tags().containsKey("amenity")) {
      return Optional.empty();
    }
    double footprint = building.shape().getArea();
    Coordinate location = building.shape().getInteriorPoint().getCoordinate();
    return Optional.of(new House(location, footprint, footprint * storeys(building.tags(), usual)));
  }

  private static double storeys(Map<String, String> tags, double usual) {
    String text = tags.getOrDefault("building:levels", "");
    if (!STOREYS.matcher(text).matches()) {
      return usual;
    }
    double storeys = Double.parseDouble(text);
    return storeys > 0 && storeys <= MOST_STOREYS ? storeys : usual;
  }
}
