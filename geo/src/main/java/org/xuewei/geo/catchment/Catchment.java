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
 * @param compactness 4 pi area / perimeter squared, measured in the same CRS: 1 for a circle, pi /
 *     4 for a square, towards 0 for what is long or ragged (Polsby and Popper 1991)
 * @param pointIds demand points assigned to the school, in the order of their ids
 */
public record Catchment(
    String schoolId,
    MultiPolygon lonLat,
    double areaSquareMetres,
    double compactness,
    List<String> pointIds) {
  public Catchment {
    Objects.requireNonNull(lonLat, "lonLat");
    pointIds = List.copyOf(pointIds);
  }
}
