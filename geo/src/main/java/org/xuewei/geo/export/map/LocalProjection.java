package org.xuewei.geo.export.map;

import java.awt.geom.Rectangle2D;
import net.sf.geographiclib.Geodesic;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.xuewei.data.model.LonLat;

/**
 * Lon/lat to sheet units: equirectangular, true to scale at the middle latitude on the WGS 84
 * ellipsoid, so that a county keeps its shape. At 34 degrees north, 150 km from the middle, the
 * scale along the parallel errs by less than 2 %.
 */
final class LocalProjection {
  private static final double SMALLEST_EXTENT_METRES = 500;
  private static final double MOST_LATITUDE = 85;
  private static final double PROBE_DEGREES = 0.001;

  private final Coordinate centre;
  private final double originX;
  private final double originY;
  private final double unitsPerLonDegree;
  private final double unitsPerLatDegree;
  private final double metresPerUnit;

  private LocalProjection(Envelope extent, Rectangle2D frame) {
    centre = extent.centre();
    originX = frame.getCenterX();
    originY = frame.getCenterY();
    double latitude = Math.max(-MOST_LATITUDE, Math.min(MOST_LATITUDE, centre.y));
    double metresPerLonDegree =
        Geodesic.WGS84.Inverse(latitude, 0, latitude, PROBE_DEGREES).s12 / PROBE_DEGREES;
    double metresPerLatDegree =
        Geodesic.WGS84.Inverse(latitude - PROBE_DEGREES / 2, 0, latitude + PROBE_DEGREES / 2, 0).s12
            / PROBE_DEGREES;
    double widthMetres = Math.max(SMALLEST_EXTENT_METRES, extent.getWidth() * metresPerLonDegree);
    double heightMetres = Math.max(SMALLEST_EXTENT_METRES, extent.getHeight() * metresPerLatDegree);
    metresPerUnit = Math.max(widthMetres / frame.getWidth(), heightMetres / frame.getHeight());
    unitsPerLonDegree = metresPerLonDegree / metresPerUnit;
    unitsPerLatDegree = metresPerLatDegree / metresPerUnit;
  }

  /** Centres an extent in a frame, as large as it fits. */
  static LocalProjection fitting(Envelope lonLat, Rectangle2D frame) {
    return new LocalProjection(lonLat, frame);
  }

  /** Metres on the ground for one sheet unit at the centre of the map. */
  double metresPerUnit() {
    return metresPerUnit;
  }

  double x(double lon) {
    return originX + (lon - centre.x) * unitsPerLonDegree;
  }

  double y(double lat) {
    return originY - (lat - centre.y) * unitsPerLatDegree;
  }

  double x(LonLat position) {
    return x(position.lon());
  }

  double y(LonLat position) {
    return y(position.lat());
  }

  /** The box on the sheet of a box in lon/lat. */
  Envelope project(Envelope lonLat) {
    return new Envelope(
        x(lonLat.getMinX()), x(lonLat.getMaxX()), y(lonLat.getMinY()), y(lonLat.getMaxY()));
  }

  /** A copy of a geometry in sheet units. */
  Geometry project(Geometry lonLat) {
    Geometry copy = lonLat.copy();
    copy.apply(
        new CoordinateSequenceFilter() {
          @Override
          public void filter(CoordinateSequence sequence, int i) {
            double lon = sequence.getX(i);
            double lat = sequence.getY(i);
            sequence.setOrdinate(i, CoordinateSequence.X, x(lon));
            sequence.setOrdinate(i, CoordinateSequence.Y, y(lat));
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
    return copy;
  }
}
