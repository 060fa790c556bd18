package org.xuewei.geo.osm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.xuewei.data.model.CandidateSite;
import org.xuewei.data.model.DataIssues;

/**
 * Open land on which a school could stand: what is left of it without housing, schools, water,
 * forest, protected land, buildings and other candidates, in pieces of at least a hectare near a
 * road.
 *
 * @param areas parcels by candidate id, metres
 */
record Candidates(List<CandidateSite> list, SortedMap<String, Geometry> areas) {
  private static final String LAYER = Layer.OPEN_LAND.label();

  /** Smaller pieces are not worth looking at. */
  static final double LEAST_SQUARE_METRES = 10_000;

  /** Further from any road a school would need a road of its own. */
  static final double ROAD_WITHIN_METRES = 300;

  /** An obstacle with more is first cut to the surroundings of the parcel, for speed. */
  private static final int MANY_POINTS = 100;

  /** What a parcel must not overlap, in the order in which it is cut off. */
  private static final Map<Layer, String> SCREENS =
      new TreeMap<>(
          Map.of(
              Layer.RESIDENTIAL, "overlaps-housing",
              Layer.SCHOOL, "overlaps-school",
              Layer.BUILDING, "overlaps-building",
              Layer.WATER, "overlaps-water",
              Layer.FOREST, "overlaps-forest",
              Layer.PROTECTED, "protected-land"));

  static Candidates of(AreaReader.Areas areas, Roads roads, County county, DataIssues issues) {
    return new Screening(areas, roads, county, issues).run();
  }

  private static final class Screening {
    private final List<Area> openLand;
    private final Map<Layer, Nearby<Area>> obstacles = new TreeMap<>();
    private final Nearby<Area> others;
    private final Roads roads;
    private final County county;
    private final DataIssues issues;
    private final List<CandidateSite> sites = new ArrayList<>();
    private final SortedMap<String, Geometry> shapes = new TreeMap<>();

    Screening(AreaReader.Areas areas, Roads roads, County county, DataIssues issues) {
      this.openLand = areas.of(Layer.OPEN_LAND);
      this.others = new Nearby<>(openLand, Area::shape);
      this.roads = roads;
      this.county = county;
      this.issues = issues;
      for (Layer layer : SCREENS.keySet()) {
        obstacles.put(layer, new Nearby<>(areas.of(layer), Area::shape));
      }
    }

    Candidates run() {
      openLand.forEach(this::screen);
      sites.sort(Comparator.comparing(CandidateSite::id));
      return new Candidates(List.copyOf(sites), shapes);
    }

    private void screen(Area land) {
      if (land.shape().getArea() < LEAST_SQUARE_METRES) {
        leaveOut(land, "candidate-too-small", "left out: smaller than a hectare");
        return;
      }
      List<CandidateSite.Screen> screens = new ArrayList<>();
      Geometry rest = land.shape();
      for (Map.Entry<Layer, String> screen : SCREENS.entrySet()) {
        Geometry before = rest;
        rest = cut(rest, obstaclesOf(screen.getKey(), rest));
        screens.add(passed(screen.getValue(), before.getArea() - rest.getArea()));
      }
      Geometry before = rest;
      rest = cut(rest, earlierCandidates(land, rest));
      screens.add(passed("overlaps-candidate", before.getArea() - rest.getArea()));
      addPieces(land, rest, screens);
    }

    private List<Geometry> obstaclesOf(Layer layer, Geometry rest) {
      return obstacles.getOrDefault(layer, others).list(rest.getEnvelopeInternal()).stream()
          .map(Area::shape)
          .toList();
    }

    /** Where two areas of open land overlap, the one with the lower id keeps the ground. */
    private List<Geometry> earlierCandidates(Area land, Geometry rest) {
      return others.list(rest.getEnvelopeInternal()).stream()
          .filter(
              other ->
                  other.id().compareTo(land.id()) < 0
                      && other.shape().getArea() >= LEAST_SQUARE_METRES)
          .map(Area::shape)
          .toList();
    }

    private static Geometry cut(Geometry parcel, List<Geometry> obstacles) {
      PreparedGeometry prepared = PreparedGeometryFactory.prepare(parcel);
      List<Geometry> touching = new ArrayList<>();
      for (Geometry obstacle : obstacles) {
        if (prepared.intersects(obstacle)) {
          touching.add(
              obstacle.getNumPoints() > MANY_POINTS
                  ? Polygons.intersection(obstacle, parcel.getEnvelope())
                  : obstacle);
        }
      }
      return touching.isEmpty() ? parcel : Polygons.difference(parcel, Polygons.union(touching));
    }

    private static CandidateSite.Screen passed(String code, double cutSquareMetres) {
      long cut = Math.round(cutSquareMetres);
      return new CandidateSite.Screen(
          code, true, cut == 0 ? "" : cut + " m2 of the mapped area cut off");
    }

    private void addPieces(Area land, Geometry rest, List<CandidateSite.Screen> screens) {
      List<Polygon> pieces = new ArrayList<>(Polygons.parts(rest));
      pieces.removeIf(piece -> piece.getArea() < LEAST_SQUARE_METRES);
      pieces.sort(
          Comparator.comparingDouble(Polygon::getArea)
              .reversed()
              .thenComparing(Polygon::getCoordinate));
      if (pieces.isEmpty()) {
        leaveOut(land, "candidate-cut-away", "left out: less than a hectare is free");
      }
      int kept = 0;
      for (Polygon piece : pieces) {
        Roads.Access access = roads.nearest(piece.getExteriorRing());
        OptionalInt district = county.districtAt(piece.getInteriorPoint().getCoordinate());
        if (access.distanceMetres() > ROAD_WITHIN_METRES || district.isEmpty()) {
          leaveOut(
              land,
              "candidate-without-road",
              "a piece of " + Math.round(piece.getArea()) + " m2 is left out: no road near it");
          continue;
        }
        kept++;
        String id = "candidate-" + land.id().brief() + (kept == 1 ? "" : "." + kept);
        String landUse = Layer.landUse(land.tags());
        List<CandidateSite.Screen> all = new ArrayList<>(screens);
        all.add(
            new CandidateSite.Screen(
                "road-access",
                true,
                "road within " + (int) Math.ceil(access.distanceMetres()) + " m"));
        sites.add(
            new CandidateSite(
                id,
                county.boundaries().get(district.getAsInt()).id(),
                county.toLonLat(access.point()),
                (int) Math.min(Math.round(piece.getArea()), Integer.MAX_VALUE),
                landUse,
                landUse.equals("landuse=farmland"),
                all));
        shapes.put(id, piece);
      }
    }

    private void leaveOut(Area land, String code, String message) {
      issues.info(code, LAYER, land.id().toString(), message);
    }
  }
}
