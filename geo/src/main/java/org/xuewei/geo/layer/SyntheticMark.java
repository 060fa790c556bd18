package org.xuewei.geo.layer;

import java.util.ArrayList;
import java.util.List;
import org.xuewei.data.model.InputException;

/**
 * The last column of every table of a made-up dataset but the list of issues: {@code synthetic},
 * always true, so that a feature taken out of its file still says what it is.
 */
final class SyntheticMark {
  private static final Column COLUMN = Column.flag("synthetic");

  private SyntheticMark() {}

  /** The table with the column. */
  static Table on(Table table) {
    if (table.equals(DatasetTables.ISSUES)) {
      return table;
    }
    List<Column> columns = new ArrayList<>(table.columns());
    columns.add(COLUMN);
    return new Table(table.name(), table.geometryType(), columns);
  }

  /** The rows with the mark. */
  static List<Row> on(List<Row> rows) {
    return rows.stream().map(SyntheticMark::on).toList();
  }

  private static Row on(Row row) {
    Table marked = on(row.table());
    if (marked.equals(row.table())) {
      return row;
    }
    List<Object> values = new ArrayList<>(row.values());
    values.add(true);
    return new Row(marked, row.geometry(), List.copyOf(values));
  }

  /**
   * Rows of a marked table as rows of the table without the mark.
   *
   * @param file named in the message
   * @throws InputException if a row denies that it is synthetic
   */
  static List<Row> off(Table table, List<Row> rows, Object file) {
    if (on(table).equals(table)) {
      return rows;
    }
    List<Row> plain = new ArrayList<>(rows.size());
    for (Row row : rows) {
      if (!row.flag(COLUMN.name())) {
        throw new InputException(
            file
                + ", table "
                + table.name()
                + ", row "
                + (plain.size() + 1)
                + ": synthetic is false; expected true, as the manifest says");
      }
      List<Object> values = row.values().subList(0, table.columns().size());
      plain.add(new Row(table, row.geometry(), List.copyOf(values)));
    }
    return plain;
  }
}
