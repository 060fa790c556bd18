package org.xuewei.geo.osm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.algorithm.MinimumAreaRectangle;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.xuewei.data.model.DemandPoint;
import org.xuewei.data.model.DemandSource;

/**
 * Divides residential areas into demand points of a limited size. The people of an area stand on
 * its houses, by floor area, or evenly on a grid where the houses are not mapped. While a part has
 * too many it is cut across the longer side of its minimum rectangle, in proportion to the number
 * of points that each side will need. The demand point is the place of the part nearest to its
 * centre of gravity, so it always lies inside the area.
 */
final class DemandPoints {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final int GRID_PLACES_PER_POINT = 30;
  private static final int MOST_GRID_PLACES = 50_000;
  private static final int GRID_REFINEMENTS = 4;

  /** Where some of the people are, metres; the weight says how many in proportion. */
  private record Place(Coordinate location, double weight) {
    static final Comparator<Place> ORDER = Comparator.comparing(Place::location);
  }

  private final int maxResidents;
  private final County county;
  private final List<DemandPoint> points = new ArrayList<>();

  private DemandPoints(int maxResidents, County county) {
    this.maxResidents = maxResidents;
    this.county = county;
  }

  /**
   * @param sources in the order of {@code areas}
   * @return in the order of their ids; none for a source without residents
   */
  static List<DemandPoint> of(
      List<DemandSource> sources, List<ResidentialArea> areas, int maxResidents, County county) {
    DemandPoints result = new DemandPoints(maxResidents, county);
    for (int i = 0; i < areas.size(); i++) {
      DemandSource source = sources.get(i);
      if (source.residents() > 0) {
        int needed = result.needed(source.residents());
        result.divide(source, places(areas.get(i), needed), source.residents(), new int[1]);
      }
    }
    result.points.sort(Comparator.comparing(DemandPoint::id));
    return List.copyOf(result.points);
  }

  private int needed(int residents) {
    return 1 + (residents - 1) / maxResidents;
  }

  private void divide(DemandSource source, List<Place> places, int residents, int[] made) {
    int needed = needed(residents);
    if (needed == 1 || places.size() == 1) {
      Coordinate location = middle(places);
      for (int part :
          LargestRemainder.divide(residents, java.util.Collections.nCopies(needed, 1.0))) {
        made[0]++;
        points.add(
            new DemandPoint(
                source.id() + "." + made[0],
                source.id(),
                source.districtId(),
                county.toLonLat(location),
                part));
      }
      return;
    }
    List<Place> ordered = alongLongerSide(places);
    int cut = cut(ordered, (needed / 2) / (double) needed);
    List<Place> left = ordered.subList(0, cut);
    List<Place> right = ordered.subList(cut, ordered.size());
    int[] parts = LargestRemainder.divide(residents, List.of(weight(left), weight(right)));
    if (parts[0] > 0) {
      divide(source, left, parts[0], made);
    }
    if (parts[1] > 0) {
      divide(source, right, parts[1], made);
    }
  }

  private static List<Place> alongLongerSide(List<Place> places) {
    Coordinate[] locations = places.stream().map(Place::location).toArray(Coordinate[]::new);
    Coordinate[] corners =
        MinimumAreaRectangle.getMinimumRectangle(GEOMETRIES.createMultiPointFromCoords(locations))
            .getCoordinates();
    Coordinate from = corners[0];
    Coordinate to = corners[corners.length > 1 ? 1 : 0];
    if (corners.length > 2 && corners[1].distance(corners[2]) > from.distance(to)) {
      from = corners[1];
      to = corners[2];
    }
    double dx = to.x - from.x;
    double dy = to.y - from.y;
    List<Place> ordered = new ArrayList<>(places);
    ordered.sort(
        Comparator.comparingDouble(
                (Place place) -> place.location().x * dx + place.location().y * dy)
            .thenComparing(Place.ORDER));
    return ordered;
  }

  /** Number of places on the first side, so that its weight is nearest to the share. */
  private static int cut(List<Place> ordered, double share) {
    double target = share * weight(ordered);
    double sum = 0;
    for (int i = 0; i < ordered.size() - 1; i++) {
      double next = sum + ordered.get(i).weight();
      if (next >= target) {
        return Math.max(1, next - target <= target - sum ? i + 1 : i);
      }
      sum = next;
    }
    return ordered.size() - 1;
  }

  private static double weight(List<Place> places) {
    return places.stream().mapToDouble(Place::weight).sum();
  }

  private static Coordinate middle(List<Place> places) {
    double sum = weight(places);
    double x = places.stream().mapToDouble(p -> p.location().x * (p.weight() / sum)).sum();
    double y = places.stream().mapToDouble(p -> p.location().y * (p.weight() / sum)).sum();
    Coordinate centre = new Coordinate(x, y);
    Place middle = places.get(0);
    for (Place place : places) {
      if (place.location().distance(centre) < middle.location().distance(centre)) {
        middle = place;
      }
    }
    return middle.location();
  }

  private static List<Place> places(ResidentialArea area, int needed) {
    if (area.buildingsMapped() && area.houses().size() >= needed) {
      return area.houses().stream()
          .map(house -> new Place(house.location(), house.floorAreaSquareMetres()))
          .toList();
    }
    int wanted = (int) Math.min((long) needed * GRID_PLACES_PER_POINT, MOST_GRID_PLACES);
    double spacing = Math.sqrt(area.shape().getArea() / wanted);
    for (int i = 0; i < GRID_REFINEMENTS; i++) {
      List<Place> grid = grid(area.shape(), spacing);
      if (grid.size() >= needed) {
        return grid;
      }
      spacing /= 2;
    }
    return List.of(new Place(area.shape().getInteriorPoint().getCoordinate(), 1));
  }

  private static List<Place> grid(Geometry shape, double spacing) {
    IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(shape);
    Envelope extent = shape.getEnvelopeInternal();
    List<Place> places = new ArrayList<>();
    for (double y = extent.getMinY() + spacing / 2; y < extent.getMaxY(); y += spacing) {
      for (double x = extent.getMinX() + spacing / 2; x < extent.getMaxX(); x += spacing) {
        Coordinate location = new Coordinate(x, y);
        if (locator.locate(location) == Location.INTERIOR) {
          places.add(new Place(location, 1));
        }
      }
    }
    return places;
  }
}
