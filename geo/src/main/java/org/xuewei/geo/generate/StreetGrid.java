package org.xuewei.geo.generate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * A town: blocks on a turned grid of streets, from the middle outwards.
 *
 * @param middleNode the crossing in the middle
 */
record StreetGrid(int town, Coordinate centre, int middleNode, List<Block> blocks) {
  private static final double SHAKE = 0.05;
  private static final int STREETS_PER_MAIN_STREET = 4;
  private static final double EDGE_METRES = 60;

  private record Cell(int column, int row) {
    double distance() {
      return StrictMath.hypot(column + 0.5, row + 0.5);
    }
  }

  /**
   * Draws the streets of a town.
   *
   * @param spacingMetres between parallel streets
   */
  static StreetGrid draw(
      int town,
      Coordinate centre,
      int blocks,
      double spacingMetres,
      RoadPlan roads,
      PlaceNames names,
      Dice dice) {
    double angle = dice.between(-0.35, 0.35);
    List<Cell> cells = cells(blocks);
    double radius = cells.get(cells.size() - 1).distance();
    Map<Cell, Integer> nodes = new HashMap<>();
    for (Cell cell : cells) {
      for (Cell corner : corners(cell)) {
        nodes.computeIfAbsent(
            corner, c -> roads.addNode(place(c, centre, angle, spacingMetres, dice), town));
      }
    }
    List<Block> drawn = new ArrayList<>();
    for (Cell cell : cells) {
      List<Integer> around = corners(cell).stream().map(c -> node(nodes, c)).toList();
      for (int k = 0; k < 4; k++) {
        Cell from = corners(cell).get(k);
        Cell to = corners(cell).get((k + 1) % 4);
        boolean alongRow = from.row() == to.row();
        int line = alongRow ? from.row() : from.column();
        boolean main = Math.floorMod(line, STREETS_PER_MAIN_STREET) == 0;
        roads.addWay(
            node(nodes, from),
            node(nodes, to),
            main ? RoadPlan.Kind.TERTIARY : RoadPlan.Kind.RESIDENTIAL,
            names.street(2 * line + (alongRow ? 1 : 0)) + (main ? "大街" : "路"));
      }
      drawn.add(new Block(turned(around, dice.below(4)), List.of(), cell.distance() / radius));
    }
    List<Block> placed =
        drawn.stream()
            .map(
                b ->
                    new Block(
                        b.nodes(), b.nodes().stream().map(roads::node).toList(), b.remoteness()))
            .toList();
    return new StreetGrid(town, centre, node(nodes, new Cell(0, 0)), placed);
  }

  private static int node(Map<Cell, Integer> nodes, Cell corner) {
    Integer node = nodes.get(corner);
    if (node == null) {
      throw new IllegalStateException("no node at " + corner);
    }
    return node;
  }

  private static List<Cell> cells(int blocks) {
    int reach = (int) StrictMath.sqrt(blocks) + 2;
    List<Cell> cells = new ArrayList<>();
    for (int column = -reach; column < reach; column++) {
      for (int row = -reach; row < reach; row++) {
        cells.add(new Cell(column, row));
      }
    }
    cells.sort(
        Comparator.comparingDouble((Cell cell) -> Math.rint(cell.distance() * 1000))
            .thenComparingInt(Cell::column)
            .thenComparingInt(Cell::row));
    return List.copyOf(cells.subList(0, blocks));
  }

  private static List<Cell> corners(Cell cell) {
    int column = cell.column();
    int row = cell.row();
    return List.of(
        new Cell(column, row),
        new Cell(column + 1, row),
        new Cell(column + 1, row + 1),
        new Cell(column, row + 1));
  }

  private static Coordinate place(
      Cell corner, Coordinate centre, double angle, double spacing, Dice dice) {
    double x = (corner.column() + dice.between(-SHAKE, SHAKE)) * spacing;
    double y = (corner.row() + dice.between(-SHAKE, SHAKE)) * spacing;
    double cos = StrictMath.cos(angle);
    double sin = StrictMath.sin(angle);
    return new Coordinate(centre.x + cos * x - sin * y, centre.y + sin * x + cos * y);
  }

  private static List<Integer> turned(List<Integer> corners, int turns) {
    List<Integer> turned = new ArrayList<>(corners.subList(turns, 4));
    turned.addAll(corners.subList(0, turns));
    return List.copyOf(turned);
  }

  /** The built-up area with a narrow edge. */
  Geometry builtUpArea(GeometryFactory geometries) {
    Coordinate[] corners =
        blocks.stream().flatMap(block -> block.corners().stream()).toArray(Coordinate[]::new);
    return geometries.createMultiPointFromCoords(corners).convexHull().buffer(EDGE_METRES, 2);
  }

  /** Blocks that a town of so many homes and sites needs. */
  static int blocksFor(int points, int sites) {
    return Math.max(4, sites + (int) Math.ceil(points / HOMES_PER_BLOCK));
  }

  static final double HOMES_PER_BLOCK = 2.5;

  /** Radius of a town of so many blocks, in metres. */
  static double radiusMetres(int blocks, double spacingMetres) {
    return StrictMath.sqrt(blocks / StrictMath.PI) * spacingMetres + spacingMetres;
  }
}
