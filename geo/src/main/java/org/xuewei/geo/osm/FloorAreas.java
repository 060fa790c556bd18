package org.xuewei.geo.osm;

import java.util.List;
import java.util.function.Predicate;

/**
 * Residential floor area of every residential area, square metres: as mapped where its buildings
 * are mapped, else its own area x the mean floor-area ratio of the mapped areas of the district, or
 * of the county where less than half of the district's residential ground is mapped.
 */
final class FloorAreas {
  /** Taken when no building of the county is mapped; only proportions matter then. */
  private static final double RATIO_WITHOUT_BUILDINGS = 1;

  private static final double MAPPED_SHARE = 0.5;

  private final List<ResidentialArea> areas;
  private final double[] squareMetres;

  FloorAreas(List<ResidentialArea> areas, int districts) {
    this.areas = areas;
    this.squareMetres = new double[areas.size()];
    double county = ratio(area -> true, 0, RATIO_WITHOUT_BUILDINGS);
    double[] ratios = new double[districts];
    for (int d = 0; d < districts; d++) {
      int district = d;
      ratios[d] = ratio(area -> area.district() == district, MAPPED_SHARE, county);
    }
    for (int i = 0; i < squareMetres.length; i++) {
      ResidentialArea area = areas.get(i);
      squareMetres[i] =
          area.buildingsMapped()
              ? area.mappedFloorAreaSquareMetres()
              : area.shape().getArea() * ratios[area.district()];
    }
  }

  private double ratio(Predicate<ResidentialArea> condition, double leastShare, double otherwise) {
    double floor = 0;
    double mappedGround = 0;
    double ground = 0;
    for (ResidentialArea area : areas) {
      if (condition.test(area)) {
        ground += area.shape().getArea();
        if (area.buildingsMapped()) {
          floor += area.mappedFloorAreaSquareMetres();
          mappedGround += area.shape().getArea();
        }
      }
    }
    return mappedGround > leastShare * ground ? floor / mappedGround : otherwise;
  }

  double squareMetres(int area) {
    return squareMetres[area];
  }

  double ofDistrict(int district) {
    double sum = 0;
    for (int i = 0; i < squareMetres.length; i++) {
      sum += areas.get(i).district() == district ? squareMetres[i] : 0;
    }
    return sum;
  }
}
