package org.xuewei.geo.catchment;

import java.util.List;
import java.util.Objects;
import org.xuewei.data.model.Contiguity;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.data.model.Progress;
import org.xuewei.data.model.region.Dataset;

/**
 * Which demand units of a county touch. Every unit has the area that {@link Catchments} would draw
 * if it had a school of its own; two touch where they share at least a metre of border that lies in
 * a district, out of the water, and no farther from both than a pupil may walk. So the area of a
 * contiguous catchment hangs together on the map, as far as the areas of its units do. A unit
 * without an area touches those whose area it lies in.
 *
 * @param contiguity indexed as the problem; the home unit of a site is the nearest of those that
 *     can reach it and fit in. Two schools of today never share one: the nearer has it and the
 *     other takes its next; a candidate takes one of a school's only where there is no other
 * @param parts units that hang together, by number of units, largest first; one number where the
 *     county is one piece
 * @param schoolsElsewhere ids of schools of today whose nearest unit in reach is another's
 * @param schoolsWithout ids of schools of today that no unit is left for, or can reach: they can
 *     have no catchment
 */
public record UnitAdjacency(
    Contiguity contiguity,
    List<Integer> parts,
    List<String> schoolsElsewhere,
    List<String> schoolsWithout) {
  public UnitAdjacency {
    Objects.requireNonNull(contiguity, "contiguity");
    parts = List.copyOf(parts);
    schoolsElsewhere = List.copyOf(schoolsElsewhere);
    schoolsWithout = List.copyOf(schoolsWithout);
  }

  /**
   * Cost: that of {@link Catchments#of}, and for borders across coasts and shores their vertices.
   *
   * @param problem of this dataset
   * @param reachMetres how far a pupil may walk
   */
  public static UnitAdjacency of(
      Dataset dataset, PlacementProblem problem, int reachMetres, Progress progress) {
    return new TouchingUnits(dataset, problem).find(reachMetres, progress);
  }
}
