package org.xuewei.geo.catchment;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.util.AffineTransformation;

/**
 * The equirectangular plane around the centre of an area, in metres. The map from lon/lat is
 * affine, so a straight line stays straight in both and nothing changes sides. Distances are right
 * to about 1 % within 0.5 degrees of latitude.
 */
final class LocalPlane {
  /** Of the mean sphere with radius 6,371,008.8 m. */
  private static final double METRES_PER_DEGREE = 111_195.08;

  private LocalPlane() {}

  /** The map from lon/lat to the plane around the centre of an extent, which may be empty. */
  static AffineTransformation around(Envelope lonLat) {
    Coordinate centre = lonLat.isNull() ? new Coordinate() : lonLat.centre();
    return AffineTransformation.translationInstance(-centre.x, -centre.y)
        .scale(METRES_PER_DEGREE * Math.cos(Math.toRadians(centre.y)), METRES_PER_DEGREE);
  }

  static Coordinate map(AffineTransformation transformation, Coordinate coordinate) {
    return transformation.transform(coordinate, new Coordinate());
  }
}
