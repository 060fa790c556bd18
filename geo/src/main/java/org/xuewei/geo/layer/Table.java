package org.xuewei.geo.layer;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A table of a GeoPackage: {@code fid}, {@code geom} where it holds features, and its columns.
 *
 * @param geometryType GeoPackage's name of the geometry type; empty for a table without geometry
 */
record Table(String name, String geometryType, List<Column> columns) {
  static Table ofFeatures(String name, String geometryType, Column... columns) {
    return new Table(name, geometryType, List.of(columns));
  }

  static Table ofAttributes(String name, Column... columns) {
    return new Table(name, "", List.of(columns));
  }

  boolean hasGeometry() {
    return !geometryType.isEmpty();
  }

  Row row(@Nullable Geometry geometry, Object... values) {
    return new Row(this, geometry, List.of(values));
  }

  int index(String column) {
    for (int k = 0; k < columns.size(); k++) {
      if (columns.get(k).name().equals(column)) {
        return k;
      }
    }
    throw new IllegalArgumentException(name + " has no column " + column);
  }

  String createStatement() {
    return "CREATE TABLE "
        + name
        + " (fid INTEGER PRIMARY KEY NOT NULL"
        + (hasGeometry() ? ", geom " + geometryType : "")
        + columns.stream()
            .map(column -> ", " + column.name() + " " + column.type() + " NOT NULL")
            .collect(Collectors.joining())
        + ")";
  }

  String insertStatement() {
    return "INSERT INTO "
        + name
        + " VALUES (?"
        + ", ?".repeat(columns.size() + (hasGeometry() ? 1 : 0))
        + ")";
  }

  /** Reads the geometry, NULL where the table has none, and then the columns. */
  String selectStatement() {
    return "SELECT "
        + (hasGeometry() ? "geom" : "NULL")
        + columns.stream().map(column -> ", " + column.name()).collect(Collectors.joining())
        + " FROM "
        + name
        + " ORDER BY fid LIMIT ?";
  }
}
