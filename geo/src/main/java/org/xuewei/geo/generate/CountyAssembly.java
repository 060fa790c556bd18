package org.xuewei.geo.generate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.xuewei.data.model.CandidateSite;
import org.xuewei.data.model.DemandPoint;
import org.xuewei.data.model.DemandSource;
import org.xuewei.data.model.District;
import org.xuewei.data.model.LonLat;
import org.xuewei.data.model.School;
import org.xuewei.data.model.SchoolUnit;
import org.xuewei.data.model.Settlement;
import org.xuewei.data.model.region.Dataset;
import org.xuewei.data.model.region.Road;
import org.xuewei.data.model.region.Shapes;
import org.xuewei.data.standard.Standard;

/** Makes a dataset of what was drawn. */
final class CountyAssembly {
  private static final double BORDER_STEP_METRES = 500;

  private final CountySketch sketch;
  private final List<DrawnDistrict> districts;
  private final int[] residents;
  private final CountyPlane plane;

  /**
   * @param residents of every home today
   */
  CountyAssembly(
      CountySketch sketch, List<DrawnDistrict> districts, int[] residents, CountyPlane plane) {
    this.sketch = sketch;
    this.districts = districts;
    this.residents = residents;
    this.plane = plane;
  }

  int epsg() {
    return plane.epsg();
  }

  static String id(String kind, int index, int count) {
    int digits = Math.max(4, String.valueOf(count).length());
    return kind + "-" + ("%0" + digits + "d").formatted(index + 1);
  }

  String pointId(int home) {
    return id("point", home, sketch.homes.size());
  }

  String schoolId(int school) {
    return id("school", school, sketch.schools.size());
  }

  String candidateId(int candidate) {
    return id("site", candidate, sketch.candidates.size());
  }

  String sourceId(int source) {
    return id("source", source, sketch.sources.size());
  }

  List<DemandPoint> demandPoints() {
    List<DemandPoint> points = new ArrayList<>();
    for (int home = 0; home < sketch.homes.size(); home++) {
      Home drawn = sketch.homes.get(home);
      points.add(
          new DemandPoint(
              pointId(home),
              sourceId(drawn.source()),
              drawn.districtId(),
              plane.lonLat(drawn.place()),
              residents[home]));
    }
    return points;
  }

  /**
   * @param units of every school
   * @param areas of every school's site in square metres
   * @param names of every school
   */
  Dataset dataset(
      Dataset.Header header,
      List<List<SchoolUnit>> units,
      List<Double> areas,
      List<String> names,
      CandidateLand candidateLand) {
    Map<String, Geometry> schoolShapes = new HashMap<>();
    Map<String, Geometry> candidateShapes = new HashMap<>();
    List<School> schools = new ArrayList<>();
    for (int k = 0; k < sketch.schools.size(); k++) {
      Plot plot = sketch.schools.get(k);
      Polygon site = plot.site().apply(areas.get(k));
      schoolShapes.put(schoolId(k), plane.lonLat(site));
      schools.add(
          new School(
              schoolId(k),
              names.get(k),
              plot.districtId(),
              plane.lonLat(plot.gate()),
              (int) Math.round(site.getArea()),
              new HashSet<>(plot.type().stages()),
              units.get(k)));
    }
    List<CandidateSite> candidates = new ArrayList<>();
    for (int k = 0; k < sketch.candidates.size(); k++) {
      Plot plot = sketch.candidates.get(k);
      Polygon site = plot.site().apply(candidateLand.squareMetres(plot.settlement()));
      candidateShapes.put(candidateId(k), plane.lonLat(site));
      candidates.add(
          candidateLand.site(candidateId(k), plot, plane.lonLat(plot.gate()), site.getArea()));
    }
    return new Dataset(
        header,
        districtRecords(),
        sources(),
        demandPoints(),
        schools,
        candidates,
        new Shapes(
            districtShapes(), sourceShapes(), schoolShapes, candidateShapes, roads(), List.of()));
  }

  private List<District> districtRecords() {
    Map<String, Integer> residentsOf = new HashMap<>();
    for (int home = 0; home < sketch.homes.size(); home++) {
      residentsOf.merge(sketch.homes.get(home).districtId(), residents[home], Integer::sum);
    }
    return districts.stream()
        .map(
            d ->
                new District(
                    d.id(), d.name(), d.settlement(), residentsOf.getOrDefault(d.id(), 0), false))
        .toList();
  }

  private List<DemandSource> sources() {
    int[] residentsOf = new int[sketch.sources.size()];
    for (int home = 0; home < sketch.homes.size(); home++) {
      residentsOf[sketch.homes.get(home).source()] += residents[home];
    }
    List<DemandSource> sources = new ArrayList<>();
    for (int k = 0; k < residentsOf.length; k++) {
      Source drawn = sketch.sources.get(k);
      sources.add(
          new DemandSource(
              sourceId(k), drawn.name(), drawn.kind(), drawn.districtId(), residentsOf[k], false));
    }
    return sources;
  }

  /** Borders get points on the way, since a straight line in metres is none in degrees. */
  private Map<String, Geometry> districtShapes() {
    Map<String, Geometry> shapes = new HashMap<>();
    districts.forEach(
        d -> shapes.put(d.id(), plane.lonLat(Densifier.densify(d.land(), BORDER_STEP_METRES))));
    return shapes;
  }

  private Map<String, Geometry> sourceShapes() {
    Map<String, Geometry> shapes = new HashMap<>();
    for (int k = 0; k < sketch.sources.size(); k++) {
      shapes.put(sourceId(k), plane.lonLat(sketch.sources.get(k).land()));
    }
    return shapes;
  }

  private List<Road> roads() {
    List<RoadPlan.Way> drawn =
        sketch.roads.ways().stream().filter(way -> way.kind() != RoadPlan.Kind.ACCESS).toList();
    List<Road> roads = new ArrayList<>();
    for (int k = 0; k < drawn.size(); k++) {
      RoadPlan.Way way = drawn.get(k);
      LineString line = (LineString) plane.lonLat(sketch.roads.line(way, sketch.geometries));
      roads.add(new Road(id("road", k, drawn.size()), way.name(), way.kind().highway(), line));
    }
    return roads;
  }

  /** What kind of parcels the candidates are. */
  static final class CandidateLand {
    private final HenanFigures figures;
    private final Standard standard;
    private final Dice dice;

    CandidateLand(long seed, HenanFigures figures, Standard standard) {
      this.figures = figures;
      this.standard = standard;
      dice = Dice.of(seed, "parcels");
    }

    /** Room for one of the larger sizes of the rule book, and some more. */
    double squareMetres(Settlement settlement) {
      String kind = settlement == Settlement.URBAN ? "urban" : "rural";
      List<Integer> modules = standard.integers("school_size.module_classes." + kind + ".primary");
      int upper = settlement == Settlement.RURAL ? 0 : modules.size() / 2;
      int span = settlement == Settlement.RURAL ? 2 : modules.size() - upper;
      return modules.get(upper + dice.below(span))
          * standard.integer("class_size.primary.max")
          * standard.decimal("site.land_m2_per_pupil.planning_default.primary")
          * dice.between(1.02, 1.15);
    }

    CandidateSite site(String id, Plot plot, LonLat gate, double squareMetres) {
      boolean farmland = plot.settlement() == Settlement.RURAL;
      return new CandidateSite(
          id,
          plot.districtId(),
          gate,
          (int) Math.round(squareMetres),
          farmland ? figures.text("schools.farmland.code") : standard.text("gis.landuse.school"),
          farmland,
          List.of());
    }
  }
}
