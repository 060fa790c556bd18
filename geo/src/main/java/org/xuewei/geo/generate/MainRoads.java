package org.xuewei.geo.generate;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import org.xuewei.geo.generate.RoadPlan.Kind;
import org.xuewei.geo.network.StreetGraph;

/** Makes main roads of the shortest ways from every town to its nearest neighbours. */
final class MainRoads {
  private static final int ROADS_OF_SEAT = 6;
  private static final int ROADS_OF_TOWN = 2;

  private MainRoads() {}

  /**
   * @param towns the county seats first
   * @param seats number of the county seats; their roads are of the better kind
   * @param nameOf name of a town
   */
  static void draw(RoadPlan roads, List<StreetGrid> towns, int seats, IntFunction<String> nameOf) {
    try (StreetGraph graph = roads.graph()) {
      for (StreetGrid town : towns) {
        List<StreetGrid> neighbours =
            towns.stream()
                .filter(other -> other.town() != town.town())
                .sorted(Comparator.comparingDouble(o -> o.centre().distance(town.centre())))
                .limit(town.town() < seats ? ROADS_OF_SEAT : ROADS_OF_TOWN)
                .toList();
        for (StreetGrid other : neighbours) {
          int first = Math.min(town.town(), other.town());
          int second = Math.max(town.town(), other.town());
          roads.upgrade(
              graph,
              town.middleNode(),
              other.middleNode(),
              first < seats ? Kind.PRIMARY : Kind.SECONDARY,
              nameOf.apply(first).substring(0, 1) + nameOf.apply(second).charAt(0) + "路");
        }
      }
    }
  }
}
