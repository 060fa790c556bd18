package org.xuewei.planner.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.xuewei.data.model.GradeBand;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.data.model.PlacementProblem.DemandUnit;
import org.xuewei.data.model.Plan;
import org.xuewei.data.model.Plan.Assignment;

/**
 * A plan's rows of the problem's stage and year, brought to the problem's indices. Rows that fit
 * nothing are kept as faults by subject.
 */
final class PlanReading {
  /** The assignment names a school that the problem does not have. */
  static final int UNKNOWN_SCHOOL = -2;

  static final int NOWHERE = -1;

  /** Pupils of one unit who go the same way; a proper plan has one flow a unit. */
  record Flow(int unit, int site, int pupils, int unitPupils) {}

  final int[] classes;
  final boolean[] listed;
  final int[][] pupilsAtSite;
  final List<Flow> flows = new ArrayList<>();

  /**
   * Demand points, or units by their points, without exactly one row a band that names an open
   * school.
   */
  final Set<String> misassigned = new TreeSet<>();

  /** Ids in school rows that are no site, or are listed twice, or have negative classes. */
  final Set<String> misnamedSchools = new TreeSet<>();

  private final PlacementProblem problem;
  private final List<GradeBand> bands;
  private final Map<String, Integer> siteIndex = new HashMap<>();

  PlanReading(PlacementProblem problem, Plan plan) {
    this.problem = problem;
    this.bands = problem.stage().bands();
    int sites = problem.sites().size();
    this.classes = new int[sites];
    this.listed = new boolean[sites];
    this.pupilsAtSite = new int[sites][bands.size()];
    for (int site = 0; site < sites; site++) {
      siteIndex.put(problem.sites().get(site).id(), site);
    }
    readSchools(plan);
    readAssignments(plan);
  }

  private void readSchools(Plan plan) {
    for (Plan.SchoolYear row : plan.schools()) {
      if (row.stage() != problem.stage() || row.year() != problem.year()) {
        continue;
      }
      Integer site = siteIndex.get(row.schoolId());
      if (site == null || listed[site] || row.classes() < 0) {
        misnamedSchools.add(row.schoolId());
      } else {
        listed[site] = true;
        classes[site] = row.classes();
      }
    }
  }

  private void readAssignments(Plan plan) {
    Map<String, Assignment[]> rowsByPoint = new HashMap<>();
    for (DemandUnit unit : problem.units()) {
      unit.pointIds().forEach(point -> rowsByPoint.put(point, new Assignment[bands.size()]));
    }
    for (Assignment row : plan.assignments()) {
      int band = bands.indexOf(row.band());
      if (row.year() != problem.year() || band < 0) {
        continue;
      }
      Assignment[] rows = rowsByPoint.get(row.demandPointId());
      if (rows == null || rows[band] != null || row.pupils() < 0) {
        misassigned.add(row.demandPointId());
      } else {
        rows[band] = row;
      }
    }
    for (int unit = 0; unit < problem.units().size(); unit++) {
      readUnit(unit, rowsByPoint);
    }
  }

  /** By unit: where most of its pupils go, the first of equals; negative: nowhere. */
  int[] siteOfUnit() {
    int[] siteOf = new int[problem.units().size()];
    int[] most = new int[siteOf.length];
    Arrays.fill(siteOf, NOWHERE);
    for (Flow flow : flows) {
      if (flow.pupils() > most[flow.unit()]) {
        most[flow.unit()] = flow.pupils();
        siteOf[flow.unit()] = flow.site();
      }
    }
    return siteOf;
  }

  private void readUnit(int unit, Map<String, Assignment[]> rowsByPoint) {
    DemandUnit demand = problem.units().get(unit);
    int[] missing = demand.pupilsByBand().stream().mapToInt(Integer::intValue).toArray();
    List<Flow> rowsOfUnit = new ArrayList<>();
    Set<Integer> places = new HashSet<>();
    for (String point : demand.pointIds()) {
      Assignment[] rows = rowsByPoint.get(point);
      for (int band = 0; band < missing.length; band++) {
        Assignment row = rows == null ? null : rows[band];
        if (row == null) {
          misassigned.add(point);
          continue;
        }
        int pupils = Math.min(row.pupils(), missing[band]);
        if (pupils < row.pupils()) {
          misassigned.add(point);
        }
        missing[band] -= pupils;
        int site =
            row.schoolId()
                .map(school -> siteIndex.getOrDefault(school, UNKNOWN_SCHOOL))
                .orElse(NOWHERE);
        if (site == UNKNOWN_SCHOOL || (site >= 0 && classes[site] <= 0)) {
          misassigned.add(point);
        }
        if (site >= 0) {
          pupilsAtSite[site][band] += pupils;
        }
        places.add(site);
        rowsOfUnit.add(new Flow(unit, site, pupils, demand.pupils()));
      }
    }
    int unread = 0;
    for (int ofBand : missing) {
      unread += ofBand;
    }
    if (unread > 0) {
      misassigned.addAll(demand.pointIds());
    }
    if (places.size() == 1 && unread == 0) {
      flows.add(new Flow(unit, places.iterator().next(), demand.pupils(), demand.pupils()));
      return;
    }
    if (places.size() > 1) {
      misassigned.addAll(demand.pointIds());
    }
    flows.addAll(rowsOfUnit);
    if (unread > 0 || rowsOfUnit.isEmpty()) {
      flows.add(new Flow(unit, NOWHERE, unread, demand.pupils()));
    }
  }
}
