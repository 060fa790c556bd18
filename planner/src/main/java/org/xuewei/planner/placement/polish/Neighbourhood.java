package org.xuewei.planner.placement.polish;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.xuewei.planner.placement.bound.Scip;
import org.xuewei.planner.placement.polish.Divisions.Division;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.placement.state.Solution;

/**
 * Some sites and units set free, everything else fixed, as a mixed-integer program: sizes with
 * their classes divided among the bands, one place a unit, and what is left of budget and number of
 * new schools. To be closed; not thread-safe.
 */
final class Neighbourhood implements AutoCloseable {
  private static final double FREE = Double.POSITIVE_INFINITY;
  private static final double MILLION = 1e6;

  /** Nearest places of a unit that are tried beside its own. */
  private static final int ARCS_OF_A_UNIT = 12;

  private final Instance instance;
  private final Solution now;
  private final int[] units;
  private final MPSolver solver = MPSolver.createSolver("SCIP");
  private final MPConstraint budget;
  private final MPConstraint opened;
  private final Map<Integer, Site> siteOf = new HashMap<>();
  private final Map<Integer, MPVariable> arcs = new HashMap<>();
  private final List<MPVariable> hinted = new ArrayList<>();
  private final List<Double> hints = new ArrayList<>();

  private record Site(List<Division> divisions, List<MPVariable> chosen, MPConstraint[] seatRows) {}

  Neighbourhood(Instance instance, Solution now, int[] sites, int[] units) {
    this.instance = instance;
    this.now = now;
    this.units = units;
    long capital = now.capital();
    int schools = now.opened();
    for (int site : sites) {
      int size = now.sizeOf(site);
      capital -= size >= 0 ? instance.sizeCapital[size] : 0;
      schools -= size >= 0 && !instance.existing[site] ? 1 : 0;
    }
    solver.objective().setMinimization();
    budget =
        solver.makeConstraint(
            -FREE,
            instance.budget == Long.MAX_VALUE ? FREE : (instance.budget - capital) / MILLION);
    opened =
        solver.makeConstraint(
            -FREE,
            instance.newSchoolsAtMost == Integer.MAX_VALUE
                ? FREE
                : instance.newSchoolsAtMost - schools);
    double shareOfFirst = shareOfFirst();
    for (int site : sites) {
      addSite(site, shareOfFirst);
    }
    for (int unit : units) {
      addUnit(unit);
    }
  }

  private double shareOfFirst() {
    long first = 0;
    long all = 0;
    for (int unit : units) {
      first += instance.pupilsOfBand[unit * instance.bands];
      all += instance.pupils[unit];
    }
    return all == 0 ? 0.5 : first / (double) all;
  }

  private void addSite(int site, double shareOfFirst) {
    List<Division> divisions = Divisions.of(instance, site, shareOfFirst);
    int[] load = load(site);
    MPConstraint[] seatRows = new MPConstraint[load.length];
    for (int kind = 0; kind < seatRows.length; kind++) {
      seatRows[kind] = solver.makeConstraint(-FREE, 0);
    }
    MPConstraint oneDivision = solver.makeConstraint(instance.existing[site] ? 1 : 0, 1);
    List<MPVariable> chosen = new ArrayList<>();
    boolean isHinted = false;
    for (Division division : divisions) {
      MPVariable variable = solver.makeBoolVar("");
      chosen.add(variable);
      oneDivision.setCoefficient(variable, 1);
      int size = division.size();
      solver.objective().setCoefficient(variable, instance.sizeYuan[size] / MILLION);
      budget.setCoefficient(variable, instance.sizeCapital[size] / MILLION);
      opened.setCoefficient(variable, instance.existing[site] ? 0 : 1);
      for (int kind = 0; kind < seatRows.length; kind++) {
        seatRows[kind].setCoefficient(variable, -division.seats()[kind]);
      }
      boolean isNow = !isHinted && !now.isClosed(site) && division.holds(load);
      isHinted |= isNow;
      hint(variable, isNow);
    }
    siteOf.put(site, new Site(divisions, chosen, seatRows));
  }

  private int[] load(int site) {
    int[] load = new int[1 + instance.bands];
    for (int band = 0; band < instance.bands; band++) {
      load[1 + band] = now.load(site, band);
      load[0] += load[1 + band];
    }
    return load;
  }

  private int[] pupils(int unit) {
    int[] pupils = new int[1 + instance.bands];
    pupils[0] = instance.pupils[unit];
    System.arraycopy(instance.pupilsOfBand, unit * instance.bands, pupils, 1, instance.bands);
    return pupils;
  }

  private void addUnit(int unit) {
    MPConstraint onePlace = solver.makeConstraint(-FREE, 1);
    int[] pupils = pupils(unit);
    int tried = 0;
    for (int arc = instance.rowStart[unit]; arc < instance.rowStart[unit + 1]; arc++) {
      Site site = siteOf.get(instance.arcSite[arc]);
      boolean isNow = now.arcOf(unit) == arc;
      if (site == null || (tried >= ARCS_OF_A_UNIT && !isNow)) {
        continue;
      }
      int[] seating =
          IntStream.range(0, site.divisions.size())
              .filter(k -> site.divisions.get(k).holds(pupils))
              .toArray();
      if (seating.length == 0) {
        continue;
      }
      tried++;
      MPVariable variable = solver.makeBoolVar("");
      arcs.put(arc, variable);
      onePlace.setCoefficient(variable, 1);
      solver
          .objective()
          .setCoefficient(
              variable, (instance.arcYuan[arc] - instance.unservedYuan[unit]) / MILLION);
      for (int kind = 0; kind < pupils.length; kind++) {
        site.seatRows[kind].setCoefficient(variable, pupils[kind]);
      }
      if (seating.length < site.divisions.size() || !instance.existing[instance.arcSite[arc]]) {
        MPConstraint tie = solver.makeConstraint(-FREE, 0);
        tie.setCoefficient(variable, 1);
        for (int k : seating) {
          tie.setCoefficient(site.chosen.get(k), -1);
        }
      }
      hint(variable, isNow);
    }
  }

  private void hint(MPVariable variable, boolean isNow) {
    hinted.add(variable);
    hints.add(isNow ? 1.0 : 0.0);
  }

  /**
   * Moves the solution to the best found, when that is better.
   *
   * @param nodes most nodes of the search tree
   * @return true when no better place is left in the neighbourhood
   */
  boolean improve(int nodes) {
    solver.setHint(
        hinted.toArray(MPVariable[]::new), hints.stream().mapToDouble(hint -> hint).toArray());
    Scip.End end = Scip.solve(solver, nodes);
    if (end == Scip.End.NOTHING_FOUND) {
      return false;
    }
    Solution found = now.copy();
    for (int unit : units) {
      found.assign(unit, Solution.UNSERVED);
    }
    arcs.forEach(
        (arc, variable) -> {
          if (variable.solutionValue() > 0.5) {
            found.assign(instance.arcUnit[arc], arc);
          }
        });
    if (found.isFeasible() && found.yuan() < now.yuan()) {
      now.set(found);
    }
    return end == Scip.End.OPTIMAL;
  }

  @Override
  public void close() {
    solver.delete();
  }
}
