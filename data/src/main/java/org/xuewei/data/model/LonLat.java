package org.xuewei.data.model;

/** A WGS 84 position in degrees, longitude first. Longitude -180..180, latitude -90..90. */
public record LonLat(double lon, double lat) {
  public LonLat {
    if (!(Math.abs(lon) <= 180) || !(Math.abs(lat) <= 90)) {
      throw new IllegalArgumentException("not a position in degrees: lon " + lon + ", lat " + lat);
    }
  }
}
