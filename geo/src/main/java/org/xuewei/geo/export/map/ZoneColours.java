package org.xuewei.geo.export.map;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/**
 * Colours for areas such that neighbours differ: Brélaz's DSATUR (1979), a heuristic that takes the
 * area with the most colours around it next. Among free colours the one used least is taken. When
 * an area has all colours around it, it gets the one used least. O(n²) without the neighbour
 * search.
 */
final class ZoneColours {
  private static final double NEIGHBOUR_DISTANCE = 2;

  private ZoneColours() {}

  /**
   * @param areas in sheet units; ties go to the earlier one
   * @return a colour 0..colours-1 for each area
   */
  static int[] of(List<Geometry> areas, int colours) {
    List<BitSet> neighbours = neighbours(areas);
    int[] colour = new int[areas.size()];
    Arrays.fill(colour, -1);
    BitSet[] around = new BitSet[areas.size()];
    Arrays.setAll(around, i -> new BitSet(colours));
    int[] used = new int[colours];
    for (int step = 0; step < colour.length; step++) {
      int next = mostConstrained(colour, around, neighbours);
      int chosen = leastUsed(used, around[next]);
      colour[next] = chosen;
      used[chosen]++;
      neighbours.get(next).stream().forEach(i -> around[i].set(chosen));
    }
    return colour;
  }

  private static int mostConstrained(int[] colour, BitSet[] around, List<BitSet> neighbours) {
    int best = -1;
    int bestSaturation = -1;
    int bestDegree = -1;
    for (int i = 0; i < colour.length; i++) {
      int saturation = around[i].cardinality();
      int degree = neighbours.get(i).cardinality();
      boolean better =
          saturation > bestSaturation || saturation == bestSaturation && degree > bestDegree;
      if (colour[i] < 0 && better) {
        best = i;
        bestSaturation = saturation;
        bestDegree = degree;
      }
    }
    return best;
  }

  private static int leastUsed(int[] used, BitSet taken) {
    boolean anyFree = taken.cardinality() < used.length;
    int best = -1;
    for (int i = 0; i < used.length; i++) {
      boolean allowed = !anyFree || !taken.get(i);
      if (allowed && (best < 0 || used[i] < used[best])) {
        best = i;
      }
    }
    return best;
  }

  private static List<BitSet> neighbours(List<Geometry> areas) {
    STRtree index = new STRtree();
    for (int i = 0; i < areas.size(); i++) {
      index.insert(areas.get(i).getEnvelopeInternal(), i);
    }
    List<BitSet> neighbours = areas.stream().map(area -> new BitSet(areas.size())).toList();
    for (int i = 0; i < areas.size(); i++) {
      Geometry area = areas.get(i);
      if (area.isEmpty()) {
        continue;
      }
      IndexedFacetDistance distance = new IndexedFacetDistance(area);
      Envelope box = area.getEnvelopeInternal();
      box.expandBy(NEIGHBOUR_DISTANCE);
      for (Object found : index.query(box)) {
        int other = (Integer) found;
        if (other > i && distance.isWithinDistance(areas.get(other), NEIGHBOUR_DISTANCE)) {
          neighbours.get(i).set(other);
          neighbours.get(other).set(i);
        }
      }
    }
    return neighbours;
  }
}
