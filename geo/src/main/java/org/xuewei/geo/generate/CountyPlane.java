package org.xuewei.geo.generate;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.xuewei.data.model.LonLat;
import org.xuewei.geo.crs.Projection;

/**
 * Puts a county drawn in metres on the map: in a CGCS2000 3-degree zone of Henan, and from there to
 * lon/lat rounded to a centimetre. The county lies on real ground that it has nothing to do with.
 */
final class CountyPlane {
  private static final double FALSE_EASTING = 500_000;
  private static final double SOUTH = 3_520_000;
  private static final int FIRST_ZONE_EPSG = 4546;
  private static final int ZONES = 3;
  private static final int COLUMNS_PER_ZONE = 4;
  private static final double CELL_METRES = 60_000;

  /** The middle zone, then the others, and columns from the middle outwards. */
  private static final int[] ZONE_ORDER = {1, 0, 2};

  private static final double DEGREES = 1e7;

  private final Projection projection;
  private final Coordinate middle;

  private CountyPlane(Projection projection, Coordinate middle) {
    this.projection = projection;
    this.middle = middle;
  }

  /**
   * @param cell counted from 0; 12 cells a row, rows from south to north
   */
  static CountyPlane ofCell(int cell) {
    int zone = ZONE_ORDER[cell % ZONES];
    int column = cell / ZONES % COLUMNS_PER_ZONE;
    int row = cell / (ZONES * COLUMNS_PER_ZONE);
    double x = FALSE_EASTING + (column - (COLUMNS_PER_ZONE - 1) / 2.0) * CELL_METRES;
    return new CountyPlane(
        Projection.metric(FIRST_ZONE_EPSG + zone),
        new Coordinate(x, SOUTH + (row + 0.5) * CELL_METRES));
  }

  int epsg() {
    return projection.epsg();
  }

  LonLat lonLat(Coordinate metres) {
    LonLat exact = projection.toLonLat(new Coordinate(metres.x + middle.x, metres.y + middle.y));
    return new LonLat(rounded(exact.lon()), rounded(exact.lat()));
  }

  /** A copy in lon/lat. */
  Geometry lonLat(Geometry metres) {
    Geometry copy = metres.copy();
    copy.apply(
        new CoordinateSequenceFilter() {
          @Override
          public void filter(CoordinateSequence sequence, int k) {
            LonLat place = lonLat(sequence.getCoordinate(k));
            sequence.setOrdinate(k, CoordinateSequence.X, place.lon());
            sequence.setOrdinate(k, CoordinateSequence.Y, place.lat());
          }

          @Override
          public boolean isDone() {
            return false;
          }

          @Override
          public boolean isGeometryChanged() {
            return true;
          }
        });
    copy.setUserData(null);
    return copy;
  }

  private static double rounded(double degrees) {
    return Math.rint(degrees * DEGREES) / DEGREES;
  }
}
