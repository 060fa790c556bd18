package org.xuewei.geo.export;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.xuewei.data.model.LonLat;

/**
 * A feature in the making: its shape in lon/lat and its properties in the order of writing. An
 * empty {@link Optional} stands for null.
 */
record Feature(String id, Optional<Geometry> shape, Map<String, Object> properties) {
  static final GeometryFactory FACTORY = new GeometryFactory();

  static Feature of(String id, Optional<Geometry> shape) {
    return new Feature(id, shape, new LinkedHashMap<>());
  }

  static Feature at(String id, LonLat place) {
    return of(id, Optional.of(FACTORY.createPoint(coordinate(place))));
  }

  static Feature line(String id, LonLat from, LonLat to) {
    Coordinate[] ends = {coordinate(from), coordinate(to)};
    return of(id, Optional.of(FACTORY.createLineString(ends)));
  }

  private static Coordinate coordinate(LonLat place) {
    return new Coordinate(place.lon(), place.lat());
  }

  /** Adds a property: text, a whole number, a truth value, a list of texts, or an Optional. */
  Feature with(String name, Object value) {
    properties.put(name, value);
    return this;
  }
}
