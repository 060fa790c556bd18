package org.xuewei.data.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.xuewei.data.benchmark.BenchmarkInstance.Costs;
import org.xuewei.data.benchmark.TextTable.Row;
import org.xuewei.data.model.InputException;

/**
 * The OR-Library's capacitated p-median files: the number of problems; then for each problem its
 * number and best known value, <i>n p Q</i>, and number, x, y and demand of each of n points, all
 * of capacity Q (Osman and Christofides 1994). Every point is a candidate; a way costs its
 * Euclidean distance, rounded down to a whole number and not weighted by demand.
 */
final class OrLibraryMedianFile {
  private final Path file;
  private final List<Row> rows;
  private int next;

  private OrLibraryMedianFile(Path file, List<Row> rows) {
    this.file = file;
    this.rows = rows;
  }

  /** True for a first line of one word: the number of problems. */
  static boolean isLike(List<Row> rows) {
    return rows.get(0).size() == 1;
  }

  /** Instances in the order of the file; one of several is named FILE-NUMBER. */
  static List<BenchmarkInstance> read(Path file, OptionalInt openAtMost) {
    return new OrLibraryMedianFile(file, TextTable.read(file)).instances(openAtMost);
  }

  private List<BenchmarkInstance> instances(OptionalInt openAtMost) {
    Row first = row("number of problems");
    int problems = first.count(0, "number of problems");
    if (problems < 1) {
      throw first.fault("number of problems", "0", "a whole number above 0");
    }
    List<BenchmarkInstance> instances = new ArrayList<>();
    for (int problem = 0; problem < problems; problem++) {
      Row head = row("number of a problem");
      String name = InstanceReader.nameOf(file);
      instances.add(
          instance(
              problems == 1 ? name : name + "-" + head.count(0, "number of a problem"),
              openAtMost));
    }
    if (next < rows.size()) {
      Row more = rows.get(next);
      throw more.fault("row", more.words().get(0), "no more than " + problems + " problems");
    }
    return instances;
  }

  private BenchmarkInstance instance(String name, OptionalInt openAtMost) {
    Row size = row("number of points");
    int points = size.count(0, "number of points");
    int medians = size.count(1, "number of medians");
    int capacity = size.count(2, "capacity");
    if (capacity < 1) {
      throw size.fault("capacity", "0", "a whole number above 0");
    }
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    ProblemOfMatrix problem = new ProblemOfMatrix(file, name);
    for (int point = 0; point < points; point++) {
      Row row = row("point");
      String id = row.word(0, "point");
      x.add(row.number(1, "x"));
      y.add(row.number(2, "y"));
      problem.addUnit(row, id, row.count(3, "demand"));
      problem.addSite(id, false, capacity);
    }
    return problem.build(
        OptionalInt.of(openAtMost.orElse(medians)),
        new Costs() {
          @Override
          public double way(int unit, int site) {
            return Math.floor(Math.hypot(x.get(unit) - x.get(site), y.get(unit) - y.get(site)));
          }

          @Override
          public double fixed(int site) {
            return 0;
          }
        });
  }

  private Row row(String expected) {
    if (next == rows.size()) {
      throw new InputException(
          "%s ends after line %d, expected a row with %s"
              .formatted(file, rows.get(next - 1).line(), expected));
    }
    return rows.get(next++);
  }
}
