package org.xuewei.geo.catchment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;

/** The labels of the demand points in every block. */
final class BlockDemand {
  /**
   * How far one looks from a spot, about half a metre. A block that is no wider there than a few
   * steps of the grid may lose the spot when lines are noded again.
   */
  private static final double VIEW_DEGREES = 5e-6;

  private record OnBorder(Coordinate place, int label, List<Integer> blocks) {}

  private final PolygonIndex index;
  private final List<SortedMap<Coordinate, SortedSet<Integer>>> labelsAt = new ArrayList<>();
  private final List<OnBorder> onBorders = new ArrayList<>();

  BlockDemand(PolygonIndex index, int blocks) {
    this.index = index;
    for (int block = 0; block < blocks; block++) {
      labelsAt.add(new TreeMap<>());
    }
  }

  /** Adds a point; one outside every block is left out, one on a border waits for the others. */
  void add(Coordinate place, int label) {
    List<Integer> blocks = index.covering(place);
    if (blocks.size() == 1) {
      put(blocks.get(0), place, label);
    } else if (blocks.size() > 1) {
      onBorders.add(new OnBorder(place, label, blocks));
    }
  }

  /** Puts every point on a border into the block in which others of its label leave most room. */
  void settleBorders() {
    for (OnBorder point : onBorders) {
      int roomiest = point.blocks().get(0);
      for (int block : point.blocks()) {
        if (room(block, point) > room(roomiest, point)) {
          roomiest = block;
        }
      }
      put(roomiest, point.place(), point.label());
    }
    onBorders.clear();
  }

  /** Degrees to the nearest point of another label; less than any in the tip of a sliver. */
  private double room(int block, OnBorder point) {
    if (!Sector.opens(index.locator(block), point.place(), VIEW_DEGREES)) {
      return -1;
    }
    double room = Double.MAX_VALUE;
    for (Map.Entry<Coordinate, SortedSet<Integer>> entry : labelsAt.get(block).entrySet()) {
      if (entry.getValue().stream().anyMatch(label -> label != point.label())) {
        room = Math.min(room, entry.getKey().distance(point.place()));
      }
    }
    return room;
  }

  private void put(int block, Coordinate place, int label) {
    labelsAt.get(block).computeIfAbsent(place, key -> new TreeSet<>()).add(label);
  }

  /** Labels by place in a block. */
  SortedMap<Coordinate, SortedSet<Integer>> in(int block) {
    return labelsAt.get(block);
  }
}
