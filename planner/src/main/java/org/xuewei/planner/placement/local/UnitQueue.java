package org.xuewei.planner.placement.local;

import java.util.Arrays;

/** Units with a key each, sorted on request; ties keep their order. Reused without allocation. */
final class UnitQueue {
  private final int[] units;
  private final double[] keys;
  private final int[] seen;
  private int round = 1;
  private int size;

  UnitQueue(int units) {
    this.units = new int[units];
    this.keys = new double[units];
    this.seen = new int[units];
  }

  void clear() {
    size = 0;
    round++;
  }

  boolean contains(int unit) {
    return seen[unit] == round;
  }

  void add(int unit, double key) {
    seen[unit] = round;
    int to = size++;
    units[to] = unit;
    keys[to] = key;
  }

  /** Least key first. */
  void sort() {
    for (int k = 1; k < size; k++) {
      int unit = units[k];
      double key = keys[k];
      int to = k;
      while (to > 0 && keys[to - 1] > key) {
        units[to] = units[to - 1];
        keys[to] = keys[to - 1];
        to--;
      }
      units[to] = unit;
      keys[to] = key;
    }
  }

  int size() {
    return size;
  }

  int unit(int index) {
    return units[index];
  }

  @Override
  public String toString() {
    return Arrays.toString(Arrays.copyOf(units, size));
  }
}
