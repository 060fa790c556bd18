package org.xuewei.geo.layer;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.xuewei.data.model.InputException;

/**
 * Writes tables into a new GeoPackage 1.3 (OGC 12-128r18), all in EPSG:4326. Equal tables in equal
 * order give equal bytes. {@link #finish} keeps the file; without it nothing is kept.
 */
final class GeoPackageWriter implements AutoCloseable {
  private static final String WGS_84 =
      "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563,"
          + "AUTHORITY[\"EPSG\",\"7030\"]],AUTHORITY[\"EPSG\",\"6326\"]],"
          + "PRIMEM[\"Greenwich\",0,AUTHORITY[\"EPSG\",\"8901\"]],"
          + "UNIT[\"degree\",0.0174532925199433,AUTHORITY[\"EPSG\",\"9122\"]],"
          + "AUTHORITY[\"EPSG\",\"4326\"]]";

  private static final List<String> EMPTY_GEOPACKAGE =
      List.of(
          "PRAGMA application_id = 0x47504B47",
          "PRAGMA user_version = 10300",
          "CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY,"
              + " organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL,"
              + " definition TEXT NOT NULL, description TEXT)",
          "CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY,"
              + " data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',"
              + " last_change DATETIME NOT NULL, min_x DOUBLE, min_y DOUBLE, max_x DOUBLE,"
              + " max_y DOUBLE, srs_id INTEGER, CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id)"
              + " REFERENCES gpkg_spatial_ref_sys(srs_id))",
          "CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL,"
              + " geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL,"
              + " m TINYINT NOT NULL, CONSTRAINT pk_geom_cols PRIMARY KEY (table_name,"
              + " column_name), CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES"
              + " gpkg_contents(table_name), CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES"
              + " gpkg_spatial_ref_sys (srs_id))",
          "INSERT INTO gpkg_spatial_ref_sys VALUES"
              + " ('Undefined cartesian SRS', -1, 'NONE', -1, 'undefined', NULL),"
              + " ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', NULL),"
              + (" ('WGS 84', 4326, 'EPSG', 4326, '" + WGS_84 + "', 'longitude, latitude')"));

  private final Connection connection;
  private final Path file;
  private final String lastChange;

  private GeoPackageWriter(Connection connection, Path file, String lastChange) {
    this.connection = connection;
    this.file = file;
    this.lastChange = lastChange;
  }

  /**
   * @param file does not exist yet
   * @param lastChange written as every table's time of change, {@code 2018-08-27T00:00:00.000Z}
   */
  static GeoPackageWriter create(Path file, String lastChange) {
    try {
      Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toUri());
      GeoPackageWriter writer = new GeoPackageWriter(connection, file, lastChange);
      try {
        connection.setAutoCommit(false);
        for (String statement : EMPTY_GEOPACKAGE) {
          writer.execute(statement);
        }
        return writer;
      } catch (SQLException e) {
        writer.close();
        throw e;
      }
    } catch (SQLException e) {
      throw unwritable(file, e);
    }
  }

  void write(Table table, List<Row> rows) {
    try {
      execute(table.createStatement());
      describe(table, rows);
      try (PreparedStatement insert = connection.prepareStatement(table.insertStatement())) {
        for (int k = 0; k < rows.size(); k++) {
          bind(insert, k + 1, rows.get(k));
          insert.addBatch();
        }
        insert.executeBatch();
      }
    } catch (SQLException e) {
      throw unwritable(file, e);
    }
  }

  private void describe(Table table, List<Row> rows) throws SQLException {
    Envelope box = new Envelope();
    for (Row row : rows) {
      Geometry geometry = row.geometry();
      if (geometry != null) {
        box.expandToInclude(geometry.getEnvelopeInternal());
      }
    }
    String insert = "INSERT INTO gpkg_contents VALUES (?, ?, ?, '', ?, ?, ?, ?, ?, ?)";
    try (PreparedStatement contents = connection.prepareStatement(insert)) {
      contents.setString(1, table.name());
      contents.setString(2, table.hasGeometry() ? "features" : "attributes");
      contents.setString(3, table.name());
      contents.setString(4, lastChange);
      if (!box.isNull()) {
        contents.setDouble(5, box.getMinX());
        contents.setDouble(6, box.getMinY());
        contents.setDouble(7, box.getMaxX());
        contents.setDouble(8, box.getMaxY());
      }
      if (table.hasGeometry()) {
        contents.setInt(9, GeometryBlob.SRS_ID);
      }
      contents.executeUpdate();
    }
    if (table.hasGeometry()) {
      String column = "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 0, 0)";
      try (PreparedStatement geometry = connection.prepareStatement(column)) {
        geometry.setString(1, table.name());
        geometry.setString(2, table.geometryType());
        geometry.setInt(3, GeometryBlob.SRS_ID);
        geometry.executeUpdate();
      }
    }
  }

  private static void bind(PreparedStatement insert, int featureId, Row row) throws SQLException {
    int parameter = 1;
    insert.setInt(parameter++, featureId);
    if (row.table().hasGeometry()) {
      Geometry geometry = row.geometry();
      if (geometry == null) {
        insert.setNull(parameter++, Types.BLOB);
      } else {
        insert.setBytes(parameter++, GeometryBlob.of(geometry));
      }
    }
    for (Object value : row.values()) {
      insert.setObject(parameter++, value);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  void finish() {
    try {
      connection.commit();
    } catch (SQLException e) {
      throw unwritable(file, e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw unwritable(file, e);
    }
  }

  private static InputException unwritable(Path file, SQLException cause) {
    return new InputException(file + ": cannot be written (" + cause.getMessage() + ")", cause);
  }
}
