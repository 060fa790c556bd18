package org.xuewei.planner.program;

import java.util.Random;

/** Programs to solve in tests. */
final class Knapsacks {
  private Knapsacks() {}

  /** Weights 2, 3, 4, 5 worth 3, 4, 5, 6 in a sack of 5: the first two, worth 7. */
  static Program small() {
    Program program = new Program();
    int sack = program.addRow(Double.NEGATIVE_INFINITY, 5);
    for (int item = 0; item < 4; item++) {
      program.set(sack, program.addColumn(0, 1, true, -3 - item), 2 + item);
    }
    return program;
  }

  /**
   * Sums that must be met exactly, half of all weights (Cornuéjols and Dawande 1998): a search tree
   * cuts nothing off, so that 50 columns keep any solver busy.
   */
  static Program marketSplit(int rows, int columns) {
    Random random = new Random(5);
    Program program = new Program();
    for (int column = 0; column < columns; column++) {
      program.addColumn(0, 1, true, 0);
    }
    for (int row = 0; row < rows; row++) {
      int[] weight = random.ints(columns, 0, 100).toArray();
      int half = java.util.Arrays.stream(weight).sum() / 2;
      program.addRow(half, half);
      program.set(row, program.addColumn(0, Double.POSITIVE_INFINITY, false, 1), 1);
      program.set(row, program.addColumn(0, Double.POSITIVE_INFINITY, false, 1), -1);
      for (int column = 0; column < columns; column++) {
        program.set(row, column, weight[column]);
      }
    }
    return program;
  }
}
