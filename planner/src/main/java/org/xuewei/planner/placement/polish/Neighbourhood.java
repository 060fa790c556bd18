package org.xuewei.planner.placement.polish;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.xuewei.planner.placement.polish.Divisions.Division;
import org.xuewei.planner.placement.polish.Regions.Region;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.placement.state.Solution;
import org.xuewei.planner.program.Program;
import org.xuewei.planner.program.ProgramSolution;

/**
 * Some sites and units set free, everything else fixed, as a mixed-integer program: sizes with
 * their classes divided among the bands, one place a unit, and what is left of budget and number of
 * new schools. Not thread-safe.
 */
final class Neighbourhood {
  private static final double FREE = Double.POSITIVE_INFINITY;
  private static final double MILLION = 1e6;

  /** Nearest places of a unit that are tried beside its own. */
  private static final int ARCS_OF_A_UNIT = 12;

  private final Instance instance;
  private final Solution now;
  private final int[] units;
  private final Program program = new Program();
  private final int budget;
  private final int opened;
  private final Map<Integer, Site> siteOf = new HashMap<>();
  private final Map<Integer, Integer> columnOfArc = new LinkedHashMap<>();

  /**
   * @param firstColumn of its divisions
   * @param firstRow of its seats: those of all bands, then of each
   */
  private record Site(List<Division> divisions, int firstColumn, int firstRow) {}

  /**
   * @param mayTakeWhatIsLeft whether it may use what nobody uses of budget and new schools, beside
   *     what its own sites have now
   */
  Neighbourhood(Instance instance, Solution now, Region region, boolean mayTakeWhatIsLeft) {
    this.instance = instance;
    this.now = now;
    this.units = region.units().stream().mapToInt(unit -> unit).toArray();
    long capital = mayTakeWhatIsLeft ? instance.budget - now.capital() : 0;
    int schools = mayTakeWhatIsLeft ? instance.newSchoolsAtMost - now.opened() : 0;
    for (int site : region.sites()) {
      int size = now.sizeOf(site);
      capital += size >= 0 ? instance.sizeCapital[size] : 0;
      schools += size >= 0 && !instance.existing[site] ? 1 : 0;
    }
    budget = program.addRow(-FREE, instance.budget == Long.MAX_VALUE ? FREE : capital / MILLION);
    opened = program.addRow(-FREE, instance.newSchoolsAtMost == Integer.MAX_VALUE ? FREE : schools);
    double shareOfFirst = shareOfFirst();
    for (int site : region.sites()) {
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
    int firstRow = program.rows();
    for (int kind = 0; kind < load.length; kind++) {
      program.addRow(-FREE, 0);
    }
    int oneDivision = program.addRow(instance.existing[site] ? 1 : 0, 1);
    siteOf.put(site, new Site(divisions, program.columns(), firstRow));
    boolean isHinted = false;
    for (Division division : divisions) {
      int size = division.size();
      int column = program.addColumn(0, 1, true, instance.sizeYuan[size] / MILLION);
      program.set(oneDivision, column, 1);
      program.set(budget, column, instance.sizeCapital[size] / MILLION);
      program.set(opened, column, instance.existing[site] ? 0 : 1);
      for (int kind = 0; kind < load.length; kind++) {
        program.set(firstRow + kind, column, -division.seats()[kind]);
      }
      boolean isNow = !isHinted && !now.isClosed(site) && division.holds(load);
      isHinted |= isNow;
      program.hint(column, isNow ? 1 : 0);
    }
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
    int onePlace = program.addRow(-FREE, 1);
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
      int column =
          program.addColumn(
              0, 1, true, (instance.arcYuan[arc] - instance.unservedYuan[unit]) / MILLION);
      columnOfArc.put(arc, column);
      program.set(onePlace, column, 1);
      for (int kind = 0; kind < pupils.length; kind++) {
        program.set(site.firstRow + kind, column, pupils[kind]);
      }
      if (seating.length < site.divisions.size() || !instance.existing[instance.arcSite[arc]]) {
        int tie = program.addRow(-FREE, 0);
        program.set(tie, column, 1);
        for (int k : seating) {
          program.set(tie, site.firstColumn + k, -1);
        }
      }
      program.hint(column, isNow ? 1 : 0);
    }
  }

  Program program() {
    return program;
  }

  /** Moves the solution, here only, to the one found, when that is better. */
  void moveTo(ProgramSolution found) {
    Solution moved = now.copy();
    for (int unit : units) {
      moved.assign(unit, Solution.UNSERVED);
    }
    columnOfArc.forEach(
        (arc, column) -> {
          if (found.value(column) > 0.5) {
            moved.assign(instance.arcUnit[arc], arc);
          }
        });
    if (moved.isFeasible() && moved.yuan() < now.yuan()) {
      now.set(moved);
    }
  }
}
