package org.xuewei.geo.osm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Point;
import org.xuewei.data.model.DataIssues;

/** Residential areas without overlaps, cut along the districts, with the houses in them. */
final class ResidentialAreas {
  private static final String LAYER = Layer.RESIDENTIAL.label();
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  /** A smaller piece beyond a boundary is inaccurate drawing, not a place where people live. */
  private static final double SLIVER_SQUARE_METRES = 500;

  /** Around houses of a district that has no residential area on the map. */
  private static final double GARDEN_METRES = 30;

  private final County county;
  private final DataIssues issues;
  private final Nearby<House> houses;
  private final List<ResidentialArea> areas = new ArrayList<>();

  private ResidentialAreas(County county, List<House> houses, DataIssues issues) {
    this.county = county;
    this.issues = issues;
    this.houses = new Nearby<>(houses, ResidentialAreas::point);
  }

  /**
   * @param mapped residential areas as mapped, inside the county
   * @return in the order of their ids; at least one for every district
   */
  static List<ResidentialArea> of(
      List<Area> mapped, List<House> houses, County county, DataIssues issues) {
    ResidentialAreas result = new ResidentialAreas(county, houses, issues);
    result.withoutOverlaps(mapped).forEach(result::divideByDistricts);
    result.addDistrictsWithoutArea();
    result.areas.sort(Comparator.comparing(ResidentialArea::id));
    return List.copyOf(result.areas);
  }

  /** Where areas overlap, the smaller one keeps the ground: an estate within a quarter. */
  private List<Area> withoutOverlaps(List<Area> mapped) {
    List<Area> smallestFirst = new ArrayList<>(mapped);
    smallestFirst.sort(
        Comparator.comparingDouble((Area area) -> area.shape().getArea()).thenComparing(Area::id));
    Nearby<Area> index = new Nearby<>(smallestFirst, Area::shape);
    List<Area> result = new ArrayList<>();
    for (Area area : smallestFirst) {
      List<Geometry> smaller = new ArrayList<>();
      for (Area other : index.list(area.shape().getEnvelopeInternal())) {
        if (other == area) {
          break;
        }
        smaller.add(other.shape());
      }
      Geometry rest =
          smaller.isEmpty()
              ? area.shape()
              : Polygons.difference(area.shape(), Polygons.union(smaller));
      double lost = area.shape().getArea() - rest.getArea();
      if (lost > 1) {
        issues.info(
            "residential-overlap",
            LAYER,
            area.id().toString(),
            Math.round(lost) + " m2 belong to smaller residential areas and are counted once");
      }
      if (rest.getArea() >= SLIVER_SQUARE_METRES || lost <= 1) {
        result.add(area.withShape(rest));
      }
    }
    return result;
  }

  private void divideByDistricts(Area area) {
    List<Integer> districts = new ArrayList<>();
    List<Geometry> pieces = new ArrayList<>();
    Geometry rest = area.shape();
    for (int d = 0; d < county.boundaries().size() && !rest.isEmpty(); d++) {
      Geometry district = county.boundaries().get(d).shape();
      if (!rest.getEnvelopeInternal().intersects(district.getEnvelopeInternal())) {
        continue;
      }
      Geometry piece = Polygons.intersection(rest, district);
      if (piece.getArea() > 0) {
        districts.add(d);
        pieces.add(piece);
        rest = Polygons.difference(rest, district);
      }
    }
    double largest = pieces.stream().mapToDouble(Geometry::getArea).max().orElse(0);
    double least = Math.min(largest, SLIVER_SQUARE_METRES);
    boolean divided = pieces.stream().filter(piece -> piece.getArea() >= least).count() > 1;
    for (int i = 0; i < pieces.size(); i++) {
      if (pieces.get(i).getArea() >= least) {
        County.Boundary boundary = county.boundaries().get(districts.get(i));
        String id = "area-" + area.id().brief();
        add(
            divided ? id + "-" + boundary.relation().id().brief() : id,
            area.name(),
            districts.get(i),
            pieces.get(i));
      }
    }
    if (divided) {
      issues.info("divided-by-districts", LAYER, area.id().toString(), "lies in several districts");
    }
  }

  private void add(String id, String name, int district, Geometry shape) {
    areas.add(new ResidentialArea(id, name, district, shape, housesIn(shape)));
  }

  private List<House> housesIn(Geometry shape) {
    IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(shape);
    return houses.list(shape.getEnvelopeInternal()).stream()
        .filter(house -> locator.locate(house.location()) == Location.INTERIOR)
        .toList();
  }

  private void addDistrictsWithoutArea() {
    for (int d = 0; d < county.boundaries().size(); d++) {
      int district = d;
      if (areas.stream().noneMatch(area -> area.district() == district)) {
        County.Boundary boundary = county.boundaries().get(d);
        Optional<Geometry> builtUp = builtUp(boundary.shape());
        add(
            "area-" + boundary.relation().id().brief(),
            boundary.name(),
            district,
            builtUp.orElse(boundary.shape()));
        issues.warn(
            "district-without-residential-area",
            County.LAYER,
            boundary.relation().id().toString(),
            builtUp.isPresent()
                ? "the surroundings of its houses are taken as residential area"
                : "no houses either: its residents are spread over all of it");
      }
    }
  }

  private Optional<Geometry> builtUp(Geometry district) {
    List<Geometry> gardens =
        housesIn(district).stream().map(house -> point(house).buffer(GARDEN_METRES)).toList();
    return gardens.isEmpty()
        ? Optional.empty()
        : Optional.of(Polygons.intersection(Polygons.union(gardens), district));
  }

  private static Point point(House house) {
    return GEOMETRIES.createPoint(house.location());
  }
}
