package org.xuewei.data.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.xuewei.data.benchmark.BenchmarkInstance.Costs;
import org.xuewei.data.benchmark.TextTable.Row;
import org.xuewei.data.model.InputException;

/**
 * The OR-Library's capacitated warehouse location files, as they stand: <i>m n</i>; capacity and
 * fixed cost of each of m sites; then for each of n customers its demand and the cost of all of it
 * from each site (Beasley 1988). Here a customer is served by one site.
 */
final class OrLibraryFile {
  private final List<Row> rows;
  private final Path file;
  private int row;
  private int word;

  private OrLibraryFile(Path file) {
    this.file = file;
    this.rows = TextTable.read(file);
  }

  /** True for a first line of two whole numbers and a second of two: capacity and fixed cost. */
  static boolean isLike(List<Row> rows) {
    return rows.size() > 1
        && rows.get(0).size() == 2
        && rows.get(1).size() == 2
        && rows.get(0).words().stream().allMatch(word -> word.matches("\\d+"));
  }

  static BenchmarkInstance read(Path file, OptionalInt openAtMost) {
    return new OrLibraryFile(file).instance(openAtMost);
  }

  private BenchmarkInstance instance(OptionalInt openAtMost) {
    int sites = nextCount("number of sites");
    int customers = nextCount("number of customers");
    ProblemOfMatrix problem = new ProblemOfMatrix(file);
    List<Double> fixed = new ArrayList<>();
    for (int site = 0; site < sites; site++) {
      String id = String.valueOf(site + 1);
      problem.addSite(id, false, next().seats(word - 1, id));
      fixed.add(next().amount(word - 1, "fixed cost"));
    }
    List<double[]> ways = new ArrayList<>();
    for (int customer = 0; customer < customers; customer++) {
      Row here = next();
      problem.addUnit(here, String.valueOf(customer + 1), here.count(word - 1, "demand"));
      double[] way = new double[sites];
      for (int site = 0; site < sites; site++) {
        way[site] = next().amount(word - 1, "cost");
      }
      ways.add(way);
    }
    return problem.build(
        openAtMost,
        new Costs() {
          @Override
          public double way(int unit, int site) {
            return ways.get(unit)[site];
          }

          @Override
          public double fixed(int site) {
            return fixed.get(site);
          }
        });
  }

  private int nextCount(String field) {
    return next().count(word - 1, field);
  }

  /** The row of the next word, which stands before {@code word}. */
  private Row next() {
    while (row < rows.size() && word >= rows.get(row).size()) {
      row++;
      word = 0;
    }
    if (row == rows.size()) {
      Row last = rows.get(row - 1);
      throw new InputException(
          "%s ends after line %d, expected more numbers".formatted(file, last.line()));
    }
    word++;
    return rows.get(row);
  }
}
