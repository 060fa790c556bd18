package org.xuewei.planner.placement.polish;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.xuewei.planner.placement.state.Instance;

/**
 * How a site may divide its classes: every size, and for sizes that teach grades apart every
 * sensible division among the bands. Divisions that a cheaper one outdoes are left out.
 */
final class Divisions {
  /** Classes that a division may lie off the one that follows the pupils. */
  private static final double OFF_AT_MOST = 3;

  /**
   * @param seats of all bands together, then of each band
   */
  record Division(int size, int[] seats) {
    boolean holds(int[] pupils) {
      for (int kind = 0; kind < seats.length; kind++) {
        if (pupils[kind] > seats[kind]) {
          return false;
        }
      }
      return true;
    }
  }

  private Divisions() {}

  /**
   * @param shareOfFirst share of the first band in all pupils
   */
  static List<Division> of(Instance instance, int site, double shareOfFirst) {
    List<Division> all = new ArrayList<>();
    for (int size = instance.sizeStart[site]; size < instance.sizeStart[site + 1]; size++) {
      for (int[] seats : seats(instance, instance.sizeClasses[size], shareOfFirst)) {
        if (all.stream().noneMatch(division -> division.holds(seats))) {
          all.add(new Division(size, seats));
        }
      }
    }
    return all;
  }

  private static List<int[]> seats(Instance instance, int classes, double shareOfFirst) {
    int together = classes * instance.classNeed.pupilsPerClass();
    if (instance.bands == 1) {
      return List.of(
          new int[] {
            instance.classNeed.teachesGradesApart(classes)
                ? instance.classNeed.bandSeats(0, classes)
                : together
          });
    }
    if (!instance.classNeed.teachesGradesApart(classes)) {
      int[] any = new int[1 + instance.bands];
      Arrays.fill(any, together);
      return List.of(any);
    }
    List<int[]> divisions = new ArrayList<>();
    for (int ofFirst = 0; ofFirst <= classes; ofFirst++) {
      if (Math.abs(ofFirst - classes * shareOfFirst) <= OFF_AT_MOST) {
        int first = instance.classNeed.bandSeats(0, ofFirst);
        int second = instance.classNeed.bandSeats(1, classes - ofFirst);
        divisions.add(new int[] {first + second, first, second});
      }
    }
    return divisions;
  }
}
