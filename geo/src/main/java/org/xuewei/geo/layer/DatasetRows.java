package org.xuewei.geo.layer;

import static org.xuewei.geo.layer.DatasetTables.CANDIDATES;
import static org.xuewei.geo.layer.DatasetTables.DEMAND_POINTS;
import static org.xuewei.geo.layer.DatasetTables.DEMAND_SOURCES;
import static org.xuewei.geo.layer.DatasetTables.DISTRICTS;
import static org.xuewei.geo.layer.DatasetTables.ISSUES;
import static org.xuewei.geo.layer.DatasetTables.ROADS;
import static org.xuewei.geo.layer.DatasetTables.SCHOOLS;
import static org.xuewei.geo.layer.DatasetTables.WATER;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Puntal;
import org.xuewei.data.model.CandidateSite;
import org.xuewei.data.model.DataIssue;
import org.xuewei.data.model.DemandSource;
import org.xuewei.data.model.District;
import org.xuewei.data.model.LonLat;
import org.xuewei.data.model.School;
import org.xuewei.data.model.region.Dataset;
import org.xuewei.data.model.region.Road;
import org.xuewei.data.model.region.Shapes;

/** A dataset as rows of its tables; {@link DatasetFromRows} is the way back. */
final class DatasetRows {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private final Dataset dataset;
  private final Shapes shapes;

  private DatasetRows(Dataset dataset) {
    this.dataset = dataset;
    this.shapes = dataset.shapes();
  }

  /** Rows by table, tables in the order of {@link DatasetTables#ALL}. */
  static Map<Table, List<Row>> of(Dataset dataset, List<DataIssue> issues) {
    DatasetRows rows = new DatasetRows(dataset);
    rows.checkShapes();
    return rows.tables(issues);
  }

  private Map<Table, List<Row>> tables(List<DataIssue> issues) {
    Map<Table, List<Row>> tables = new LinkedHashMap<>();
    tables.put(DISTRICTS, districts());
    tables.put(DEMAND_SOURCES, demandSources());
    tables.put(DEMAND_POINTS, demandPoints());
    tables.put(SCHOOLS, list(dataset.schools(), this::row));
    tables.put(CANDIDATES, list(dataset.candidates(), this::row));
    tables.put(ROADS, list(shapes.roads(), DatasetRows::row));
    tables.put(WATER, list(shapes.water(), WATER::row));
    tables.put(ISSUES, list(issues, DatasetRows::row));
    return tables;
  }

  private List<Row> districts() {
    return list(
        dataset.districts(),
        d ->
            DISTRICTS.row(
                shapes.districts().get(d.id()),
                d.id(),
                d.name(),
                d.settlement().name(),
                d.residents(),
                d.residentsEstimated()));
  }

  private List<Row> demandSources() {
    return list(
        dataset.demandSources(),
        s ->
            DEMAND_SOURCES.row(
                shapes.demandSources().get(s.id()),
                s.id(),
                s.name(),
                s.kind().name(),
                s.districtId(),
                s.residents(),
                s.residentsEstimated()));
  }

  private List<Row> demandPoints() {
    return list(
        dataset.demandPoints(),
        p ->
            DEMAND_POINTS.row(
                point(p.location()), p.id(), p.sourceId(), p.districtId(), p.residents()));
  }

  private Row row(School school) {
    return SCHOOLS.row(
        siteOrGate(shapes.schools().get(school.id()), school.gate()),
        school.id(),
        school.name(),
        school.districtId(),
        school.gate().lon(),
        school.gate().lat(),
        school.siteAreaSquareMetres(),
        JsonColumn.write(school.stages().stream().sorted().toList()),
        JsonColumn.write(school.units()));
  }

  private Row row(CandidateSite candidate) {
    return CANDIDATES.row(
        siteOrGate(shapes.candidates().get(candidate.id()), candidate.gate()),
        candidate.id(),
        candidate.districtId(),
        candidate.gate().lon(),
        candidate.gate().lat(),
        candidate.areaSquareMetres(),
        candidate.landUse(),
        candidate.landUseToConfirm(),
        JsonColumn.write(candidate.screens()));
  }

  private static Row row(Road road) {
    return ROADS.row(road.line(), road.id(), road.name(), road.roadClass());
  }

  private static Row row(DataIssue issue) {
    return ISSUES.row(
        null,
        issue.severity().name(),
        issue.code(),
        issue.layer(),
        issue.featureId(),
        issue.message());
  }

  /** Every shape belongs to a feature, and a site's shape is not a point, which means a gate. */
  private void checkShapes() {
    checkOwners(shapes.districts(), list(dataset.districts(), District::id));
    checkOwners(shapes.demandSources(), list(dataset.demandSources(), DemandSource::id));
    checkOwners(shapes.schools(), list(dataset.schools(), School::id));
    checkOwners(shapes.candidates(), list(dataset.candidates(), CandidateSite::id));
    checkNoPoint(shapes.schools());
    checkNoPoint(shapes.candidates());
  }

  private static void checkOwners(Map<String, Geometry> shapes, List<String> ids) {
    Set<String> ownerless = new HashSet<>(shapes.keySet());
    ids.forEach(ownerless::remove);
    if (!ownerless.isEmpty()) {
      throw new IllegalArgumentException("shapes without a feature: " + ownerless);
    }
  }

  private static void checkNoPoint(Map<String, Geometry> shapes) {
    shapes.forEach(
        (id, shape) -> {
          if (shape instanceof Puntal) {
            throw new IllegalArgumentException("the site of " + id + " is a point");
          }
        });
  }

  private static Geometry siteOrGate(@Nullable Geometry site, LonLat gate) {
    return site == null ? point(gate) : site;
  }

  private static Geometry point(LonLat position) {
    return GEOMETRIES.createPoint(new Coordinate(position.lon(), position.lat()));
  }

  private static <T, R> List<R> list(List<T> items, Function<T, R> row) {
    return items.stream().map(row).collect(Collectors.toList());
  }
}
