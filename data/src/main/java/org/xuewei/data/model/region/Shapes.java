package org.xuewei.data.model.region;

import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * The geometries of a dataset by feature id, in lon/lat (WGS 84), valid polygons unless said
 * otherwise. Schools known only as a point have no shape. JTS geometries are mutable; treat these
 * as frozen.
 *
 * @param water water areas, for screens and maps; without ids
 */
public record Shapes(
    Map<String, Geometry> districts,
    Map<String, Geometry> demandSources,
    Map<String, Geometry> schools,
    Map<String, Geometry> candidates,
    List<Road> roads,
    List<Geometry> water) {
  public Shapes {
    districts = Map.copyOf(districts);
    demandSources = Map.copyOf(demandSources);
    schools = Map.copyOf(schools);
    candidates = Map.copyOf(candidates);
    roads = List.copyOf(roads);
    water = List.copyOf(water);
  }
}
