package org.xuewei.data.benchmark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.xuewei.data.benchmark.BenchmarkInstance.Costs;
import org.xuewei.data.benchmark.BenchmarkInstance.Distances;
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

  /** An unserved unit costs so many times the dearest way and site. */
  private static final double UNSERVED = 10;

  private static final long MOST_ARCS = 20_000_000;

  /** One junior stage: a single grade band. */
  private static final Stage STAGE = Stage.JUNIOR;

  record Facility(String id, boolean existing, int seats) {}

  private final String name;
  private final List<String> units = new ArrayList<>();
  private final List<Integer> demand = new ArrayList<>();
  private final List<Facility> facilities = new ArrayList<>();

  ProblemOfMatrix(String name) {
    this.name = name;
  }

  void addUnit(String id, int pupils) {
    units.add(id);
    demand.add(pupils);
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
      throw new InputException(name + ": no demand or no site with seats");
    }
    if ((long) units.size() * facilities.size() > MOST_ARCS) {
      throw new InputException(
          "%s: %d units and %d sites make more than %d pairs"
              .formatted(name, units.size(), facilities.size(), MOST_ARCS));
    }
    double most = 0;
    double fixed = 0;
    for (int site = 0; site < facilities.size(); site++) {
      fixed = Math.max(fixed, costs.fixed(site));
    }
    for (int unit = 0; unit < units.size(); unit++) {
      most += dearest(unit, costs);
    }
    double yuanOfOne = Math.pow(10, Math.floor(Math.log10(YUAN_OF_ALL / Math.max(1e-9, most))));
    return new BenchmarkInstance(
        name, problem(openAtMost, costs, distances, yuanOfOne, fixed), costs, distances, yuanOfOne);
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
