package org.xuewei.geo.crs;

import javax.measure.Unit;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.geometry.jts.JTS;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.xuewei.data.model.InputException;
import org.xuewei.data.model.LonLat;
import si.uom.SI;

/**
 * Converts between lon/lat (WGS 84, degrees) and one projected CRS in metres, x = easting, y =
 * northing whatever the axis order of the CRS. CGCS2000 is taken as equal to WGS 84 (the datums
 * differ by less than the survey error of any input). Thread-safe.
 */
public final class Projection {
  private static final double CHINA_SOUTH = 18;
  private static final double CHINA_NORTH = 50;
  private static final double CGCS2000_WEST = 109.5;
  private static final double CGCS2000_EAST = 118.5;
  private static final int CGCS2000_FIRST_ZONE = 4546;

  private final int epsg;
  private final MathTransform forward;
  private final MathTransform backward;

  private Projection(int epsg, MathTransform forward, MathTransform backward) {
    this.epsg = epsg;
    this.forward = forward;
    this.backward = backward;
  }

  /**
   * The projection of an EPSG number.
   *
   * @throws InputException when the number is unknown or not a projected CRS in metres
   */
  public static Projection metric(int epsg) {
    try {
      CoordinateReferenceSystem crs = CRS.decode("EPSG:" + epsg, true);
      Unit<?> unit = crs.getCoordinateSystem().getAxis(0).getUnit();
      if (!(crs instanceof ProjectedCRS) || !SI.METRE.equals(unit)) {
        throw new InputException(
            "EPSG:" + epsg + " is \"" + crs.getName().getCode() + "\"; expected a CRS in metres");
      }
      CoordinateReferenceSystem lonLat = DefaultGeographicCRS.WGS84;
      return new Projection(
          epsg, CRS.findMathTransform(lonLat, crs, true), CRS.findMathTransform(crs, lonLat, true));
    } catch (FactoryException e) {
      throw new InputException(
          "EPSG:" + epsg + " is not a known CRS; expected a projected CRS such as 4547", e);
    }
  }

  /**
   * The EPSG number of a fitting CRS: a CGCS2000 3-degree zone (4546, 4547, 4548 with central
   * meridians 111, 114, 117 E) between 109.5 and 118.5 E in China's latitudes, elsewhere the UTM
   * zone on WGS 84.
   */
  public static int metricEpsgFor(LonLat centre) {
    double lon = centre.lon();
    double lat = centre.lat();
    if (lon >= CGCS2000_WEST && lon < CGCS2000_EAST && lat >= CHINA_SOUTH && lat <= CHINA_NORTH) {
      return CGCS2000_FIRST_ZONE + (int) ((lon - CGCS2000_WEST) / 3);
    }
    int zone = Math.min(60, 1 + (int) ((lon + 180) / 6));
    return (lat < 0 ? 32700 : 32600) + zone;
  }

  public int epsg() {
    return epsg;
  }

  /** A copy in metres. */
  public Geometry toMetric(Geometry lonLat) {
    return transform(lonLat, forward);
  }

  /** Easting and northing in metres. */
  public Coordinate toMetric(LonLat position) {
    return transform(new Coordinate(position.lon(), position.lat()), forward);
  }

  /** A copy in lon/lat degrees. */
  public Geometry toLonLat(Geometry metric) {
    return transform(metric, backward);
  }

  public LonLat toLonLat(Coordinate metric) {
    Coordinate degrees = transform(metric, backward);
    return new LonLat(degrees.x, degrees.y);
  }

  private Geometry transform(Geometry geometry, MathTransform transform) {
    try {
      return JTS.transform(geometry, transform);
    } catch (TransformException e) {
      throw outside(geometry.getCoordinate(), e);
    }
  }

  private Coordinate transform(Coordinate coordinate, MathTransform transform) {
    try {
      return JTS.transform(coordinate, new Coordinate(), transform);
    } catch (TransformException e) {
      throw outside(coordinate, e);
    }
  }

  private InputException outside(Coordinate coordinate, TransformException cause) {
    return new InputException(
        "the coordinates near "
            + coordinate.x
            + ", "
            + coordinate.y
            + " cannot be converted with EPSG:"
            + epsg
            + "; expected a place in the area of that CRS",
        cause);
  }
}
