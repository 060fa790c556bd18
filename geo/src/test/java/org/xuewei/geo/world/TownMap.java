package org.xuewei.geo.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.xuewei.data.model.LonLat;

/** Draws a small town in whole metres and writes it as OpenStreetMap XML. */
final class TownMap {
  /** East and north of the town's origin. */
  record Place(int x, int y) {}

  @FunctionalInterface
  interface Projection {
    LonLat at(double x, double y);
  }

  private final Projection projection;
  private final String timestamp;
  private final Map<Place, Long> crossings = new LinkedHashMap<>();
  private final StringBuilder nodes = new StringBuilder();
  private final StringBuilder ways = new StringBuilder();
  private final StringBuilder relations = new StringBuilder();
  private long nextNode = 1;
  private long nextWay = 100;

  TownMap(Projection projection, String timestamp) {
    this.projection = projection;
    this.timestamp = timestamp;
  }

  /** A straight street of blocks; streets that pass through a place meet there. */
  void street(int x, int y, int stepX, int stepY, int blocks, String... tags) {
    List<Place> line = new ArrayList<>();
    for (int k = 0; k <= blocks; k++) {
      line.add(new Place(x + k * stepX, y + k * stepY));
    }
    line(line, tags);
  }

  void line(List<Place> places, String... tags) {
    way(nextWay++, places.stream().map(this::crossing).toList(), tags);
  }

  /** An area with corners of its own, joined to no street. */
  void rectangle(long id, int west, int south, int east, int north, String... tags) {
    long first = place(nextNode++, west, south);
    way(
        id,
        List.of(
            first,
            place(nextNode++, east, south),
            place(nextNode++, east, north),
            place(nextNode++, west, north),
            first),
        tags);
  }

  void district(long id, String name, int population, int west, int south, int east, int north) {
    long boundary = nextWay++;
    rectangle(boundary, west, south, east, north, "boundary=administrative");
    relations
        .append("  <relation id=\"" + id + "\" version=\"1\">\n")
        .append("    <member type=\"way\" ref=\"" + boundary + "\" role=\"outer\"/>\n");
    tags(
        relations,
        "type=boundary",
        "boundary=administrative",
        "admin_level=8",
        "name=" + name,
        "population=" + population);
    relations.append("  </relation>\n");
  }

  long place(long id, int x, int y, String... tags) {
    LonLat at = projection.at(x, y);
    nodes.append(
        String.format(
            Locale.ROOT,
            "  <node id=\"%d\" version=\"1\" lat=\"%.7f\" lon=\"%.7f\">\n",
            id,
            at.lat(),
            at.lon()));
    tags(nodes, tags);
    nodes.append("  </node>\n");
    return id;
  }

  String xml() {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<osm version=\"0.6\" timestamp=\""
        + timestamp
        + "\">\n"
        + nodes
        + ways
        + relations
        + "</osm>\n";
  }

  private long crossing(Place place) {
    return crossings.computeIfAbsent(place, p -> place(nextNode++, p.x(), p.y()));
  }

  private void way(long id, List<Long> nodeIds, String... tags) {
    ways.append("  <way id=\"" + id + "\" version=\"1\">\n");
    nodeIds.forEach(node -> ways.append("    <nd ref=\"" + node + "\"/>\n"));
    tags(ways, tags);
    ways.append("  </way>\n");
  }

  private static void tags(StringBuilder out, String... tags) {
    for (String tag : tags) {
      int equals = tag.indexOf('=');
      out.append("    <tag k=\"" + tag.substring(0, equals) + "\" v=\"")
          .append(tag.substring(equals + 1) + "\"/>\n");
    }
  }
}
