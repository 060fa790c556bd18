package org.xuewei.data.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.xuewei.data.benchmark.BenchmarkInstance.Costs;
import org.xuewei.data.benchmark.BenchmarkInstance.Distances;
import org.xuewei.data.benchmark.TextTable.Row;
import org.xuewei.data.model.InputException;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.data.model.PlacementProblem.DemandUnit;
import org.xuewei.data.model.PlacementProblem.Limits;
import org.xuewei.data.model.PlacementProblem.Site;
import org.xuewei.data.model.PlacementProblem.Size;
import org.xuewei.data.model.Stage;

/** Makes placement problems where every unit may go to every site. */
final class ProblemOfMatrix {
  /** A year for instances that have none. */
  private static final int YEAR = 2025;

  /** Yuan that the dearest assignment should cost about: rounding is then below 1e-8 of any. */
  private static final double YUAN_OF_ALL = 1e11;

  /** Yuan that all sites and all unserved units may cost. */
  private static final double YUAN_AT_MOST = 4e15;

  /** An unserved unit costs so many times the dearest way and site. */
  private static final double UNSERVED = 10;

  private static final long MOST_ARCS = 20_000_000;

  /** One junior stage: a single grade band. */
  private static final Stage STAGE = Stage.JUNIOR;

  /** More demand or seats cannot be counted. */
  private static final int MOST_DEMAND = Integer.MAX_VALUE / 2;

  /** Costs above this leave no room for whole yuan. */
  private static final double MOST_COST = 1e15;

  record Facility(String id, boolean existing, int seats) {}

  private final Path file;
  private final String name;
  private final List<String> units = new ArrayList<>();
  private final List<Integer> demand = new ArrayList<>();
  private final List<Facility> facilities = new ArrayList<>();
  private long allDemand;

  /** The only instance of a file. */
  ProblemOfMatrix(Path file) {
    this(file, InstanceReader.nameOf(file));
  }

  ProblemOfMatrix(Path file, String name) {
    this.file = file;
    this.name = name;
  }

  void addUnit(Row row, String id, int pupils) {
    allDemand += pupils;
    if (allDemand > MOST_DEMAND) {
      throw row.fault(
          "demand of unit " + id,
          pupils + ", " + allDemand + " with the units before",
          "a sum of at most " + MOST_DEMAND);
    }
    units.add(id);
    demand.add(pupils);
  }

  /** Of all units. */
  int allDemand() {
    return (int) allDemand;
  }

  void addSite(String id, boolean existing, int seats) {
    facilities.add(new Facility(id, existing, seats));
  }

  /** An instance whose file knows costs alone. */
  BenchmarkInstance build(OptionalInt openAtMost, Costs costs) {
    return build(openAtMost, costs, Optional.empty());
  }

  BenchmarkInstance build(OptionalInt openAtMost, Costs costs, Optional<Distances> distances) {
    if (units.isEmpty() || facilities.isEmpty()) {
      throw new InputException(file + ": no demand or no site with seats");
    }
    if ((long) units.size() * facilities.size() > MOST_ARCS) {
      throw new InputException(
          "%s: %d units and %d sites make more than %d pairs"
              .formatted(file, units.size(), facilities.size(), MOST_ARCS));
    }
    double fixed = 0;
    double allFixed = 0;
    for (int site = 0; site < facilities.size(); site++) {
      fixed = Math.max(fixed, costs.fixed(site));
      allFixed += costs.fixed(site);
    }
    double most = 0;
    for (int unit = 0; unit < units.size(); unit++) {
      double dearest = dearest(unit, costs);
      if (!(dearest <= MOST_COST && fixed <= MOST_COST)) {
        throw new InputException(
            "%s, unit %s: its dearest way costs %s and the dearest site %s, expected at most %s"
                .formatted(file, units.get(unit), dearest, fixed, MOST_COST));
      }
      most += dearest;
    }
    double all = UNSERVED * (most + units.size() * fixed) + allFixed;
    double yuanOfOne =
        powerOfTen(
            Math.min(YUAN_OF_ALL / Math.max(1e-9, most), YUAN_AT_MOST / Math.max(1e-9, all)));
    return new BenchmarkInstance(
        name, problem(openAtMost, costs, distances, yuanOfOne, fixed), costs, distances, yuanOfOne);
  }

  private static double powerOfTen(double most) {
    return Math.pow(10, Math.floor(Math.log10(most)));
  }

  private double dearest(int unit, Costs costs) {
    return IntStream.range(0, facilities.size())
        .mapToDouble(site -> costs.way(unit, site))
        .max()
        .orElse(0);
  }

  private PlacementProblem problem(
      OptionalInt openAtMost,
      Costs costs,
      Optional<Distances> distances,
      double yuanOfOne,
      double fixed) {
    int sites = facilities.size();
    int[] rowStart = new int[units.size() + 1];
    int[] arcSite = new int[units.size() * sites];
    int[] arcMetres = new int[arcSite.length];
    long[] arcYuan = new long[arcSite.length];
    List<DemandUnit> rows = new ArrayList<>();
    for (int unit = 0; unit < units.size(); unit++) {
      int first = unit * sites;
      long[] yuan = new long[sites];
      for (int site = 0; site < sites; site++) {
        yuan[site] = Math.round(costs.way(unit, site) * yuanOfOne);
      }
      int[] order =
          IntStream.range(0, sites)
              .boxed()
              .sorted(Comparator.comparingLong((Integer site) -> yuan[site]))
              .mapToInt(Integer::intValue)
              .toArray();
      for (int k = 0; k < sites; k++) {
        arcSite[first + k] = order[k];
        arcYuan[first + k] = yuan[order[k]];
        arcMetres[first + k] = metres(distances, unit, order[k]);
      }
      rowStart[unit + 1] = first + sites;
      rows.add(
          new DemandUnit(
              units.get(unit),
              List.of(units.get(unit)),
              List.of(demand.get(unit)),
              Math.round(UNSERVED * (dearest(unit, costs) + fixed) * yuanOfOne) + 1,
              OptionalInt.empty(),
              Optional.empty()));
    }
    List<Site> schools = new ArrayList<>();
    for (int site = 0; site < sites; site++) {
      Facility facility = facilities.get(site);
      long yuan = Math.round(costs.fixed(site) * yuanOfOne);
      schools.add(
          new Site(
              facility.id(), facility.existing(), List.of(new Size(facility.seats(), yuan, 0))));
    }
    Limits limits = new Limits(1, OptionalLong.empty(), openAtMost);
    return new PlacementProblem(
        STAGE, YEAR, limits, rows, schools, rowStart, arcSite, arcMetres, arcYuan);
  }

  /** Rounded up, as in a travel matrix; 0 where the file knows no distance. */
  private static int metres(Optional<Distances> distances, int unit, int site) {
    return distances.map(known -> (int) Math.ceil(known.metres(unit, site))).orElse(0);
  }
}
