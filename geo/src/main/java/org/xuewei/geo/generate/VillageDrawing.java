package org.xuewei.geo.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.xuewei.data.model.DemandSource;
import org.xuewei.data.model.Settlement;

/** Strews villages over the land of a township and gives some of them schools or parcels. */
final class VillageDrawing {
  private static final double BETWEEN_HOMES_METRES = 160;
  private static final double FROM_BORDER_METRES = 200;
  private static final double BESIDE_VILLAGE_METRES = 15;
  private static final double SQUARE_METRES_PER_RESIDENT = 150;

  /** Villages keep at least this share of the distance that an even pattern would have. */
  private static final double EVENNESS = 0.7;

  private static final int THROWS = 40;

  private final CountySketch sketch;
  private final int township;
  private final String districtId;
  private final double radiusMetres;
  private final Dice dice;

  /**
   * @param residentsPerHome mean residents of a demand point, for the size of the villages
   */
  VillageDrawing(
      CountySketch sketch, int township, String districtId, double residentsPerHome, Dice dice) {
    this.sketch = sketch;
    this.township = township;
    this.districtId = districtId;
    this.dice = dice;
    radiusMetres = StrictMath.sqrt(residentsPerHome * SQUARE_METRES_PER_RESIDENT / StrictMath.PI);
  }

  private record Village(String name, Coordinate centre, int node) {}

  /**
   * @param land the township's land without the town
   * @param types types of the schools, most remote first
   */
  void draw(
      Geometry land,
      Coordinate town,
      List<String> names,
      int homes,
      List<Plot.Type> types,
      int candidates) {
    List<Coordinate> centres = centres(land, names.size());
    int[] homesOf = new int[centres.size()];
    for (int k = 0; k < homes; k++) {
      homesOf[k < homesOf.length ? k : dice.below(homesOf.length)]++;
    }
    List<Village> villages = new ArrayList<>();
    for (int k = 0; k < centres.size(); k++) {
      villages.add(village(names.get(k), centres.get(k), homesOf[k]));
    }
    Spread spread = new Spread(centres, List.of(town));
    List<Integer> withSchool = spread.pick(types.size(), centres.size());
    for (int k = 0; k < types.size(); k++) {
      sketch.schools.add(plot(villages.get(withSchool.get(k)), types.get(k)));
    }
    for (int village : spread.pick(candidates, centres.size())) {
      sketch.candidates.add(plot(villages.get(village), Plot.Type.PRIMARY));
    }
  }

  private List<Coordinate> centres(Geometry land, int count) {
    Geometry inner = land.buffer(-FROM_BORDER_METRES);
    PreparedGeometry open = PreparedGeometryFactory.prepare(inner.isEmpty() ? land : inner);
    Envelope frame = land.getEnvelopeInternal();
    double apart = EVENNESS * StrictMath.sqrt(land.getArea() / count);
    List<Coordinate> centres = new ArrayList<>();
    while (centres.size() < count) {
      boolean found = false;
      for (int k = 0; k < THROWS && !found; k++) {
        Coordinate place =
            new Coordinate(
                dice.between(frame.getMinX(), frame.getMaxX()),
                dice.between(frame.getMinY(), frame.getMaxY()));
        double least = apart;
        found =
            open.contains(sketch.geometries.createPoint(place))
                && centres.stream().allMatch(other -> other.distance(place) >= least);
        if (found) {
          centres.add(place);
        }
      }
      apart = found ? apart : apart * 0.95;
    }
    return centres;
  }

  private Village village(String name, Coordinate centre, int homes) {
    List<Coordinate> places = new ArrayList<>(List.of(centre));
    double direction = dice.between(0, 2 * StrictMath.PI);
    for (int k = 1; k < homes; k++) {
      int ring = (k + 5) / 6;
      places.add(moved(centre, direction + k * StrictMath.PI / 3, ring * BETWEEN_HOMES_METRES));
    }
    Geometry land =
        sketch
            .geometries
            .createMultiPointFromCoords(places.toArray(Coordinate[]::new))
            .convexHull()
            .buffer(radiusMetres, 3);
    int source = sketch.add(new Source(name, DemandSource.Kind.VILLAGE, districtId, land));
    int first = -1;
    for (Coordinate place : places) {
      int node = sketch.roads.addNode(place, RoadPlan.NO_TOWN);
      first = first < 0 ? node : first;
      double weight = dice.between(0.6, 1.4);
      sketch.homes.add(
          new Home(
              source,
              Settlement.RURAL,
              districtId,
              township,
              place,
              node,
              weight,
              Optional.empty()));
    }
    return new Village(name, centre, first);
  }

  private Plot plot(Village village, Plot.Type type) {
    double direction = dice.between(0, 2 * StrictMath.PI);
    double near = radiusMetres + BESIDE_VILLAGE_METRES;
    Coordinate gate = moved(village.centre(), direction, near);
    int node = sketch.roads.addInside(gate, List.of(village.node()));
    return new Plot(
        village.name(),
        type,
        Settlement.RURAL,
        districtId,
        township,
        gate,
        node,
        area -> square(gate, direction, StrictMath.sqrt(area)));
  }

  /** A square with the gate in the middle of its near side. */
  private Polygon square(Coordinate gate, double direction, double side) {
    double across = direction + StrictMath.PI / 2;
    Coordinate a = moved(gate, across, side / 2);
    Coordinate b = moved(gate, across, -side / 2);
    return sketch.geometries.createPolygon(
        new Coordinate[] {
          a, b, moved(b, direction, side), moved(a, direction, side), a.copy(),
        });
  }

  private static Coordinate moved(Coordinate from, double direction, double metres) {
    return new Coordinate(
        from.x + metres * StrictMath.cos(direction), from.y + metres * StrictMath.sin(direction));
  }
}
