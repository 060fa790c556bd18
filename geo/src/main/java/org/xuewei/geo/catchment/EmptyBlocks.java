package org.xuewei.geo.catchment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Gives every face without a demand point the label of the nearest face with one. The way is
 * counted from inner point to inner point over shared borders (Dijkstra from all labelled faces at
 * once), so that a face always hangs together with what it joins. A face that no shared border
 * leads to, an island, takes the label of the nearest as the crow flies.
 */
final class EmptyBlocks {
  private record Reached(double metres, int label, int face) {}

  private EmptyBlocks() {}

  /**
   * @param centres an inner point of every face in a plane, metres
   * @param labels by face; {@code empty} entries are replaced, unless all are empty
   */
  static void fill(List<Polygon> faces, List<Coordinate> centres, int[] labels, int empty) {
    List<Set<Integer>> neighbours = neighbours(faces);
    PriorityQueue<Reached> queue =
        new PriorityQueue<>(
            Comparator.comparingDouble(Reached::metres)
                .thenComparingInt(Reached::label)
                .thenComparingInt(Reached::face));
    STRtree labelled = new STRtree();
    for (int face = 0; face < labels.length; face++) {
      if (labels[face] != empty) {
        queue.add(new Reached(0, labels[face], face));
        labelled.insert(new Envelope(centres.get(face)), face);
      }
    }
    boolean none = queue.isEmpty();
    while (!queue.isEmpty()) {
      Reached from = queue.remove();
      if (from.metres() > 0) {
        if (labels[from.face()] != empty) {
          continue;
        }
        labels[from.face()] = from.label();
      }
      for (int next : neighbours.get(from.face())) {
        if (labels[next] == empty) {
          double step = centres.get(from.face()).distance(centres.get(next));
          queue.add(new Reached(from.metres() + Math.max(step, 1e-3), from.label(), next));
        }
      }
    }
    for (int face = 0; face < labels.length && !none; face++) {
      if (labels[face] == empty) {
        Object nearest =
            labelled.nearestNeighbour(
                new Envelope(centres.get(face)),
                face,
                (a, b) ->
                    centres
                        .get((Integer) a.getItem())
                        .distance(centres.get((Integer) b.getItem())));
        labels[face] = labels[(Integer) nearest];
      }
    }
  }

  private static List<Set<Integer>> neighbours(List<Polygon> faces) {
    List<Set<Integer>> neighbours = new ArrayList<>();
    Map<LineSegment, Integer> open = new HashMap<>();
    for (int face = 0; face < faces.size(); face++) {
      neighbours.add(new TreeSet<>());
      for (LineSegment side : Sides.of(faces.get(face))) {
        Integer other = open.remove(side);
        if (other == null) {
          open.put(side, face);
        } else {
          neighbours.get(face).add(other);
          neighbours.get(other).add(face);
        }
      }
    }
    return neighbours;
  }
}
