package org.xuewei.data.benchmark;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.xuewei.data.benchmark.BenchmarkInstance.Costs;
import org.xuewei.data.benchmark.TextTable.Row;
import org.xuewei.data.model.InputException;

/**
 * Capacitated p-median instances: <i>n p</i>, then x, y, capacity and demand of each point (Lorena
 * and Senne 2004; Stefanello et al. 2015). Every point is a candidate; a way costs its Euclidean
 * distance.
 */
final class CapacitatedMedianFile {
  private CapacitatedMedianFile() {}

  static BenchmarkInstance read(Path file, OptionalInt openAtMost) {
    List<Row> rows = TextTable.read(file);
    int points = rows.get(0).count(0, "number of points");
    int medians = rows.get(0).count(1, "number of medians");
    if (rows.size() != points + 1) {
      throw new InputException(
          "%s has %d points, expected %d by its first line"
              .formatted(file, rows.size() - 1, points));
    }
    double[] x = new double[points];
    double[] y = new double[points];
    ProblemOfMatrix problem = new ProblemOfMatrix(file);
    for (int point = 0; point < points; point++) {
      Row row = rows.get(point + 1);
      String id = String.valueOf(point + 1);
      x[point] = row.number(0, "x");
      y[point] = row.number(1, "y");
      problem.addUnit(row, id, row.count(3, "demand"));
      problem.addSite(id, false, row.seats(2, id));
    }
    return problem.build(
        OptionalInt.of(openAtMost.orElse(medians)),
        new Costs() {
          @Override
          public double way(int unit, int site) {
            return Math.hypot(x[unit] - x[site], y[unit] - y[site]);
          }

          @Override
          public double fixed(int site) {
            return 0;
          }
        });
  }
}
