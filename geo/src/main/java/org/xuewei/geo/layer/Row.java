package org.xuewei.geo.layer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A row of a {@link Table}.
 *
 * @param values one a column, of the column's type
 */
record Row(Table table, @Nullable Geometry geometry, List<Object> values) {
  Row {
    List<Column> columns = table.columns();
    if (values.size() != columns.size() || (geometry != null && !table.hasGeometry())) {
      throw new IllegalArgumentException("not a row of " + table.name());
    }
    for (int k = 0; k < values.size(); k++) {
      if (!columns.get(k).type().holds(values.get(k))) {
        throw new IllegalArgumentException(columns.get(k).name() + " is " + values.get(k));
      }
    }
  }

  String text(String column) {
    return (String) value(column);
  }

  int integer(String column) {
    return (Integer) value(column);
  }

  boolean flag(String column) {
    return (Boolean) value(column);
  }

  double number(String column) {
    return (Double) value(column);
  }

  <E extends Enum<E>> E oneOf(Class<E> type, String column) {
    return Enum.valueOf(type, text(column));
  }

  private Object value(String column) {
    return values.get(table.index(column));
  }
}
