package org.xuewei.geo.generate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.xuewei.data.model.InputException;
import org.xuewei.data.model.Progress;
import org.xuewei.data.model.Settlement;

/**
 * Draws a county: county seats and townships on a shaken lattice, towns of blocks, villages over
 * the land between, and the roads that join them.
 */
final class CountyDrawing {
  private static final double HOMES_PER_VILLAGE = 1.35;

  /** Blocks are at least so wide that a school of 36 classes fits into half of one. */
  private static final double NARROWEST_BLOCK_METRES = 280;

  private static final double WIDEST_BLOCK_METRES = 400;
  private static final double RESIDENTS_PER_SUBDISTRICT = 60_000;

  /** Of every so many rural schools, counted from the most remote, one has nine grades. */
  private static final int RURAL_SCHOOLS_PER_NINE_YEAR = 9;

  private static final List<Plot.Type> URBAN_TYPES =
      List.of(
          Plot.Type.PRIMARY,
          Plot.Type.JUNIOR,
          Plot.Type.PRIMARY,
          Plot.Type.NINE_YEAR,
          Plot.Type.PRIMARY,
          Plot.Type.PRIMARY);

  private final CountyCounts counts;
  private final PlaceNames names;
  private final long seed;
  private final int baseYear;
  private final HenanFigures figures;
  private final CountySketch sketch = new CountySketch();
  private final Map<String, DrawnDistrict> districts = new TreeMap<>();
  private final List<StreetGrid> grids = new ArrayList<>();

  CountyDrawing(
      CountyOptions options, CountyCounts counts, HenanFigures figures, PlaceNames names) {
    this.counts = counts;
    this.names = names;
    this.figures = figures;
    seed = options.seed();
    baseYear = figures.baseYear();
  }

  CountySketch sketch() {
    return sketch;
  }

  /** In the order of their ids. */
  List<DrawnDistrict> districts() {
    return List.copyOf(districts.values());
  }

  void draw(Progress progress) {
    try (Progress.Phase phase =
        progress.start("settlements", counts.seats() + counts.townships())) {
      double block = blockMetres();
      Dice dice = Dice.of(seed, "centres");
      TownCentres centres =
          TownCentres.of(counts.seats(), counts.townships(), spacingMetres(block), dice);
      drawTowns(centres, block, phase);
    }
    try (Progress.Phase phase = progress.start("roads", 0)) {
      sketch.roads.joinPlaces();
      MainRoads.draw(sketch.roads, grids, counts.seats(), this::townName);
      phase.advance(sketch.roads.ways().size());
    }
  }

  private double blockMetres() {
    double residentsPerPoint =
        counts.residentsOf(Settlement.URBAN) / (double) counts.pointsOf(Settlement.URBAN);
    double squareKilometres =
        StreetGrid.HOMES_PER_BLOCK
            * residentsPerPoint
            / figures.number("population.residentsPerUrbanSquareKilometre");
    double metres = 1000 * StrictMath.sqrt(squareKilometres);
    return Math.min(WIDEST_BLOCK_METRES, Math.max(NARROWEST_BLOCK_METRES, metres));
  }

  /** As far apart as the population wants, and so far that no town grows into its neighbours. */
  private double spacingMetres(double block) {
    double residents = counts.residents().values().stream().mapToInt(Integer::intValue).sum();
    double squareKilometres =
        residents
            / figures.number("population.residentsPerSquareKilometre")
            / (counts.seats() + counts.townships());
    double seat = StreetGrid.radiusMetres(urbanBlocks(0), block);
    double town = StreetGrid.radiusMetres(townBlocks(0), block);
    double wanted = 1000 * StrictMath.sqrt(squareKilometres * 2 / StrictMath.sqrt(3));
    return Math.max(wanted, Math.max(2.4 * seat, 0.7 * seat + 3.2 * town));
  }

  private int urbanBlocks(int seat) {
    return blocks(Settlement.URBAN, seat, counts.seats());
  }

  private int townBlocks(int township) {
    return blocks(Settlement.TOWN, township, counts.townships());
  }

  private int blocks(Settlement settlement, int part, int parts) {
    int sites =
        share(counts.schoolsOf(settlement), part, parts)
            + share(counts.candidatesOf(settlement), part, parts);
    return StreetGrid.blocksFor(share(counts.pointsOf(settlement), part, parts), sites);
  }

  /** The part's whole share; the first parts get what is over. */
  private static int share(int total, int part, int parts) {
    return total / parts + (part < total % parts ? 1 : 0);
  }

  private void drawTowns(TownCentres centres, double block, Progress.Phase phase) {
    List<List<Coordinate>> subdistricts = new ArrayList<>();
    double seatRadius = StreetGrid.radiusMetres(urbanBlocks(0), block);
    for (Coordinate seat : centres.seats()) {
      subdistricts.add(around(seat, seatRadius / 2));
    }
    Map<Coordinate, Polygon> land =
        centres.land(subdistricts.stream().flatMap(List::stream).toList(), sketch.geometries);
    for (int seat = 0; seat < counts.seats(); seat++) {
      drawSeat(seat, centres.seats().get(seat), subdistricts.get(seat), land, block);
      phase.advance(1);
    }
    for (int township = 0; township < counts.townships(); township++) {
      Coordinate centre = centres.townships().get(township);
      drawTownship(township, centre, landOf(centre, land), block);
      phase.advance(1);
    }
  }

  private List<Coordinate> around(Coordinate seat, double radius) {
    int count =
        (int)
            Math.min(
                8,
                Math.max(
                    2,
                    counts.residentsOf(Settlement.URBAN)
                        / counts.seats()
                        / RESIDENTS_PER_SUBDISTRICT));
    double turn = Dice.of(seed, "subdistricts").between(0, StrictMath.PI);
    List<Coordinate> centres = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      double direction = turn + 2 * StrictMath.PI * k / count;
      centres.add(
          new Coordinate(
              seat.x + radius * StrictMath.cos(direction),
              seat.y + radius * StrictMath.sin(direction)));
    }
    return centres;
  }

  private static Polygon landOf(Coordinate centre, Map<Coordinate, Polygon> land) {
    Polygon polygon = land.get(centre);
    if (polygon == null) {
      throw new IllegalStateException("no land around " + centre);
    }
    return polygon;
  }

  private void drawSeat(
      int seat,
      Coordinate centre,
      List<Coordinate> subdistricts,
      Map<Coordinate, Polygon> land,
      double block) {
    Map<Coordinate, String> idOf = new HashMap<>();
    for (Coordinate subdistrict : subdistricts) {
      String id = "urban-%03d".formatted(countOf(Settlement.URBAN) + 1);
      String name = names.subdistrict(countOf(Settlement.URBAN));
      add(new DrawnDistrict(id, name, Settlement.URBAN, landOf(subdistrict, land)));
      idOf.put(subdistrict, id);
    }
    Dice dice = Dice.of(seed, "seat " + seat);
    StreetGrid grid =
        StreetGrid.draw(seat, centre, urbanBlocks(seat), block, sketch.roads, names, dice);
    grids.add(grid);
    new TownDrawing(
            sketch,
            Settlement.URBAN,
            seat,
            grid,
            place -> idOf.getOrDefault(TownCentres.nearest(place, subdistricts), ""),
            names,
            baseYear,
            dice)
        .draw(
            share(counts.pointsOf(Settlement.URBAN), seat, counts.seats()),
            urbanSchools(seat),
            share(counts.candidatesOf(Settlement.URBAN), seat, counts.seats()));
  }

  private List<TownDrawing.Wanted> urbanSchools(int seat) {
    List<TownDrawing.Wanted> schools = new ArrayList<>();
    int first = sketch.schools.size();
    for (int k = 0; k < share(counts.schoolsOf(Settlement.URBAN), seat, counts.seats()); k++) {
      Plot.Type type = URBAN_TYPES.get(k % URBAN_TYPES.size());
      String number = PlaceNames.ordinal(first + k + 1);
      schools.add(new TownDrawing.Wanted(names.county() + number + urbanName(type), type));
    }
    return schools;
  }

  private static String urbanName(Plot.Type type) {
    return switch (type) {
      case PRIMARY -> "小学";
      case JUNIOR -> "初级中学";
      case NINE_YEAR -> "实验学校";
    };
  }

  private int countOf(Settlement settlement) {
    return (int) districts.values().stream().filter(d -> d.settlement() == settlement).count();
  }

  private void add(DrawnDistrict district) {
    districts.put(district.id(), district);
  }

  private void drawTownship(int township, Coordinate centre, Polygon land, double block) {
    String name = names.township(township);
    String townId = "town-%03d".formatted(township + 1);
    String ruralId = "rural-%03d".formatted(township + 1);
    Dice dice = Dice.of(seed, "township " + township);
    StreetGrid grid =
        StreetGrid.draw(
            counts.seats() + township,
            centre,
            townBlocks(township),
            block,
            sketch.roads,
            names,
            dice);
    grids.add(grid);
    Geometry town = grid.builtUpArea(sketch.geometries);
    Geometry countryside = land.difference(town);
    add(new DrawnDistrict(townId, name + "（镇区）", Settlement.TOWN, town));
    add(new DrawnDistrict(ruralId, name + "（乡村）", Settlement.RURAL, countryside));
    new TownDrawing(sketch, Settlement.TOWN, township, grid, place -> townId, names, baseYear, dice)
        .draw(
            share(counts.pointsOf(Settlement.TOWN), township, counts.townships()),
            List.of(
                new TownDrawing.Wanted(name + "中心小学", Plot.Type.PRIMARY),
                new TownDrawing.Wanted(name + "初级中学", Plot.Type.JUNIOR)),
            share(counts.candidatesOf(Settlement.TOWN), township, counts.townships()));
    drawVillages(township, ruralId, countryside, centre, dice);
  }

  private void drawVillages(
      int township, String districtId, Geometry countryside, Coordinate town, Dice dice) {
    int homes = share(counts.pointsOf(Settlement.RURAL), township, counts.townships());
    int schools = share(counts.schoolsOf(Settlement.RURAL), township, counts.townships());
    int candidates = share(counts.candidatesOf(Settlement.RURAL), township, counts.townships());
    int villages = Math.max(schools + candidates, (int) Math.round(homes / HOMES_PER_VILLAGE));
    if (villages > homes) {
      throw new InputException(
          "--points gives a township %d demand points in villages, expected at least %d for its sites"
              .formatted(homes, villages));
    }
    double residentsPerHome =
        counts.residentsOf(Settlement.RURAL) / (double) counts.pointsOf(Settlement.RURAL);
    List<Plot.Type> types = new ArrayList<>();
    for (int k = 0; k < schools; k++) {
      boolean nineYear = (township + k * counts.townships()) % RURAL_SCHOOLS_PER_NINE_YEAR == 0;
      types.add(nineYear ? Plot.Type.NINE_YEAR : Plot.Type.PRIMARY);
    }
    new VillageDrawing(sketch, township, districtId, residentsPerHome, dice)
        .draw(countryside, town, names.villages(villages), homes, types, candidates);
  }

  private String townName(int town) {
    return town < counts.seats() ? names.county() : names.township(town - counts.seats());
  }
}
