package org.xuewei.geo.layer;

import static org.xuewei.geo.layer.Column.flag;
import static org.xuewei.geo.layer.Column.integer;
import static org.xuewei.geo.layer.Column.number;
import static org.xuewei.geo.layer.Column.text;

import java.util.List;

/** The tables of a dataset's GeoPackage, schema version {@link Manifest#SCHEMA_VERSION}. */
final class DatasetTables {
  static final Table DISTRICTS =
      Table.ofFeatures(
          "districts",
          "GEOMETRY",
          text("id"),
          text("name"),
          text("settlement"),
          integer("residents"),
          flag("residents_estimated"));

  static final Table DEMAND_SOURCES =
      Table.ofFeatures(
          "demand_sources",
          "GEOMETRY",
          text("id"),
          text("name"),
          text("kind"),
          text("district_id"),
          integer("residents"),
          flag("residents_estimated"));

  static final Table DEMAND_POINTS =
      Table.ofFeatures(
          "demand_points",
          "POINT",
          text("id"),
          text("source_id"),
          text("district_id"),
          integer("residents"));

  /** A school or candidate known only by its gate has the gate as its geometry. */
  static final Table SCHOOLS =
      Table.ofFeatures(
          "schools",
          "GEOMETRY",
          text("id"),
          text("name"),
          text("district_id"),
          number("gate_lon"),
          number("gate_lat"),
          integer("site_area_square_metres"),
          text("stages"),
          text("units"));

  static final Table CANDIDATES =
      Table.ofFeatures(
          "candidates",
          "GEOMETRY",
          text("id"),
          text("district_id"),
          number("gate_lon"),
          number("gate_lat"),
          integer("area_square_metres"),
          text("land_use"),
          flag("land_use_to_confirm"),
          text("screens"));

  static final Table ROADS =
      Table.ofFeatures("roads", "LINESTRING", text("id"), text("name"), text("road_class"));

  static final Table WATER = Table.ofFeatures("water", "GEOMETRY");

  static final Table ISSUES =
      Table.ofAttributes(
          "issues",
          text("severity"),
          text("code"),
          text("layer"),
          text("feature_id"),
          text("message"));

  static final List<Table> ALL =
      List.of(DISTRICTS, DEMAND_SOURCES, DEMAND_POINTS, SCHOOLS, CANDIDATES, ROADS, WATER, ISSUES);

  private DatasetTables() {}
}
