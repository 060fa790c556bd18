package org.xuewei.geo.layer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.sqlite.SQLiteConfig;
import org.xuewei.data.model.InputException;

/**
 * Reads tables that {@link GeoPackageWriter} wrote. A table is read only when its definition is
 * exactly ours, so that no view, virtual table or computed column of a foreign file runs. Every
 * refusal is an {@link InputException} that names the file.
 */
final class GeoPackageReader implements AutoCloseable {
  private static final int APPLICATION_ID = 0x47504B47;
  private static final String LARGEST_VALUE_BYTES = String.valueOf(64 << 20);

  private final Connection connection;
  private final Path file;

  private GeoPackageReader(Connection connection, Path file) {
    this.connection = connection;
    this.file = file;
  }

  static GeoPackageReader open(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new InputException(file + ": no such file; expected the dataset's GeoPackage");
    }
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setPragma(SQLiteConfig.Pragma.LIMIT_LENGTH, LARGEST_VALUE_BYTES);
    try {
      GeoPackageReader reader =
          new GeoPackageReader(config.createConnection("jdbc:sqlite:" + file.toUri()), file);
      try {
        reader.check();
        return reader;
      } catch (SQLException | RuntimeException e) {
        reader.close();
        throw e;
      }
    } catch (SQLException e) {
      throw damaged(file, e);
    }
  }

  private void check() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      try (ResultSet id = statement.executeQuery("PRAGMA application_id")) {
        if (id.getInt(1) != APPLICATION_ID) {
          throw new InputException(file + ": is another database; expected a GeoPackage");
        }
      }
      try (ResultSet check = statement.executeQuery("PRAGMA quick_check(1)")) {
        if (!"ok".equals(check.getString(1))) {
          throw damaged(file, new SQLException(check.getString(1)));
        }
      }
    }
  }

  /**
   * @param expectedRows no more rows than one above this are read
   */
  List<Row> read(Table table, int expectedRows) {
    try {
      checkDefinition(table);
      List<Row> rows = new ArrayList<>();
      try (PreparedStatement select = connection.prepareStatement(table.selectStatement())) {
        select.setLong(1, expectedRows + 1L);
        try (ResultSet result = select.executeQuery()) {
          while (result.next()) {
            rows.add(row(table, result, rows.size() + 1));
          }
        }
      }
      return rows;
    } catch (SQLException e) {
      throw damaged(file, e);
    }
  }

  private void checkDefinition(Table table) throws SQLException {
    String query = "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?";
    try (PreparedStatement select = connection.prepareStatement(query)) {
      select.setString(1, table.name());
      try (ResultSet result = select.executeQuery()) {
        if (!result.next()) {
          throw new InputException(file + ": has no table " + table.name() + "; expected one");
        }
        if (!table.createStatement().equals(result.getString(1))) {
          throw new InputException(
              file
                  + ", table "
                  + table.name()
                  + ": has other columns; expected "
                  + table.createStatement());
        }
      }
    }
  }

  private Row row(Table table, ResultSet result, int rowNumber) throws SQLException {
    try {
      byte @Nullable [] blob = result.getBytes(1);
      Geometry geometry = blob == null ? null : GeometryBlob.read(blob);
      List<Object> values = new ArrayList<>(table.columns().size());
      for (int k = 0; k < table.columns().size(); k++) {
        values.add(value(table.columns().get(k), result.getObject(k + 2)));
      }
      return new Row(table, geometry, List.copyOf(values));
    } catch (IllegalArgumentException e) {
      throw new InputException(
          file + ", table " + table.name() + ", row " + rowNumber + ": " + e.getMessage(), e);
    }
  }

  private static Object value(Column column, @Nullable Object stored) {
    if (stored == null) {
      throw new IllegalArgumentException(column.name() + " is empty; expected a value");
    }
    if (column.type() == Column.Type.BOOLEAN && stored instanceof Integer flag && flag >> 1 == 0) {
      return flag == 1;
    }
    if (!column.type().holds(stored)) {
      throw new IllegalArgumentException(
          column.name() + " is " + stored + "; expected " + column.type());
    }
    return stored;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw damaged(file, e);
    }
  }

  private static InputException damaged(Path file, SQLException cause) {
    return new InputException(
        file + ": is damaged (" + cause.getMessage() + "); expected a GeoPackage", cause);
  }
}
