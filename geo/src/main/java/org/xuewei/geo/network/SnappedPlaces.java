package org.xuewei.geo.network;

import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.util.EdgeFilter;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.index.LocationIndex;
import com.graphhopper.storage.index.Snap;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xuewei.data.model.LonLat;

/** Places put on the nearest street, each at a node of a graph that holds them all. */
final class SnappedPlaces {
  /** Stands for a place without a street near it. */
  static final int NO_NODE = -1;

  private final QueryGraph graph;
  private final List<@Nullable Snap> snaps;

  private SnappedPlaces(QueryGraph graph, List<@Nullable Snap> snaps) {
    this.graph = graph;
    this.snaps = snaps;
  }

  /**
   * @param limitMetres a place farther than this from every accepted street has no node
   */
  static SnappedPlaces of(
      List<LonLat> places,
      BaseGraph streets,
      LocationIndex index,
      EdgeFilter accepted,
      double limitMetres) {
    List<@Nullable Snap> snaps = new ArrayList<>(places.size());
    List<Snap> found = new ArrayList<>(places.size());
    for (LonLat place : places) {
      Snap snap = index.findClosest(place.lat(), place.lon(), accepted);
      if (snap.isValid() && snap.getQueryDistance() <= limitMetres) {
        snaps.add(snap);
        found.add(snap);
      } else {
        snaps.add(null);
      }
    }
    return new SnappedPlaces(QueryGraph.create(streets, found), snaps);
  }

  QueryGraph graph() {
    return graph;
  }

  /** The place's node, or {@link #NO_NODE}. */
  int node(int place) {
    Snap snap = snaps.get(place);
    return snap == null ? NO_NODE : snap.getClosestNode();
  }
}
