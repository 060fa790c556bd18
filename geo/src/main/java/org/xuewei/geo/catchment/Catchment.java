package org.xuewei.geo.catchment;

import java.util.List;
import java.util.Objects;
import org.locationtech.jts.geom.MultiPolygon;

/**
 * The area whose pupils go to one school.
 *
 * @param schoolId id of a school or of a candidate site
 * @param lonLat valid, not empty, on the grid of 7 decimals; treat as frozen
 * @param areaSquareMetres area in the dataset's metric CRS
 * @param pointIds demand points assigned to the school, in the order of their ids
 */
public record Catchment(
    String schoolId, MultiPolygon lonLat, double areaSquareMetres, List<String> pointIds) {
  public Catchment {
    Objects.requireNonNull(lonLat, "lonLat");
    pointIds = List.copyOf(pointIds);
  }
}
