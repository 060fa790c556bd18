package org.xuewei.geo.osm;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.xuewei.data.model.DataIssues;

/**
 * The areas of every {@link Layer} inside the county, in the order of their OpenStreetMap ids.
 * Buildings and schools belong to the county by an inner point and stay whole; everything else is
 * clipped to the districts. What is left out or repaired is a data issue.
 */
final class AreaReader {
  private final County county;
  private final DataIssues issues;
  private final Map<Layer, List<Area>> areas = new EnumMap<>(Layer.class);
  private int residentialPolygons;
  private double residentialSquareMetres;

  private AreaReader(County county, DataIssues issues) {
    this.county = county;
    this.issues = issues;
  }

  /**
   * Areas by layer, each list in the order of OpenStreetMap ids.
   *
   * @param residentialPolygons residential areas that have an inner point in a district
   * @param residentialSquareMetres their area before clipping, overlaps counted twice
   */
  record Areas(
      Map<Layer, List<Area>> byLayer, int residentialPolygons, double residentialSquareMetres) {
    List<Area> of(Layer layer) {
      return byLayer.getOrDefault(layer, List.of());
    }
  }

  static Areas read(RawMap map, AreaAssembler assembler, County county, DataIssues issues) {
    AreaReader reader = new AreaReader(county, issues);
    for (RawMap.Way way : map.ways()) {
      Set<Layer> layers = Layer.of(way.tags());
      if (!layers.isEmpty()) {
        reader.add(way.id(), way.tags(), layers, assembler.polygon(way).map(Geometry.class::cast));
      }
    }
    for (RawMap.Relation relation : map.relations()) {
      Set<Layer> layers = Layer.of(relation.tags());
      if (!layers.isEmpty()) {
        reader.add(relation.id(), relation.tags(), layers, assembler.area(relation));
      }
    }
    return new Areas(reader.areas, reader.residentialPolygons, reader.residentialSquareMetres);
  }

  private void add(
      OsmId id, Map<String, String> tags, Set<Layer> layers, Optional<Geometry> lonLat) {
    String label = layers.iterator().next().label();
    if (lonLat.isEmpty()) {
      issues.warn(
          "area-not-closed",
          label,
          id.toString(),
          "left out: the outline is not closed or parts of it are missing in the file");
      return;
    }
    if (!county.isNear(lonLat.get().getEnvelopeInternal())) {
      outside(id, label);
      return;
    }
    Geometry shape = county.projection().toMetric(lonLat.get());
    if (!shape.isValid()) {
      shape = valid(shape);
      issues.info("area-repaired", label, id.toString(), "the outline crossed itself");
    }
    if (shape.isEmpty()) {
      issues.warn("area-empty", label, id.toString(), "left out: the outline encloses nothing");
      return;
    }
    Coordinate inner = shape.getInteriorPoint().getCoordinate();
    boolean belongs = county.districtAt(inner).isPresent();
    Geometry clipped = belongs && layers.equals(Set.of(Layer.BUILDING)) ? shape : clip(shape);
    if (clipped.isEmpty()) {
      outside(id, label);
      return;
    }
    if (belongs && layers.contains(Layer.RESIDENTIAL)) {
      residentialPolygons++;
      residentialSquareMetres += shape.getArea();
    }
    for (Layer layer : layers) {
      boolean whole = layer == Layer.BUILDING || layer == Layer.SCHOOL;
      if (!whole) {
        keep(layer, new Area(id, tags, clipped));
      } else if (belongs) {
        keep(layer, new Area(id, tags, shape));
      } else {
        outside(id, layer.label());
      }
    }
    if (clipped != shape && !layers.equals(Set.of(Layer.SCHOOL))) {
      issues.info("clipped-to-districts", label, id.toString(), "reaches beyond the districts");
    }
  }

  private void keep(Layer layer, Area area) {
    areas.computeIfAbsent(layer, key -> new ArrayList<>()).add(area);
  }

  private Geometry clip(Geometry shape) {
    return county.contains(shape) ? shape : Polygons.intersection(shape, county.union());
  }

  private void outside(OsmId id, String label) {
    issues.info("outside-districts", label, id.toString(), "left out: not inside any district");
  }

  /** The polygons of a geometry, repaired where needed. */
  static Geometry valid(Geometry geometry) {
    return Polygons.polygonal(geometry.isValid() ? geometry : GeometryFixer.fix(geometry));
  }
}
