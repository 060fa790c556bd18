package org.xuewei.data.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.xuewei.data.benchmark.BenchmarkInstance.Costs;
import org.xuewei.data.benchmark.TextTable.Row;
import org.xuewei.data.model.Contiguity;
import org.xuewei.data.model.InputException;

/**
 * A file of units: a header line, then id, demand, x, y, candidate, fixed cost and capacity. A unit
 * with a capacity above 0 holds a site. A way costs demand × Euclidean distance / 1000.
 */
final class UnitFile {
  private static final int ID = 0;
  private static final int DEMAND = 1;
  private static final int X = 2;
  private static final int Y = 3;
  private static final int FIXED = 5;
  private static final int CAPACITY = 6;

  private final Path file;
  private final List<Row> rows;
  private final Map<String, Integer> unitOf = new HashMap<>();
  private final double[] x;
  private final double[] y;
  private final int[] demand;
  private final int[] homeUnit;

  private UnitFile(Path file) {
    this.file = file;
    List<Row> all = TextTable.read(file);
    this.rows = all.subList(1, all.size());
    this.x = new double[rows.size()];
    this.y = new double[rows.size()];
    this.demand = new int[rows.size()];
    for (int unit = 0; unit < rows.size(); unit++) {
      Row row = rows.get(unit);
      String id = row.word(ID, "id");
      if (unitOf.put(id, unit) != null) {
        throw row.fault("id", id, "an id that no other unit has");
      }
      x[unit] = row.number(X, "x");
      y[unit] = row.number(Y, "y");
      demand[unit] = row.count(DEMAND, "demand");
      row.word(CAPACITY, "capacity");
    }
    this.homeUnit =
        java.util.stream.IntStream.range(0, rows.size())
            .filter(unit -> rows.get(unit).count(CAPACITY, "capacity") > 0)
            .toArray();
  }

  static UnitFile read(Path file) {
    return new UnitFile(file);
  }

  /**
   * @param openAtMost sites that may open
   * @param capacitated false: every site holds all demand
   * @param envy price on long ways
   */
  BenchmarkInstance instance(
      Family family, OptionalInt openAtMost, boolean capacitated, Envy envy) {
    ProblemOfMatrix problem = new ProblemOfMatrix(file);
    for (int unit = 0; unit < rows.size(); unit++) {
      problem.addUnit(rows.get(unit), idOf(unit), demand[unit]);
    }
    for (int home : homeUnit) {
      int seats = rows.get(home).count(CAPACITY, "capacity");
      problem.addSite(
          idOf(home),
          family == Family.DISTRICTING,
          capacitated ? seats : Math.max(1, problem.allDemand()));
    }
    return problem.build(openAtMost, costs(family, envy), Optional.of(this::metres));
  }

  private double metres(int unit, int site) {
    int home = homeUnit[site];
    return Math.hypot(x[unit] - x[home], y[unit] - y[home]);
  }

  private Costs costs(Family family, Envy envy) {
    double[] fixed = new double[homeUnit.length];
    for (int site = 0; site < fixed.length && family == Family.SITING; site++) {
      fixed[site] = rows.get(homeUnit[site]).amount(FIXED, "fixed cost");
    }
    return new Costs() {
      @Override
      public double way(int unit, int site) {
        return demand[unit] * metres(unit, site) / 1000 + envy(unit, site);
      }

      @Override
      public double envy(int unit, int site) {
        return envy.price(demand[unit], metres(unit, site));
      }

      @Override
      public double fixed(int site) {
        return fixed[site];
      }
    };
  }

  /** Reads which units touch: a header line, then two ids a row, after a row number or nothing. */
  Contiguity contiguity(Path connectivity) {
    List<Row> all = TextTable.read(connectivity);
    List<Map<Integer, Row>> touching = new ArrayList<>();
    for (int unit = 0; unit < rows.size(); unit++) {
      touching.add(new HashMap<>());
    }
    for (Row row : all.subList(1, all.size())) {
      int first = row.size() > 2 && !isDistance(row.words().get(2)) ? 1 : 0;
      int a = unit(row, first);
      int b = unit(row, first + 1);
      if (a != b) {
        touching.get(a).putIfAbsent(b, row);
      }
    }
    for (int a = 0; a < rows.size(); a++) {
      int from = a;
      touching
          .get(a)
          .forEach(
              (b, row) -> {
                if (!touching.get(b).containsKey(from)) {
                  throw new InputException(
                      "%s, line %d: %s touches %s, but not the other way round; expected both"
                          .formatted(connectivity, row.line(), idOf(from), idOf(b)));
                }
              });
    }
    int[][] neighbours =
        touching.stream()
            .map(row -> row.keySet().stream().mapToInt(Integer::intValue).sorted().toArray())
            .toArray(int[][]::new);
    return new Contiguity(neighbours, homeUnit);
  }

  /** Rows of three words are two ids and a distance, which has a decimal point, or three ids. */
  private static boolean isDistance(String word) {
    return word.indexOf('.') >= 0;
  }

  private String idOf(int unit) {
    return rows.get(unit).words().get(ID);
  }

  private int unit(Row row, int index) {
    String id = row.word(index, "two ids");
    Integer unit = unitOf.get(id);
    if (unit == null) {
      throw row.fault("id", id, "the id of a unit of " + file);
    }
    return unit;
  }
}
