package org.xuewei.geo.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** Picks places that lie apart: each next one is the farthest from all before (Gonzalez 1985). */
final class Spread {
  private final List<Coordinate> places;
  private final double[] distance;
  private final boolean[] taken;

  /**
   * @param occupied places to keep away from
   */
  Spread(List<Coordinate> places, List<Coordinate> occupied) {
    this.places = places;
    distance = new double[places.size()];
    taken = new boolean[places.size()];
    Arrays.fill(distance, Double.MAX_VALUE);
    occupied.forEach(this::keepAwayFrom);
  }

  /**
   * Indices of the next places.
   *
   * @param among only the first so many places come into question
   * @throws IllegalArgumentException if there are not so many places left
   */
  List<Integer> pick(int count, int among) {
    List<Integer> picked = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      int best = -1;
      for (int place = 0; place < among; place++) {
        if (!taken[place] && (best < 0 || distance[place] > distance[best])) {
          best = place;
        }
      }
      if (best < 0) {
        throw new IllegalArgumentException(count + " of " + among + " places are too many");
      }
      taken[best] = true;
      keepAwayFrom(places.get(best));
      picked.add(best);
    }
    return picked;
  }

  private void keepAwayFrom(Coordinate occupied) {
    for (int place = 0; place < places.size(); place++) {
      distance[place] = Math.min(distance[place], places.get(place).distance(occupied));
    }
  }
}
