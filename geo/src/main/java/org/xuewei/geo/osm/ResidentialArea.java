package org.xuewei.geo.osm;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * A residential area, or the part of it in one district.
 *
 * @param id of its demand source
 * @param district index of the district
 * @param shape in metres; no two areas overlap
 * @param houses the buildings that people live in, as far as they are mapped
 */
record ResidentialArea(String id, String name, int district, Geometry shape, List<House> houses) {
  /**
   * Where mapped buildings cover less of a residential area than this, most buildings are missing
   * on the map, and what is there says nothing about the people. Loosely built villages cover 10 %.
   */
  private static final double MAPPED_COVERAGE = 0.05;

  boolean buildingsMapped() {
    double covered = houses.stream().mapToDouble(House::footprintSquareMetres).sum();
    return covered >= MAPPED_COVERAGE * shape.getArea();
  }

  double mappedFloorAreaSquareMetres() {
    return houses.stream().mapToDouble(House::floorAreaSquareMetres).sum();
  }
}
