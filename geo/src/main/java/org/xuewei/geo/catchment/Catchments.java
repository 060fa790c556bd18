package org.xuewei.geo.catchment;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.locationtech.jts.geom.LineSegment;
import org.xuewei.data.model.Progress;
import org.xuewei.data.model.region.Dataset;
import org.xuewei.geo.crs.Projection;

/**
 * The catchments of an assignment, ordered by school id. Together they are a valid coverage:
 * neighbours share their vertices and nothing overlaps, in lon/lat as written with 7 decimals.
 *
 * <p>The planning unit is the block: a face between the district borders and the streets (dead ends
 * and paths for walking or farm work bound nothing). A block whose demand points go to several
 * schools is divided among them, every place to its nearest point. A block without a demand point
 * joins the nearest block with one, counted over shared borders. What lies nearest to a demand
 * point without a school belongs to no catchment, so the map shows where places are missing. No
 * catchment leaves the districts.
 *
 * @param uncoveredPointIds assigned demand points outside their school's catchment: those outside
 *     every district, and perhaps one of several that lie within centimetres of each other and of a
 *     street. Demand points count at 7 decimals, as they are written.
 */
public record Catchments(List<Catchment> list, List<String> uncoveredPointIds) {
  public Catchments {
    list = List.copyOf(list);
    uncoveredPointIds = List.copyOf(uncoveredPointIds);
  }

  /**
   * Draws the catchments of an assignment. Cost about O(n log n) in the vertices of streets and
   * borders.
   *
   * @param schoolOfPoint site id by demand point id; points that are missing have no school
   */
  public static Catchments of(
      Dataset dataset, Map<String, String> schoolOfPoint, Progress progress) {
    Projection projection = Projection.metric(dataset.header().metricEpsg());
    return new CatchmentMap(dataset, schoolOfPoint, projection::toMetric).draw(progress);
  }

  /** Mean and least {@link Catchment#compactness}; without catchments there is neither. */
  public DoubleSummaryStatistics compactness() {
    return list.stream().mapToDouble(Catchment::compactness).summaryStatistics();
  }

  /**
   * A small number from 0 for every school, different for catchments that touch along a line, for
   * colouring maps (greedy colouring in the order of school ids).
   */
  public Map<String, Integer> colours() {
    Map<LineSegment, Integer> owner = new HashMap<>();
    List<Set<Integer>> neighbours = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      neighbours.add(new HashSet<>());
      for (LineSegment side : Sides.of(list.get(i).lonLat())) {
        Integer other = owner.putIfAbsent(side, i);
        if (other != null && other != i) {
          neighbours.get(i).add(other);
        }
      }
    }
    Map<String, Integer> colours = new TreeMap<>();
    for (int i = 0; i < list.size(); i++) {
      Set<Integer> taken = new HashSet<>();
      neighbours.get(i).forEach(other -> taken.add(colours.get(list.get(other).schoolId())));
      int colour = 0;
      while (taken.contains(colour)) {
        colour++;
      }
      colours.put(list.get(i).schoolId(), colour);
    }
    return colours;
  }
}
