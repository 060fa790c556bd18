package org.xuewei.planner.placement.local;

import java.util.Arrays;

/** Units with a key each, sorted on request; ties keep their order. Reused without allocation. */
final class UnitQueue {
  private static final int RUN = 32;

  private final int[] units;
  private final double[] keys;
  private final int[] leftUnits;
  private final double[] leftKeys;
  private final int[] seen;
  private int round = 1;
  private int size;

  UnitQueue(int units) {
    this.units = new int[units];
    this.keys = new double[units];
    this.leftUnits = new int[units];
    this.leftKeys = new double[units];
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

  /** Least key first: short runs by insertion, then merged. */
  void sort() {
    for (int from = 0; from < size; from += RUN) {
      insert(from, Math.min(size, from + RUN));
    }
    for (int length = RUN; length < size; length *= 2) {
      for (int from = 0; from + length < size; from += 2 * length) {
        merge(from, from + length, Math.min(size, from + 2 * length));
      }
    }
  }

  private void insert(int from, int end) {
    for (int k = from + 1; k < end; k++) {
      int unit = units[k];
      double key = keys[k];
      int to = k;
      while (to > from && keys[to - 1] > key) {
        units[to] = units[to - 1];
        keys[to] = keys[to - 1];
        to--;
      }
      units[to] = unit;
      keys[to] = key;
    }
  }

  private void merge(int from, int middle, int end) {
    int left = middle - from;
    System.arraycopy(units, from, leftUnits, 0, left);
    System.arraycopy(keys, from, leftKeys, 0, left);
    int next = middle;
    int to = from;
    for (int k = 0; k < left; to++) {
      if (next < end && keys[next] < leftKeys[k]) {
        units[to] = units[next];
        keys[to] = keys[next++];
      } else {
        units[to] = leftUnits[k];
        keys[to] = leftKeys[k++];
      }
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
