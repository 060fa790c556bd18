package org.xuewei.geo.generate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.locationtech.jts.geom.Coordinate;
import org.xuewei.data.model.DemandSource;
import org.xuewei.data.model.HalfYear;
import org.xuewei.data.model.Settlement;

/** Fills the blocks of a town with homes, new housing estates, schools and candidate sites. */
final class TownDrawing {
  private static final int QUARTERS = 4;
  private static final int QUARTERS_BESIDE_SITE = 2;
  private static final int PHASES = 3;

  /** Demand points of new estates as a share of the town's. */
  private static final double ESTATES = 0.1;

  /** Fewer homes at the edge of a town than in its middle, by this share. */
  private static final double THINNING = 0.6;

  /** Schools stand in this share of the blocks, counted from the middle. */
  private static final double SCHOOL_BELT = 0.7;

  private final CountySketch sketch;
  private final Settlement settlement;
  private final int township;
  private final StreetGrid grid;
  private final Function<Coordinate, String> districtOf;
  private final PlaceNames names;
  private final int baseYear;
  private final Dice dice;

  /** Quarters that a block has left for homes; the first quarters go first. */
  private final Map<Block, Integer> quartersLeft = new HashMap<>();

  TownDrawing(
      CountySketch sketch,
      Settlement settlement,
      int township,
      StreetGrid grid,
      Function<Coordinate, String> districtOf,
      PlaceNames names,
      int baseYear,
      Dice dice) {
    this.sketch = sketch;
    this.settlement = settlement;
    this.township = township;
    this.grid = grid;
    this.districtOf = districtOf;
    this.names = names;
    this.baseYear = baseYear;
    this.dice = dice;
    grid.blocks().forEach(block -> quartersLeft.put(block, QUARTERS));
  }

  /** A school to be placed. */
  record Wanted(String name, Plot.Type type) {}

  void draw(int points, List<Wanted> schools, int candidates) {
    placeSites(schools, candidates);
    int estates = (int) Math.round(points * ESTATES / PHASES);
    int left = points - placeEstates(Math.min(estates, points / (2 * PHASES)));
    placeQuarters(left);
  }

  private void placeSites(List<Wanted> schools, int candidates) {
    List<Block> blocks = grid.blocks();
    Spread spread = new Spread(blocks.stream().map(Block::middle).toList(), List.of());
    int belt = Math.max(schools.size(), (int) (blocks.size() * SCHOOL_BELT));
    List<Integer> picked = spread.pick(schools.size(), belt);
    for (int k = 0; k < schools.size(); k++) {
      sketch.schools.add(plot(blocks.get(picked.get(k)), schools.get(k)));
    }
    for (int block : spread.pick(candidates, blocks.size())) {
      sketch.candidates.add(plot(blocks.get(block), new Wanted("", Plot.Type.PRIMARY)));
    }
  }

  private Plot plot(Block block, Wanted wanted) {
    quartersLeft.put(block, QUARTERS_BESIDE_SITE);
    Coordinate gate = block.gate();
    int node = sketch.roads.addInside(gate, block.nodes().subList(0, 2));
    return new Plot(
        wanted.name(),
        wanted.type(),
        settlement,
        districtOf.apply(gate),
        township,
        gate,
        node,
        area -> block.site(area, sketch.geometries));
  }

  /** Returns the number of demand points used. */
  private int placeEstates(int estates) {
    int used = 0;
    List<Block> blocks = grid.blocks();
    for (int k = blocks.size() - 1; k >= 0 && used < estates * PHASES; k--) {
      Block block = blocks.get(k);
      if (quartersLeft.getOrDefault(block, 0) == QUARTERS) {
        placeEstate(block, names.estate(sketch.sources.size()));
        quartersLeft.put(block, 0);
        used += PHASES;
      }
    }
    return used;
  }

  private void placeEstate(Block block, String name) {
    int source = addSource(block, name, DemandSource.Kind.DEVELOPMENT, 0, PHASES);
    int firstYear = baseYear - 2 + dice.below(5);
    HalfYear delivery = new HalfYear(firstYear, 1 + dice.below(2));
    for (int phase = 1; phase <= PHASES; phase++) {
      Home.Phase part = new Home.Phase(phase, delivery, 120 + 10 * dice.below(15));
      placeHome(block, phase - 1, source, Optional.of(part));
      delivery = new HalfYear(delivery.year() + 1 + dice.below(2), 1 + dice.below(2));
    }
  }

  private void placeQuarters(int points) {
    List<Block> blocks = new ArrayList<>();
    double total = 0;
    for (Block block : grid.blocks()) {
      if (quartersLeft.getOrDefault(block, 0) > 0) {
        blocks.add(block);
        total += wish(block);
      }
    }
    int[] homes = new int[blocks.size()];
    double wished = 0;
    int placed = 0;
    for (int k = 0; k < homes.length; k++) {
      wished += wish(blocks.get(k)) * points / total;
      homes[k] = Math.min(room(blocks.get(k)), Math.max(0, (int) Math.round(wished) - placed));
      placed += homes[k];
    }
    for (int k = 0; placed < points; k = (k + 1) % homes.length) {
      if (homes[k] < room(blocks.get(k))) {
        homes[k]++;
        placed++;
      }
    }
    for (int k = 0; k < homes.length; k++) {
      if (homes[k] > 0) {
        placeQuarter(blocks.get(k), homes[k]);
      }
    }
  }

  private int room(Block block) {
    return quartersLeft.getOrDefault(block, 0);
  }

  private double wish(Block block) {
    return room(block) * (1 - THINNING * block.remoteness());
  }

  private void placeQuarter(Block block, int homes) {
    int first = QUARTERS - room(block);
    String name = names.quarter(sketch.sources.size());
    int source = addSource(block, name, DemandSource.Kind.RESIDENTIAL_AREA, first, homes);
    for (int k = 0; k < homes; k++) {
      placeHome(block, first + k, source, Optional.empty());
    }
  }

  private int addSource(
      Block block, String name, DemandSource.Kind kind, int firstQuarter, int quarters) {
    return sketch.add(
        new Source(
            name,
            kind,
            districtOf.apply(block.middle()),
            block.quarters(firstQuarter, quarters, sketch.geometries)));
  }

  private void placeHome(Block block, int quarter, int source, Optional<Home.Phase> phase) {
    Coordinate place = block.inQuarter(quarter, dice.between(-0.1, 0.1), dice.between(-0.1, 0.1));
    int node = sketch.roads.addInside(place, List.of(block.nodes().get(quarter)));
    double weight = dice.between(0.6, 1.4);
    sketch.homes.add(
        new Home(
            source, settlement, districtOf.apply(place), township, place, node, weight, phase));
  }
}
