package org.xuewei.geo.network;

import com.graphhopper.GraphHopper;
import com.graphhopper.isochrone.algorithm.ShortestPathTree;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.util.TraversalMode;
import com.graphhopper.routing.weighting.Weighting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xuewei.data.model.DataIssues;
import org.xuewei.data.model.DemandPoint;
import org.xuewei.data.model.InputException;
import org.xuewei.data.model.LonLat;
import org.xuewei.data.model.Progress;
import org.xuewei.data.model.TravelMatrix;
import org.xuewei.data.model.TravelMatrix.MissingReason;
import org.xuewei.geo.osm.OsmFileCheck;

/**
 * The streets of a map as pupils walk them, held in memory. Distances are the shortest ways by
 * GraphHopper between the places on the streets nearest to a point and to a gate; the steps from a
 * door to its street are not counted. Ferries are closed. Not thread-safe.
 */
public final class WalkingNetwork implements AutoCloseable {
  /** A point or gate farther than this from every street has no road nearby. */
  public static final int SNAP_LIMIT_METRES = 500;

  /**
   * Coordinates are kept to a centimetre, so a way put together from split streets may come out
   * some centimetres long; this much above a whole metre does not count as a metre begun.
   */
  private static final double ROUNDING_METRES = 0.1;

  /** The gate of a school or candidate site. */
  public record Gate(String siteId, LonLat location) {}

  private final GraphHopper graphHopper;

  private WalkingNetwork(GraphHopper graphHopper) {
    this.graphHopper = graphHopper;
  }

  /**
   * Reads the streets of an OpenStreetMap file, {@code .osm.pbf}.
   *
   * @throws InputException if the file is missing, damaged, or has no street to walk on
   */
  public static WalkingNetwork open(Path osmFile, Progress progress) {
    try (Progress.Phase phase = progress.start("walking network", 0)) {
      OsmFileCheck.check(osmFile);
      GraphHopper graphHopper = WalkingProfile.newGraphHopper().setOSMFile(osmFile.toString());
      importInto(graphHopper, osmFile);
      phase.advance(graphHopper.getBaseGraph().getEdges());
      return new WalkingNetwork(graphHopper);
    }
  }

  /**
   * GraphHopper asks for a folder even when it keeps the graph in memory, and answers a damaged
   * file with any kind of runtime exception.
   */
  private static void importInto(GraphHopper graphHopper, Path osmFile) {
    try {
      Path folder = Files.createTempDirectory("xuewei-walking-");
      try {
        graphHopper.setGraphHopperLocation(folder.toString()).importOrLoad();
      } catch (RuntimeException e) {
        graphHopper.close();
        throw new InputException(
            osmFile
                + ": no walking network could be read ("
                + e.getMessage()
                + "); expected OpenStreetMap nodes and ways with streets",
            e);
      } finally {
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Finds every site within reach of each point: one tree of shortest ways towards each site, by
   * Dijkstra's algorithm cut off at the limit, in O(sites · s log s) for s street segments in
   * reach. A pair is in the matrix when its rounded distance is within the limit. Equal input gives
   * an equal matrix.
   *
   * @param sites in the order of the matrix's site indices; a gate without a street within {@link
   *     #SNAP_LIMIT_METRES} is reached from nowhere and noted as {@code gate-without-road}
   * @param limitMetres longest way of interest, at least 0
   */
  public TravelMatrix travel(
      List<DemandPoint> points,
      List<Gate> sites,
      int limitMetres,
      DataIssues issues,
      Progress progress) {
    if (limitMetres < 0) {
      throw new IllegalArgumentException("limitMetres is " + limitMetres);
    }
    SnappedPlaces places = snap(points, sites);
    Weighting weighting = places.graph().wrapWeighting(WalkingProfile.weighting(graphHopper));
    Map<Integer, List<Integer>> pointsAtNode = pointsAtNode(places, points.size());
    TravelRows rows = new TravelRows(points.size());
    List<Integer> siteNodes = new ArrayList<>();
    try (Progress.Phase phase = progress.start("travel", sites.size())) {
      for (int site = 0; site < sites.size(); site++) {
        int node = places.node(points.size() + site);
        if (node == SnappedPlaces.NO_NODE) {
          noteGateWithoutRoad(sites.get(site), issues);
        } else {
          siteNodes.add(node);
          walkTowards(node, places.graph(), weighting, limitMetres, pointsAtNode, rows);
        }
        rows.endSite();
        phase.advance(1);
      }
    }
    BitSet connected = ReachableNodes.of(places.graph(), weighting, siteNodes);
    return matrix(points, sites, limitMetres, rows, places, connected);
  }

  private SnappedPlaces snap(List<DemandPoint> points, List<Gate> sites) {
    List<LonLat> places = new ArrayList<>(points.size() + sites.size());
    points.forEach(point -> places.add(point.location()));
    sites.forEach(site -> places.add(site.location()));
    return SnappedPlaces.of(
        places,
        graphHopper.getBaseGraph(),
        graphHopper.getLocationIndex(),
        WalkingProfile.snapFilter(graphHopper),
        SNAP_LIMIT_METRES);
  }

  private static Map<Integer, List<Integer>> pointsAtNode(SnappedPlaces places, int points) {
    Map<Integer, List<Integer>> pointsAtNode = new HashMap<>();
    for (int point = 0; point < points; point++) {
      if (places.node(point) != SnappedPlaces.NO_NODE) {
        pointsAtNode.computeIfAbsent(places.node(point), node -> new ArrayList<>()).add(point);
      }
    }
    return pointsAtNode;
  }

  private static void walkTowards(
      int siteNode,
      QueryGraph graph,
      Weighting weighting,
      int limitMetres,
      Map<Integer, List<Integer>> pointsAtNode,
      TravelRows rows) {
    ShortestPathTree tree = new ShortestPathTree(graph, weighting, true, TraversalMode.NODE_BASED);
    tree.setDistanceLimit(limitMetres + ROUNDING_METRES);
    tree.search(
        siteNode,
        label -> {
          int roundedUp = (int) Math.ceil(label.distance - ROUNDING_METRES);
          int metres = Math.max(0, Math.min(roundedUp, limitMetres));
          for (int point : pointsAtNode.getOrDefault(label.node, List.of())) {
            rows.add(point, metres);
          }
        });
  }

  private static void noteGateWithoutRoad(Gate gate, DataIssues issues) {
    issues.warn(
        "gate-without-road",
        "sites",
        gate.siteId(),
        "No street for pedestrians within "
            + SNAP_LIMIT_METRES
            + " m of the gate; no pupil can walk to this site.");
  }

  private static TravelMatrix matrix(
      List<DemandPoint> points,
      List<Gate> sites,
      int limitMetres,
      TravelRows rows,
      SnappedPlaces places,
      BitSet connected) {
    return rows.matrix(
        points.stream().map(DemandPoint::id).toList(),
        sites.stream().map(Gate::siteId).toList(),
        limitMetres,
        point -> reason(places.node(point), connected));
  }

  private static MissingReason reason(int node, BitSet connected) {
    if (node == SnappedPlaces.NO_NODE) {
      return MissingReason.NO_ROAD_NEARBY;
    }
    return connected.get(node) ? MissingReason.BEYOND_LIMIT : MissingReason.OTHER_COMPONENT;
  }

  /** The router itself, for comparisons. */
  GraphHopper graphHopper() {
    return graphHopper;
  }

  /** Frees the graph. */
  @Override
  public void close() {
    graphHopper.close();
  }
}
