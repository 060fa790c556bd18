package org.xuewei.geo.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.xuewei.data.file.AtomicFile;

/**
 * Writes one FeatureCollection (RFC 7946): lon/lat on WGS 84 with at most 7 decimals, exterior
 * rings counter-clockwise, one feature a line.
 */
final class GeoJsonFile {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final int DECIMALS = 7;
  private static final double SCALE = 1e7;

  private final JsonGenerator json;

  private GeoJsonFile(JsonGenerator json) {
    this.json = json;
  }

  /**
   * Writes the features in the given order; the file appears whole or not at all.
   *
   * @param members of the collection itself, by name
   */
  static void write(Path file, Map<String, String> members, List<Feature> features) {
    AtomicFile.write(
        file,
        out -> {
          try (JsonGenerator json = FACTORY.createGenerator(out)) {
            new GeoJsonFile(json).collection(members, features);
          }
        });
  }

  private void collection(Map<String, String> members, List<Feature> features) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "FeatureCollection");
    for (Map.Entry<String, String> member : members.entrySet()) {
      json.writeStringField(member.getKey(), member.getValue());
    }
    json.writeArrayFieldStart("features");
    for (Feature feature : features) {
      json.writeRaw('\n');
      feature(feature);
    }
    json.writeRaw('\n');
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw('\n');
  }

  private void feature(Feature feature) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "Feature");
    json.writeStringField("id", feature.id());
    json.writeObjectFieldStart("properties");
    for (Map.Entry<String, Object> property : feature.properties().entrySet()) {
      json.writeFieldName(property.getKey());
      value(property.getValue());
    }
    json.writeEndObject();
    json.writeFieldName("geometry");
    if (feature.shape().isPresent()) {
      geometry(feature.shape().get());
    } else {
      json.writeNull();
    }
    json.writeEndObject();
  }

  private void value(Object value) throws IOException {
    if (value instanceof String text) {
      json.writeString(text);
    } else if (value instanceof Integer || value instanceof Long) {
      json.writeNumber(((Number) value).longValue());
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (value instanceof Optional<?> maybe) {
      if (maybe.isPresent()) {
        value(maybe.get());
      } else {
        json.writeNull();
      }
    } else if (value instanceof BigDecimal number) {
      json.writeNumber(number);
    } else if (value instanceof List<?> list) {
      json.writeStartArray();
      for (Object entry : list) {
        value(entry);
      }
      json.writeEndArray();
    } else {
      throw new IllegalArgumentException("no property value: " + value.getClass());
    }
  }

  private void geometry(Geometry geometry) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", geometry.getGeometryType());
    json.writeFieldName("coordinates");
    if (geometry instanceof Point point) {
      position(point.getCoordinate());
    } else if (geometry instanceof LineString line) {
      path(line.getCoordinates());
    } else if (geometry instanceof Polygon polygon) {
      polygon(polygon);
    } else if (geometry instanceof MultiPolygon polygons) {
      json.writeStartArray();
      for (int i = 0; i < polygons.getNumGeometries(); i++) {
        polygon((Polygon) polygons.getGeometryN(i));
      }
      json.writeEndArray();
    } else {
      throw new IllegalArgumentException("no layer holds a " + geometry.getGeometryType());
    }
    json.writeEndObject();
  }

  private void polygon(Polygon polygon) throws IOException {
    json.writeStartArray();
    path(turned(polygon.getExteriorRing(), true));
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      path(turned(polygon.getInteriorRingN(i), false));
    }
    json.writeEndArray();
  }

  private static Coordinate[] turned(LinearRing ring, boolean counterClockwise) {
    boolean asWished = Orientation.isCCW(ring.getCoordinateSequence()) == counterClockwise;
    return (asWished ? ring : ring.reverse()).getCoordinates();
  }

  private void path(Coordinate[] path) throws IOException {
    json.writeStartArray();
    for (Coordinate position : path) {
      position(position);
    }
    json.writeEndArray();
  }

  private void position(Coordinate position) throws IOException {
    json.writeStartArray();
    json.writeNumber(degrees(position.x));
    json.writeNumber(degrees(position.y));
    json.writeEndArray();
  }

  private static String degrees(double value) {
    BigDecimal rounded = BigDecimal.valueOf(Math.round(value * SCALE), DECIMALS);
    return rounded.stripTrailingZeros().toPlainString();
  }
}
