package org.xuewei.geo.catchment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.xuewei.data.model.DemandPoint;
import org.xuewei.geo.crs.Projection;

/** What every set of catchments must fulfil, checked by other means than those that made it. */
final class CoverageAssert {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private CoverageAssert() {}

  /** Valid, at most 7 decimals, a coverage in lon/lat; in metres valid without overlaps. */
  static void assertWritable(Catchments catchments) {
    List<Geometry> lonLat =
        catchments.list().stream().map(Catchment::lonLat).map(Geometry.class::cast).toList();
    for (Geometry area : lonLat) {
      assertThat(new IsValidOp(area).getValidationError()).isNull();
      for (Coordinate c : area.getCoordinates()) {
        assertThat(c.x).isEqualTo(Math.round(c.x * 1e7) / 1e7);
        assertThat(c.y).isEqualTo(Math.round(c.y * 1e7) / 1e7);
      }
    }
    Geometry[] written = lonLat.toArray(new Geometry[0]);
    assertThat(CoverageValidator.hasInvalidResult(CoverageValidator.validate(written))).isFalse();

    Projection projection = Projection.metric(SmallWorld.EPSG);
    List<Geometry> metric = lonLat.stream().map(projection::toMetric).toList();
    double overlaps = 0;
    for (int i = 0; i < metric.size(); i++) {
      assertThat(new IsValidOp(metric.get(i)).getValidationError()).isNull();
      for (int j = 0; j < i; j++) {
        if (metric.get(i).getEnvelopeInternal().intersects(metric.get(j).getEnvelopeInternal())) {
          overlaps +=
              OverlayNGRobust.overlay(metric.get(i), metric.get(j), OverlayNG.INTERSECTION)
                  .getArea();
        }
      }
    }
    assertThat(overlaps).isLessThanOrEqualTo(1);
  }

  /** Every assigned point, as written with 7 decimals, lies in its school's catchment. */
  static void assertCovers(
      Catchments catchments, List<DemandPoint> points, Map<String, String> schoolOfPoint) {
    for (DemandPoint point : points) {
      String school = schoolOfPoint.get(point.id());
      if (school != null) {
        Coordinate place =
            new Coordinate(
                Math.round(point.location().lon() * 1e7) / 1e7,
                Math.round(point.location().lat() * 1e7) / 1e7);
        assertThat(catchments.list())
            .as(point + " in " + school)
            .anyMatch(
                catchment ->
                    catchment.schoolId().equals(school)
                        && catchment.pointIds().contains(point.id())
                        && catchment.lonLat().covers(FACTORY.createPoint(place)));
      }
    }
  }

  /** The catchments fill the region, but for a seam of half a grid step. */
  static void assertWhole(Catchments catchments, Geometry region) {
    Projection projection = Projection.metric(SmallWorld.EPSG);
    Geometry metric = projection.toMetric(region);
    double sum = catchments.list().stream().mapToDouble(Catchment::areaSquareMetres).sum();
    assertThat(sum).isCloseTo(metric.getArea(), within(metric.getLength() * 0.01 + 0.01));
  }
}
