package org.xuewei.planner.placement.polish;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.xuewei.data.model.Contiguity;
import org.xuewei.data.model.StopSignal;
import org.xuewei.planner.placement.polish.Divisions.Division;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.placement.state.Solution;
import org.xuewei.planner.program.Program;
import org.xuewei.planner.program.ProgramSolution;
import org.xuewei.planner.program.ProgramSolver;
import org.xuewei.planner.program.SearchLimits;

/**
 * Some sites and units set free, everything else fixed, as a mixed-integer program. Where
 * catchments must be contiguous, what a solution violates is added and the program solved again.
 */
final class NeighbourhoodProgram {
  private static final double FREE = Double.POSITIVE_INFINITY;

  /** Times that cuts are added and the program is solved again. */
  private static final int MOST_ROUNDS = 3;

  /** Capital in the program is in million yuan, which suits tolerances. */
  private static final double MILLION = 1e6;

  /** Yuan a year of one unit of cost in the program: the mean arc that is free. */
  private final double unitOfMoney;

  private final Instance instance;
  private final Solution now;
  private final int[] sites;
  private final int[] units;
  private final int[] arcs;
  private final Program program = new Program();
  private final Map<Integer, Site> siteOf = new HashMap<>();
  private final Map<Integer, Integer> columnOfArc = new LinkedHashMap<>();
  private final List<Separators.Cut> found = new ArrayList<>();

  private record Site(int site, List<Division> divisions, int[] chosen, int[] seatRows) {}

  /** What came of a neighbourhood. */
  record Outcome(Optional<Solution> better, boolean proved, List<Separators.Cut> cuts) {}

  /**
   * @param now stays as it is
   * @param slack whether money and new schools that are left may be spent beside what the sites
   *     have
   */
  NeighbourhoodProgram(
      Instance instance, Solution now, Neighbourhood neighbourhood, boolean slack) {
    this.instance = instance;
    this.now = now;
    this.sites = neighbourhood.sites();
    this.units = neighbourhood.units();
    this.arcs = neighbourhood.arcs();
    double sum = 0;
    for (int unit : units) {
      sum += now.arcOf(unit) < 0 ? 0 : instance.arcYuan[now.arcOf(unit)];
    }
    this.unitOfMoney = Math.max(1, sum / Math.max(1, units.length));
    addSites(slack);
    addUnits();
  }

  private void addSites(boolean slack) {
    long capital = 0;
    int schools = 0;
    for (int site : sites) {
      int size = now.sizeOf(site);
      capital += size >= 0 ? instance.sizeCapital[size] : 0;
      schools += size >= 0 && !instance.existing[site] ? 1 : 0;
    }
    int budget = -1;
    if (instance.budget != Long.MAX_VALUE) {
      long spare = slack ? instance.budget - now.capital() : 0;
      budget = program.addRow(-FREE, (capital + spare) / MILLION);
    }
    int opened = -1;
    if (instance.newSchoolsAtMost != Integer.MAX_VALUE) {
      int spare = slack ? instance.newSchoolsAtMost - now.opened() : 0;
      opened = program.addRow(-FREE, (double) schools + spare);
    }
    double shareOfFirst = shareOfFirst();
    for (int site : sites) {
      addSite(site, shareOfFirst, budget, opened);
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

  private void addSite(int site, double shareOfFirst, int budget, int opened) {
    List<Division> divisions = Divisions.of(instance, site, shareOfFirst);
    int[] load = load(site);
    int kinds = divisions.get(0).seats().length;
    int[] seatRows = new int[kinds];
    for (int kind = 0; kind < kinds; kind++) {
      seatRows[kind] = program.addRow(-FREE, 0);
    }
    int oneDivision = program.addRow(instance.existing[site] ? 1 : 0, 1);
    int[] chosen = new int[divisions.size()];
    boolean isHinted = false;
    for (int k = 0; k < chosen.length; k++) {
      Division division = divisions.get(k);
      int size = division.size();
      chosen[k] = program.addColumn(0, 1, true, instance.sizeYuan[size] / unitOfMoney);
      program.set(oneDivision, chosen[k], 1);
      if (budget >= 0 && instance.sizeCapital[size] > 0) {
        program.set(budget, chosen[k], instance.sizeCapital[size] / MILLION);
      }
      if (opened >= 0 && !instance.existing[site]) {
        program.set(opened, chosen[k], 1);
      }
      for (int kind = 0; kind < kinds; kind++) {
        program.set(seatRows[kind], chosen[k], -division.seats()[kind]);
      }
      boolean isNow = !isHinted && !now.isClosed(site) && division.holds(load);
      isHinted |= isNow;
      program.hint(chosen[k], isNow ? 1 : 0);
    }
    siteOf.put(site, new Site(site, divisions, chosen, seatRows));
  }

  private int[] load(int site) {
    if (instance.bands == 1) {
      return new int[] {now.load(site, 0)};
    }
    int[] load = new int[1 + instance.bands];
    for (int band = 0; band < instance.bands; band++) {
      load[1 + band] = now.load(site, band);
      load[0] += load[1 + band];
    }
    return load;
  }

  private int[] pupils(int unit) {
    if (instance.bands == 1) {
      return new int[] {instance.pupils[unit]};
    }
    int[] pupils = new int[1 + instance.bands];
    pupils[0] = instance.pupils[unit];
    System.arraycopy(instance.pupilsOfBand, unit * instance.bands, pupils, 1, instance.bands);
    return pupils;
  }

  private void addUnits() {
    int[] rowOf = new int[instance.units];
    for (int unit : units) {
      rowOf[unit] = program.addRow(1, 1);
      int unserved = program.addColumn(0, 1, true, instance.unservedYuan[unit] / unitOfMoney);
      program.set(rowOf[unit], unserved, 1);
      program.hint(unserved, now.arcOf(unit) < 0 ? 1 : 0);
      if (now.arcOf(unit) >= 0) {
        addArc(now.arcOf(unit), rowOf[unit]);
      }
    }
    for (int arc : arcs) {
      if (!columnOfArc.containsKey(arc)) {
        addArc(arc, rowOf[instance.arcUnit[arc]]);
      }
    }
    if (instance.missingYuan > 0) {
      tieCandidatesToUnits();
    }
    instance.contiguity.ifPresent(this::tieHomes);
  }

  private void addArc(int arc, int row) {
    int unit = instance.arcUnit[arc];
    Site site = Objects.requireNonNull(siteOf.get(instance.arcSite[arc]));
    int[] pupils = pupils(unit);
    int[] seating =
        IntStream.range(0, site.divisions.size())
            .filter(k -> site.divisions.get(k).holds(pupils))
            .toArray();
    if (seating.length == 0) {
      return;
    }
    int column = program.addColumn(0, 1, true, instance.arcYuan[arc] / unitOfMoney);
    columnOfArc.put(arc, column);
    program.set(row, column, 1);
    for (int kind = 0; kind < pupils.length; kind++) {
      program.set(site.seatRows[kind], column, pupils[kind]);
    }
    if (seating.length < site.divisions.size() || !instance.existing[site.site]) {
      int tie = program.addRow(-FREE, 0);
      program.set(tie, column, 1);
      for (int k : seating) {
        program.set(tie, site.chosen[k], -1);
      }
    }
    program.hint(column, now.arcOf(unit) == arc ? 1 : 0);
  }

  /** A candidate in use has a unit, where opening one is worth more than it costs. */
  private void tieCandidatesToUnits() {
    Map<Integer, Integer> rows = new HashMap<>();
    for (int site : sites) {
      if (!instance.existing[site]) {
        int row = program.addRow(-FREE, 0);
        for (int chosen : Objects.requireNonNull(siteOf.get(site)).chosen) {
          program.set(row, chosen, 1);
        }
        rows.put(site, row);
      }
    }
    columnOfArc.forEach(
        (arc, column) -> {
          Integer row = rows.get(instance.arcSite[arc]);
          if (row != null) {
            program.set(row, column, -1);
          }
        });
  }

  /** A candidate in use has its home unit; a school of today that has it keeps it. */
  private void tieHomes(Contiguity where) {
    for (int site : sites) {
      int home = where.homeUnit(site);
      Integer column = columnOf(home, site);
      if (instance.existing[site]) {
        if (column != null && now.siteOf(home) == site) {
          program.set(program.addRow(1, FREE), column, 1);
        }
        continue;
      }
      int row = program.addRow(-FREE, 0);
      for (int chosen : Objects.requireNonNull(siteOf.get(site)).chosen) {
        program.set(row, chosen, 1);
      }
      if (column != null) {
        program.set(row, column, -1);
      }
    }
  }

  /** Adds a known cut as far as it concerns the program. */
  void add(Separators.Cut cut) {
    for (int unit : cut.loose()) {
      Integer column = columnOf(unit, cut.site());
      if (column == null) {
        continue;
      }
      int row = program.addRow(-FREE, 0);
      program.set(row, column, 1);
      for (int separator : cut.separators()) {
        Integer other = columnOf(separator, cut.site());
        if (other != null) {
          program.set(row, other, -1);
        }
      }
    }
  }

  private @Nullable Integer columnOf(int unit, int site) {
    int arc = instance.arcTo(unit, site);
    return arc < 0 ? null : columnOfArc.get(arc);
  }

  Outcome solve(
      ProgramSolver solver, Optional<Separators> separators, SearchLimits limits, StopSignal stop) {
    Optional<Solution> better = Optional.empty();
    for (int round = 0; round < MOST_ROUNDS; round++) {
      ProgramSolution answer = solver.solveWhole(program, limits, stop);
      if (!answer.isFound()) {
        return new Outcome(better, false, found);
      }
      Solution here = read(answer);
      boolean proved = answer.status() == ProgramSolution.Status.OPTIMAL;
      List<Separators.Cut> violated =
          separators.map(finder -> violated(finder, here)).orElse(List.of());
      if (violated.isEmpty()) {
        return new Outcome(best(better, here), proved, found);
      }
      if (here.yuan() >= now.yuan()) {
        return new Outcome(better, proved, found);
      }
      violated.forEach(this::add);
      found.addAll(violated);
      Repair.connect(instance, here, violated);
      better = best(better, here);
      hint(better.orElse(now));
    }
    return new Outcome(better, false, found);
  }

  private Optional<Solution> best(Optional<Solution> before, Solution here) {
    long least = before.map(Solution::yuan).orElse(now.yuan());
    return here.isFeasible() && here.yuan() < least ? Optional.of(here) : before;
  }

  private void hint(Solution solution) {
    columnOfArc.forEach(
        (arc, column) ->
            program.hint(column, solution.arcOf(instance.arcUnit[arc]) == arc ? 1 : 0));
  }

  private Solution read(ProgramSolution answer) {
    Solution here = now.copy();
    for (int unit : units) {
      here.assign(unit, Solution.UNSERVED);
    }
    columnOfArc.forEach(
        (arc, column) -> {
          if (answer.value(column) > 0.5) {
            here.assign(instance.arcUnit[arc], arc);
          }
        });
    return here;
  }

  private List<Separators.Cut> violated(Separators finder, Solution here) {
    List<Separators.Cut> cuts = new ArrayList<>();
    for (int site : sites) {
      int[] members = Arrays.stream(units).filter(unit -> here.siteOf(unit) == site).toArray();
      cuts.addAll(finder.cuts(site, members));
    }
    return cuts;
  }
}
