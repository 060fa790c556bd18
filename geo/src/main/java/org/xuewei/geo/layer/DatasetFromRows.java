package org.xuewei.geo.layer;

import static org.xuewei.geo.layer.DatasetTables.CANDIDATES;
import static org.xuewei.geo.layer.DatasetTables.DEMAND_POINTS;
import static org.xuewei.geo.layer.DatasetTables.DEMAND_SOURCES;
import static org.xuewei.geo.layer.DatasetTables.DISTRICTS;
import static org.xuewei.geo.layer.DatasetTables.ISSUES;
import static org.xuewei.geo.layer.DatasetTables.ROADS;
import static org.xuewei.geo.layer.DatasetTables.SCHOOLS;
import static org.xuewei.geo.layer.DatasetTables.WATER;

import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.xuewei.data.model.CandidateSite;
import org.xuewei.data.model.CandidateSite.Screen;
import org.xuewei.data.model.DataIssue;
import org.xuewei.data.model.DemandPoint;
import org.xuewei.data.model.DemandSource;
import org.xuewei.data.model.District;
import org.xuewei.data.model.InputException;
import org.xuewei.data.model.LonLat;
import org.xuewei.data.model.School;
import org.xuewei.data.model.SchoolUnit;
import org.xuewei.data.model.Settlement;
import org.xuewei.data.model.Stage;
import org.xuewei.data.model.region.Dataset;
import org.xuewei.data.model.region.Road;
import org.xuewei.data.model.region.Shapes;

/** A dataset from the rows of its tables, the inverse of {@link DatasetRows}. */
final class DatasetFromRows {
  private static final TypeReference<List<Stage>> STAGES = new TypeReference<>() {};
  private static final TypeReference<List<SchoolUnit>> UNITS = new TypeReference<>() {};
  private static final TypeReference<List<Screen>> SCREENS = new TypeReference<>() {};

  private final Map<Table, List<Row>> tables;
  private final Path file;

  /**
   * @param tables rows of every table
   * @param file named in messages
   */
  DatasetFromRows(Map<Table, List<Row>> tables, Path file) {
    this.tables = tables;
    this.file = file;
  }

  Dataset dataset(Dataset.Header header) {
    return new Dataset(
        header,
        list(DISTRICTS, DatasetFromRows::district),
        list(DEMAND_SOURCES, DatasetFromRows::demandSource),
        list(DEMAND_POINTS, DatasetFromRows::demandPoint),
        list(SCHOOLS, DatasetFromRows::school),
        list(CANDIDATES, DatasetFromRows::candidate),
        new Shapes(
            shapes(DISTRICTS),
            shapes(DEMAND_SOURCES),
            sites(SCHOOLS),
            sites(CANDIDATES),
            list(ROADS, DatasetFromRows::road),
            list(WATER, row -> geometry(row, Geometry.class))));
  }

  List<DataIssue> issues() {
    return list(ISSUES, DatasetFromRows::issue);
  }

  private static District district(Row row) {
    return new District(
        row.text("id"),
        row.text("name"),
        row.oneOf(Settlement.class, "settlement"),
        row.integer("residents"),
        row.flag("residents_estimated"));
  }

  private static DemandSource demandSource(Row row) {
    return new DemandSource(
        row.text("id"),
        row.text("name"),
        row.oneOf(DemandSource.Kind.class, "kind"),
        row.text("district_id"),
        row.integer("residents"),
        row.flag("residents_estimated"));
  }

  private static DemandPoint demandPoint(Row row) {
    Point point = geometry(row, Point.class);
    return new DemandPoint(
        row.text("id"),
        row.text("source_id"),
        row.text("district_id"),
        new LonLat(point.getX(), point.getY()),
        row.integer("residents"));
  }

  private static School school(Row row) {
    return new School(
        row.text("id"),
        row.text("name"),
        row.text("district_id"),
        gate(row),
        row.integer("site_area_square_metres"),
        new HashSet<>(JsonColumn.read(row.text("stages"), STAGES)),
        JsonColumn.read(row.text("units"), UNITS));
  }

  private static CandidateSite candidate(Row row) {
    return new CandidateSite(
        row.text("id"),
        row.text("district_id"),
        gate(row),
        row.integer("area_square_metres"),
        row.text("land_use"),
        row.flag("land_use_to_confirm"),
        JsonColumn.read(row.text("screens"), SCREENS));
  }

  private static Road road(Row row) {
    return new Road(
        row.text("id"), row.text("name"), row.text("road_class"), geometry(row, LineString.class));
  }

  private static DataIssue issue(Row row) {
    return new DataIssue(
        row.oneOf(DataIssue.Severity.class, "severity"),
        row.text("code"),
        row.text("layer"),
        row.text("feature_id"),
        row.text("message"));
  }

  private static LonLat gate(Row row) {
    return new LonLat(row.number("gate_lon"), row.number("gate_lat"));
  }

  private static <G extends Geometry> G geometry(Row row, Class<G> type) {
    Geometry geometry = row.geometry();
    if (!type.isInstance(geometry) || geometry.isEmpty()) {
      throw new IllegalArgumentException("geom is no " + type.getSimpleName());
    }
    return type.cast(geometry);
  }

  private Map<String, Geometry> shapes(Table table) {
    Map<String, Geometry> shapes = new HashMap<>();
    for (Row row : rows(table)) {
      Geometry shape = row.geometry();
      if (shape != null) {
        shapes.put(row.text("id"), shape);
      }
    }
    return shapes;
  }

  /** Shapes of sites; a point is only the gate. */
  private Map<String, Geometry> sites(Table table) {
    Map<String, Geometry> shapes = shapes(table);
    shapes.values().removeIf(Point.class::isInstance);
    return shapes;
  }

  private <T> List<T> list(Table table, Function<Row, T> reader) {
    List<Row> rows = rows(table);
    List<T> items = new ArrayList<>(rows.size());
    for (Row row : rows) {
      try {
        items.add(reader.apply(row));
      } catch (IllegalArgumentException e) {
        throw new InputException(
            file
                + ", table "
                + table.name()
                + ", row "
                + (items.size() + 1)
                + ": "
                + e.getMessage()
                + "; expected what an import writes",
            e);
      }
    }
    return items;
  }

  private List<Row> rows(Table table) {
    return tables.getOrDefault(table, List.of());
  }
}
