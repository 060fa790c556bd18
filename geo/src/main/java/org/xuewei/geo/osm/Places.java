package org.xuewei.geo.osm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.locationtech.jts.geom.Coordinate;
import org.xuewei.data.model.DataIssues;
import org.xuewei.data.model.LonLat;
import org.xuewei.data.model.Settlement;

/**
 * The populated places of every district: what they say about its residents and its settlement
 * class.
 *
 * <p>Residents: the boundary's own {@code population}; else that of its main place, which is the
 * place that the boundary names as its label or centre, or that has its name; else the sum over its
 * cities and towns; else the sum over its villages. So a village beside the main place is not added
 * to a figure that holds it already, and hamlets and suburbs never count.
 *
 * <p>Settlement class: by the main place, else by the highest place inside. City: URBAN, town:
 * TOWN, village and hamlet: RURAL. Without any place by density, with the limits of the degree of
 * urbanisation (UN Statistical Commission, 2020): 1,500 and 300 residents a square kilometre.
 */
final class Places {
  private static final List<String> RANKS = List.of("city", "town", "village", "hamlet");
  private static final int VILLAGE = RANKS.indexOf("village");
  private static final double URBAN_RESIDENTS_PER_SQUARE_KILOMETRE = 1500;
  private static final double TOWN_RESIDENTS_PER_SQUARE_KILOMETRE = 300;

  /** A place node; rank 0 is a city. */
  private record Place(RawMap.Node node, int rank, OptionalInt residents) {}

  private final County county;
  private final DataIssues issues;
  private final List<List<Place>> placesByDistrict = new ArrayList<>();

  Places(RawMap map, County county, DataIssues issues) {
    this.county = county;
    this.issues = issues;
    county.boundaries().forEach(boundary -> placesByDistrict.add(new ArrayList<>()));
    for (RawMap.Node node : map.nodes()) {
      int rank = RANKS.indexOf(node.tags().getOrDefault("place", ""));
      if (rank >= 0 && county.isNear(node.lonLat())) {
        add(node, rank);
      }
    }
    placesByDistrict.forEach(
        places ->
            places.sort(
                Comparator.comparingInt(Place::rank)
                    .thenComparing(place -> -place.residents().orElse(0))
                    .thenComparing(place -> place.node().id())));
  }

  private void add(RawMap.Node node, int rank) {
    Coordinate metres = county.projection().toMetric(new LonLat(node.lonLat().x, node.lonLat().y));
    OptionalInt district = county.districtAt(metres);
    if (district.isPresent()) {
      placesByDistrict
          .get(district.getAsInt())
          .add(new Place(node, rank, population(node.id(), node.tags(), "places")));
    }
  }

  /** Residents of a district as the map gives them, by the rule above. */
  OptionalInt residents(int district) {
    RawMap.Relation relation = county.boundaries().get(district).relation();
    OptionalInt own = population(relation.id(), relation.tags(), County.LAYER);
    if (own.isPresent()) {
      return own;
    }
    Optional<Place> main = mainPlace(district).filter(place -> place.residents().isPresent());
    if (main.isPresent()) {
      return main.get().residents();
    }
    OptionalInt towns = sum(district, 0, VILLAGE);
    return towns.isPresent() ? towns : sum(district, VILLAGE, VILLAGE + 1);
  }

  private OptionalInt sum(int district, int fromRank, int toRank) {
    return placesByDistrict.get(district).stream()
        .filter(place -> place.rank() >= fromRank && place.rank() < toRank)
        .flatMapToInt(place -> place.residents().stream())
        .reduce((a, b) -> (int) Math.min((long) a + b, Integer.MAX_VALUE));
  }

  private Optional<Place> mainPlace(int district) {
    County.Boundary boundary = county.boundaries().get(district);
    List<OsmId> named =
        boundary.relation().members().stream()
            .filter(member -> member.role().equals("label") || member.role().equals("admin_centre"))
            .map(RawMap.Member::id)
            .toList();
    List<Place> places = placesByDistrict.get(district);
    return places.stream()
        .filter(place -> named.contains(place.node().id()))
        .findFirst()
        .or(
            () ->
                places.stream()
                    .filter(place -> boundary.name().equals(place.node().tags().get("name")))
                    .findFirst());
  }

  /** Settlement class of a district, by the rule above. */
  Settlement settlement(int district, int residents) {
    Optional<Place> place =
        mainPlace(district).or(() -> placesByDistrict.get(district).stream().findFirst());
    if (place.isPresent()) {
      return switch (place.get().rank()) {
        case 0 -> Settlement.URBAN;
        case 1 -> Settlement.TOWN;
        default -> Settlement.RURAL;
      };
    }
    double squareKilometres = county.boundaries().get(district).shape().getArea() / 1e6;
    double density = residents / squareKilometres;
    if (density >= URBAN_RESIDENTS_PER_SQUARE_KILOMETRE) {
      return Settlement.URBAN;
    }
    return density >= TOWN_RESIDENTS_PER_SQUARE_KILOMETRE ? Settlement.TOWN : Settlement.RURAL;
  }

  private OptionalInt population(OsmId id, Map<String, String> tags, String layer) {
    String text = tags.get("population");
    if (text == null) {
      return OptionalInt.empty();
    }
    Optional<PopulationTag> tag = PopulationTag.parse(text);
    if (tag.isEmpty()) {
      issues.warn(
          "population-not-a-number",
          layer,
          id.toString(),
          "population = \"" + text + "\"; expected a whole number, so it is not used");
      return OptionalInt.empty();
    }
    if (!tag.get().exact()) {
      issues.info(
          "population-read-as-number",
          layer,
          id.toString(),
          "population = \"" + text + "\" is read as " + tag.get().residents());
    }
    return OptionalInt.of(tag.get().residents());
  }
}
