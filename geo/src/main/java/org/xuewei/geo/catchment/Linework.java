package org.xuewei.geo.catchment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.OrientedCoordinateArray;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.snapround.SnapRoundingNoder;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * Lines in lon/lat that divide the plane into faces. All lines are noded together by snap rounding
 * on the grid of 7 decimals (about 1 cm), the grid on which faces are written: what is valid here
 * stays valid in a file. Dead ends bound nothing.
 */
final class Linework {
  /** Seven decimals of a degree. */
  static final PrecisionModel GRID = new PrecisionModel(1e7);

  static final GeometryFactory FACTORY = new GeometryFactory();

  /**
   * Longest straight piece, about 220 m. A straight line in lon/lat is bent in a projected CRS; at
   * this length by less than 1 mm, so faces keep their neighbours there too.
   */
  private static final double LONGEST_PIECE_DEGREES = 0.002;

  /** Five steps of the grid. */
  private static final double NEAR_BORDER_DEGREES = 5e-7;

  /** How exactly the farthest place from a border is found: half a step. */
  private static final double FARTHEST_WITHIN_DEGREES = 5e-8;

  /**
   * @param faces normalised and in a fixed order
   * @param borders the lines that bound faces, each once
   */
  record Division(List<Polygon> faces, List<LineString> borders) {
    /** The faces whose inside lies in one of the areas. */
    List<Polygon> facesWithin(PolygonIndex areas) {
      return faces.stream().filter(face -> !areas.covering(placeInside(face)).isEmpty()).toList();
    }
  }

  private final List<SegmentString> strings = new ArrayList<>();

  /** Adds the lines of a geometry, for polygons their rings. */
  void add(Geometry geometry) {
    for (Object component : LinearComponentExtracter.getLines(geometry)) {
      LineString line = (LineString) component;
      if (line.getLength() > 0) {
        Coordinate[] path = Densifier.densify(line, LONGEST_PIECE_DEGREES).getCoordinates();
        strings.add(new NodedSegmentString(path, null));
      }
    }
  }

  /** Adds lines of an earlier division as they are. */
  void addNoded(List<LineString> lines) {
    lines.forEach(line -> strings.add(new NodedSegmentString(line.getCoordinates(), null)));
  }

  /**
   * Makes a point on the grid keep its side of every line: a line that passes within half a grid
   * step is bent through the point, and no other line is moved across it.
   */
  void pin(Coordinate onGrid) {
    strings.add(new NodedSegmentString(new Coordinate[] {onGrid, onGrid.copy()}, null));
  }

  /** Divides the plane along the lines. */
  Division divide() {
    SnapRoundingNoder noder = new SnapRoundingNoder(GRID);
    noder.computeNodes(strings);
    Polygonizer polygonizer = new Polygonizer();
    Set<OrientedCoordinateArray> seen = new TreeSet<>();
    List<LineString> lines = new ArrayList<>();
    for (Object noded : noder.getNodedSubstrings()) {
      Coordinate[] path = ((SegmentString) noded).getCoordinates();
      if (seen.add(new OrientedCoordinateArray(path))) {
        lines.add(FACTORY.createLineString(path));
      }
    }
    polygonizer.add(lines);
    List<Polygon> faces = new ArrayList<>();
    for (Object face : polygonizer.getPolygons()) {
      Polygon polygon = (Polygon) face;
      polygon.normalize();
      faces.add(polygon);
    }
    faces.sort(null);
    Set<Object> boundNothing = Collections.newSetFromMap(new IdentityHashMap<>());
    boundNothing.addAll(polygonizer.getDangles());
    boundNothing.addAll(polygonizer.getCutEdges());
    lines.removeIf(boundNothing::contains);
    return new Division(faces, lines);
  }

  /**
   * A place inside a face that stays inside though noding moves lines by up to a grid step: the
   * usual interior point where it is far enough from the border, else the one that is farthest.
   */
  static Coordinate placeInside(Polygon face) {
    Point usual = face.getInteriorPoint();
    return face.getBoundary().isWithinDistance(usual, NEAR_BORDER_DEGREES)
        ? MaximumInscribedCircle.getCenter(face, FARTHEST_WITHIN_DEGREES).getCoordinate()
        : usual.getCoordinate();
  }

  static Coordinate onGrid(double lon, double lat) {
    return new Coordinate(GRID.makePrecise(lon), GRID.makePrecise(lat));
  }
}
