package org.xuewei.geo.catchment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.xuewei.data.model.CandidateSite;
import org.xuewei.data.model.Contiguity;
import org.xuewei.data.model.DemandPoint;
import org.xuewei.data.model.LonLat;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.data.model.PlacementProblem.DemandUnit;
import org.xuewei.data.model.Progress;
import org.xuewei.data.model.School;
import org.xuewei.data.model.region.Dataset;
import org.xuewei.geo.crs.Projection;

/** One making of {@link UnitAdjacency}. */
final class TouchingUnits {
  private static final double LEAST_BORDER_METRES = 1;

  private final Dataset dataset;
  private final PlacementProblem problem;
  private final Projection projection;
  private final Map<String, DemandPoint> points = new HashMap<>();
  private final List<List<Coordinate>> placesOfUnit = new ArrayList<>();
  private final List<Set<Integer>> neighbours = new ArrayList<>();

  TouchingUnits(Dataset dataset, PlacementProblem problem) {
    this.dataset = dataset;
    this.problem = problem;
    this.projection = Projection.metric(dataset.header().metricEpsg());
    dataset.demandPoints().forEach(point -> points.put(point.id(), point));
    for (DemandUnit unit : problem.units()) {
      placesOfUnit.add(
          unit.pointIds().stream().map(id -> projection.toMetric(point(id).location())).toList());
      neighbours.add(new TreeSet<>());
    }
  }

  private DemandPoint point(String id) {
    return Objects.requireNonNull(points.get(id), id);
  }

  UnitAdjacency find(int reachMetres, Progress progress) {
    try (Progress.Phase phase = progress.start("adjacency", 3)) {
      Map<Integer, Geometry> areas = areas();
      phase.advance(1);
      joinAcrossBorders(areas, reachMetres);
      joinInOneArea(areas);
      phase.advance(1);
      HomeUnits homes = HomeUnits.of(problem, gates(), placesOfUnit);
      Contiguity contiguity =
          new Contiguity(
              neighbours.stream().map(TouchingUnits::toArray).toArray(int[][]::new),
              homes.bySite());
      phase.advance(1);
      return new UnitAdjacency(
          contiguity, parts(), ids(homes.schoolsElsewhere()), ids(homes.schoolsWithout()));
    }
  }

  /** Area by unit, as if every unit had a school of its own; units without an area are left out. */
  private Map<Integer, Geometry> areas() {
    Map<String, String> unitOfPoint = new HashMap<>();
    for (int unit = 0; unit < problem.units().size(); unit++) {
      for (String point : problem.units().get(unit).pointIds()) {
        unitOfPoint.put(point, Integer.toString(unit));
      }
    }
    Map<Integer, Geometry> areas = new TreeMap<>();
    for (Catchment area : Catchments.of(dataset, unitOfPoint, Progress.SILENT).list()) {
      areas.put(Integer.valueOf(area.schoolId()), area.lonLat());
    }
    return areas;
  }

  private void joinAcrossBorders(Map<Integer, Geometry> areas, int reachMetres) {
    Land land = new Land(dataset, projection);
    Map<LineSegment, Integer> open = new HashMap<>();
    Map<List<Integer>, Double> metres = new HashMap<>();
    areas.forEach(
        (unit, area) -> {
          for (LineSegment side : Sides.of(area)) {
            Integer other = open.putIfAbsent(side, unit);
            if (other != null && !unit.equals(other) && !neighbours.get(unit).contains(other)) {
              double border = crossedMetres(side, unit, other, land, reachMetres);
              if (metres.merge(List.of(other, unit), border, Double::sum) >= LEAST_BORDER_METRES) {
                join(unit, other);
              }
            }
          }
        });
  }

  /** Length on land of a piece of border, 0 where it is out of reach of one of the units. */
  private double crossedMetres(LineSegment side, int unit, int other, Land land, int reachMetres) {
    Geometry line = projection.toMetric(side.toGeometry(Linework.FACTORY));
    LineSegment piece = new LineSegment(line.getCoordinates()[0], line.getCoordinates()[1]);
    boolean reached =
        Stream.of(unit, other)
            .allMatch(
                own ->
                    placesOfUnit.get(own).stream()
                        .anyMatch(place -> piece.distance(place) <= reachMetres));
    return reached ? land.onLand((LineString) line).getLength() : 0;
  }

  /** A unit without room of its own touches those whose area its points lie in. */
  private void joinInOneArea(Map<Integer, Geometry> areas) {
    List<Integer> owners = List.copyOf(areas.keySet());
    PolygonIndex index = new PolygonIndex(List.copyOf(areas.values()));
    for (int unit = 0; unit < neighbours.size(); unit++) {
      if (!areas.containsKey(unit)) {
        for (String id : problem.units().get(unit).pointIds()) {
          LonLat place = point(id).location();
          for (int area : index.covering(Linework.onGrid(place.lon(), place.lat()))) {
            join(unit, owners.get(area));
          }
        }
      }
    }
  }

  private void join(int unit, int other) {
    neighbours.get(unit).add(other);
    neighbours.get(other).add(unit);
  }

  private List<Coordinate> gates() {
    Map<String, LonLat> gates = new HashMap<>();
    for (School school : dataset.schools()) {
      gates.put(school.id(), school.gate());
    }
    for (CandidateSite candidate : dataset.candidates()) {
      gates.put(candidate.id(), candidate.gate());
    }
    return problem.sites().stream()
        .map(site -> projection.toMetric(Objects.requireNonNull(gates.get(site.id()))))
        .toList();
  }

  private static int[] toArray(Set<Integer> units) {
    return units.stream().mapToInt(Integer::intValue).toArray();
  }

  private List<Integer> parts() {
    boolean[] seen = new boolean[neighbours.size()];
    List<Integer> parts = new ArrayList<>();
    for (int unit = 0; unit < seen.length; unit++) {
      if (!seen[unit]) {
        parts.add(fill(unit, seen));
      }
    }
    parts.sort(Comparator.reverseOrder());
    return parts;
  }

  private int fill(int start, boolean[] seen) {
    List<Integer> found = new ArrayList<>(List.of(start));
    seen[start] = true;
    for (int head = 0; head < found.size(); head++) {
      for (int other : neighbours.get(found.get(head))) {
        if (!seen[other]) {
          seen[other] = true;
          found.add(other);
        }
      }
    }
    return found.size();
  }

  private List<String> ids(List<Integer> sites) {
    return sites.stream().map(site -> problem.sites().get(site).id()).toList();
  }
}
