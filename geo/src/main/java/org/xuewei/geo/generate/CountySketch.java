package org.xuewei.geo.generate;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.GeometryFactory;

/** What has been drawn so far. Coordinates are metres from the middle of the county. */
final class CountySketch {
  final GeometryFactory geometries = new GeometryFactory();
  final RoadPlan roads = new RoadPlan();
  final List<Source> sources = new ArrayList<>();
  final List<Home> homes = new ArrayList<>();
  final List<Plot> schools = new ArrayList<>();
  final List<Plot> candidates = new ArrayList<>();

  /** Adds a source and returns its index. */
  int add(Source source) {
    sources.add(source);
    return sources.size() - 1;
  }
}
