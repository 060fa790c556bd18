package org.xuewei.geo.generate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/**
 * Where the county seats and the townships lie: on a triangular lattice, shaken, each with the land
 * that is nearer to it than to any other centre.
 *
 * @param seats centres of the county seats, metres from the middle of the county
 * @param townships centres of the townships
 * @param outside centres of the neighbours that bound the county
 */
record TownCentres(List<Coordinate> seats, List<Coordinate> townships, List<Coordinate> outside) {
  private static final double SHAKE = 0.12;
  private static final int ROUNDS = 12;

  /**
   * @param spacingMetres between neighbouring centres
   */
  static TownCentres of(int seats, int townships, double spacingMetres, Dice dice) {
    int inside = seats + townships;
    List<Coordinate> lattice = lattice(inside, spacingMetres);
    List<Coordinate> shaken = new ArrayList<>();
    for (Coordinate place : lattice) {
      shaken.add(
          new Coordinate(
              place.x + spacingMetres * dice.between(-SHAKE, SHAKE),
              place.y + spacingMetres * dice.between(-SHAKE, SHAKE)));
    }
    List<Coordinate> own = shaken.subList(0, inside);
    Set<Coordinate> chosen = middles(own, seats);
    List<Coordinate> towns = own.stream().filter(place -> !chosen.contains(place)).toList();
    return new TownCentres(
        own.stream().filter(chosen::contains).toList(),
        towns,
        List.copyOf(shaken.subList(inside, shaken.size())));
  }

  /** The lattice from its middle outwards: the places inside and a ring around them. */
  private static List<Coordinate> lattice(int inside, double spacing) {
    int reach = (int) Math.ceil(StrictMath.sqrt(inside)) + 4;
    List<Coordinate> places = new ArrayList<>();
    for (int row = -reach; row <= reach; row++) {
      for (int column = -2 * reach; column <= 2 * reach; column++) {
        places.add(
            new Coordinate((column + row / 2.0) * spacing, row * spacing * StrictMath.sqrt(3) / 2));
      }
    }
    Coordinate middle = new Coordinate(0, 0);
    places.sort(
        Comparator.comparingDouble((Coordinate place) -> Math.rint(place.distance(middle)))
            .thenComparing(Comparator.naturalOrder()));
    double ring = places.get(inside - 1).distance(middle) + 2.5 * spacing;
    return places.stream().filter(place -> place.distance(middle) <= ring).toList();
  }

  /** As many of the places as wanted, each in the middle of its share of them (Lloyd's method). */
  private static Set<Coordinate> middles(List<Coordinate> places, int wanted) {
    List<Coordinate> chosen = new ArrayList<>();
    for (int k = 0; k < wanted; k++) {
      chosen.add(places.get(k * places.size() / wanted));
    }
    for (int round = 0; round < ROUNDS && wanted > 1; round++) {
      Map<Coordinate, List<Coordinate>> shares = new HashMap<>();
      for (Coordinate place : places) {
        shares.computeIfAbsent(nearest(place, chosen), c -> new ArrayList<>()).add(place);
      }
      List<Coordinate> moved = new ArrayList<>();
      for (Coordinate centre : chosen) {
        List<Coordinate> share = shares.getOrDefault(centre, List.of(centre));
        moved.add(nearest(mean(share), share));
      }
      chosen = moved;
    }
    return new HashSet<>(chosen);
  }

  private static Coordinate mean(List<Coordinate> places) {
    return new Coordinate(
        places.stream().mapToDouble(Coordinate::getX).average().orElse(0),
        places.stream().mapToDouble(Coordinate::getY).average().orElse(0));
  }

  /** The first of the nearest. */
  static Coordinate nearest(Coordinate place, List<Coordinate> among) {
    Coordinate best = among.get(0);
    for (Coordinate candidate : among) {
      if (candidate.distance(place) < best.distance(place)) {
        best = candidate;
      }
    }
    return best;
  }

  /**
   * The land of every centre, by centre; neighbours share their borders exactly.
   *
   * @param subdistricts the centres within the seats, which stand for the seats
   */
  Map<Coordinate, Polygon> land(List<Coordinate> subdistricts, GeometryFactory geometries) {
    List<Coordinate> all = new ArrayList<>(subdistricts);
    all.addAll(townships);
    Set<Coordinate> own = new HashSet<>(all);
    all.addAll(outside);
    VoronoiDiagramBuilder builder = new VoronoiDiagramBuilder();
    builder.setSites(all);
    Envelope frame = new Envelope();
    all.forEach(frame::expandToInclude);
    frame.expandBy(frame.getDiameter());
    builder.setClipEnvelope(frame);
    Geometry cells = builder.getDiagram(geometries);
    Map<Coordinate, Polygon> land = new HashMap<>();
    for (int k = 0; k < cells.getNumGeometries(); k++) {
      if (cells.getGeometryN(k) instanceof Polygon cell
          && cell.getUserData() instanceof Coordinate centre
          && own.contains(centre)) {
        land.put(centre, cell);
      }
    }
    return land;
  }
}
