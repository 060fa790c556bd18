package org.xuewei.geo.osm;

import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/** An area of the map inside the county; the shape is valid, polygonal and in metres. */
record Area(OsmId id, Map<String, String> tags, Geometry shape) {
  String name() {
    return tags.getOrDefault("name", "");
  }

  Area withShape(Geometry other) {
    return new Area(id, tags, other);
  }
}
