package org.xuewei.geo.osm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.operation.distance.DistanceOp;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.xuewei.data.model.DataIssues;
import org.xuewei.data.model.region.Road;

/** The roads and paths inside the county, in the order of their ids, and which is nearest. */
final class Roads {
  private static final String LAYER = "roads";
  private static final Set<String> CLASSES =
      Set.of(
          "motorway",
          "motorway_link",
          "trunk",
          "trunk_link",
          "primary",
          "primary_link",
          "secondary",
          "secondary_link",
          "tertiary",
          "tertiary_link",
          "unclassified",
          "residential",
          "living_street",
          "service",
          "pedestrian",
          "track",
          "footway",
          "path",
          "cycleway",
          "bridleway",
          "steps",
          "road");
  private static final Set<String> NOT_FOR_PEDESTRIANS = Set.of("motorway", "motorway_link");

  /** Search radii: most places have a road within the first. */
  private static final double FIRST_RADIUS_METRES = 50;

  private static final double LAST_RADIUS_METRES = 50_000;

  private final List<Road> metric;
  private final Nearby<Road> walkable;

  private Roads(List<Road> metric) {
    this.metric = List.copyOf(metric);
    this.walkable =
        new Nearby<>(
            metric.stream()
                .filter(road -> !NOT_FOR_PEDESTRIANS.contains(road.roadClass()))
                .toList(),
            Road::line);
  }

  static Roads read(RawMap map, AreaAssembler assembler, County county, DataIssues issues) {
    List<Road> roads = new ArrayList<>();
    for (RawMap.Way way : map.ways()) {
      if (!CLASSES.contains(way.tags().getOrDefault("highway", ""))
          || way.tags().getOrDefault("area", "").equals("yes")) {
        continue;
      }
      Optional<LineString> lonLat = assembler.line(way);
      if (lonLat.isEmpty()) {
        issues.warn(
            "road-without-nodes",
            LAYER,
            way.id().toString(),
            "left out: fewer than two of its nodes are in the file");
        continue;
      }
      List<LineString> pieces =
          county.isNear(lonLat.get().getEnvelopeInternal())
              ? inside(county.projection().toMetric(lonLat.get()), county)
              : List.of();
      if (pieces.isEmpty()) {
        issues.info(
            "outside-districts", LAYER, way.id().toString(), "left out: not inside any district");
      }
      for (int i = 0; i < pieces.size(); i++) {
        roads.add(
            new Road(
                "road-" + way.id().brief() + (i == 0 ? "" : "." + (i + 1)),
                way.tags().getOrDefault("name", ""),
                way.tags().getOrDefault("highway", ""),
                pieces.get(i)));
      }
    }
    roads.sort(java.util.Comparator.comparing(Road::id));
    return new Roads(roads);
  }

  private static List<LineString> inside(Geometry line, County county) {
    if (county.contains(line)) {
      return List.of((LineString) line);
    }
    Geometry clipped = OverlayNGRobust.overlay(line, county.union(), OverlayNG.INTERSECTION);
    if (clipped.isEmpty()) {
      return List.of();
    }
    @SuppressWarnings("unchecked")
    List<LineString> pieces = LinearComponentExtracter.getLines(clipped);
    return pieces;
  }

  /** In the order of their ids, metres. */
  List<Road> list() {
    return metric;
  }

  List<Road> toLonLat(County county) {
    return metric.stream()
        .map(
            road ->
                new Road(
                    road.id(),
                    road.name(),
                    road.roadClass(),
                    (LineString) county.toLonLat(road.line())))
        .toList();
  }

  /** The point of a line or outline that is nearest to a road, and how far that road is. */
  record Access(Coordinate point, double distanceMetres) {}

  /**
   * The nearest access to a road that is open to pedestrians, ties to the first road id.
   *
   * @param outline where the access may be, metres
   */
  Access nearest(Geometry outline) {
    for (double radius = FIRST_RADIUS_METRES; radius <= LAST_RADIUS_METRES; radius *= 4) {
      Envelope around = new Envelope(outline.getEnvelopeInternal());
      around.expandBy(radius);
      Access best = nearestOf(outline, walkable.list(around));
      if (best.distanceMetres() <= radius) {
        return best;
      }
    }
    return new Access(outline.getCoordinates()[0], Double.POSITIVE_INFINITY);
  }

  private static Access nearestOf(Geometry outline, List<Road> roads) {
    Access best = new Access(outline.getCoordinates()[0], Double.POSITIVE_INFINITY);
    for (Road road : roads) {
      Envelope extent = road.line().getEnvelopeInternal();
      if (extent.distance(outline.getEnvelopeInternal()) < best.distanceMetres()) {
        DistanceOp operation = new DistanceOp(outline, road.line());
        double distance = operation.distance();
        if (distance < best.distanceMetres()) {
          best = new Access(operation.nearestPoints()[0], distance);
        }
      }
    }
    return best;
  }
}
