package org.xuewei.planner.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.data.model.PlacementProblem.Size;
import org.xuewei.data.model.Stage;
import org.xuewei.planner.TestProblem;
import org.xuewei.planner.TestProblem.Arc;

/** Villages along a straight road; a way costs a yuan a pupil and metre. */
public final class Villages {
  private static final int SEATS_A_CLASS = 1;

  private Villages() {}

  /**
   * Every two of three candidates lie between the villages of 30 pupils: two are needed, prices
   * open one and a half.
   */
  public static PlacementProblem threeAround(int pupilsPerClass, Size... sizes) {
    TestProblem problem = new TestProblem(Stage.JUNIOR).pupilsPerClass(pupilsPerClass);
    for (int site = 0; site < 3; site++) {
      problem.candidate(sizes);
    }
    return problem
        .unit(List.of(30), 90_000, new Arc(0, 100, 10), new Arc(1, 100, 10))
        .unit(List.of(30), 90_000, new Arc(1, 100, 10), new Arc(2, 100, 10))
        .unit(List.of(30), 90_000, new Arc(0, 100, 10), new Arc(2, 100, 10))
        .build();
  }

  /**
   * Every village is a candidate that seats everybody.
   *
   * @param pupils by village
   * @param metres place of each village on the road
   */
  static PlacementProblem uncapacitated(int[] pupils, int[] metres, int newSchoolsAtMost) {
    int all = java.util.Arrays.stream(pupils).sum();
    int[] seats = new int[pupils.length];
    java.util.Arrays.fill(seats, all);
    return along(pupils, metres, metres, seats, Integer.MAX_VALUE, newSchoolsAtMost);
  }

  /** Random pupils, places, seats and travel limit; sometimes too few seats for all. */
  static PlacementProblem random(long seed, int units, int sites) {
    Random random = new Random(seed);
    int[] pupils = random.ints(units, 0, 12).toArray();
    int[] seats = random.ints(sites, 6, 40).toArray();
    int[] homes = random.ints(units, 0, 3_000).toArray();
    int[] schools = random.ints(sites, 0, 3_000).toArray();
    return along(
        pupils,
        homes,
        schools,
        seats,
        random.nextBoolean() ? 1_500 : 4_000,
        1 + random.nextInt(sites));
  }

  private static PlacementProblem along(
      int[] pupils,
      int[] homes,
      int[] schools,
      int[] seats,
      int limitMetres,
      int newSchoolsAtMost) {
    TestProblem problem = new TestProblem(Stage.JUNIOR).pupilsPerClass(SEATS_A_CLASS);
    for (int site = 0; site < schools.length; site++) {
      problem.candidate(new Size(seats[site], 100, 0));
    }
    for (int unit = 0; unit < pupils.length; unit++) {
      List<Arc> ways = new ArrayList<>();
      for (int site = 0; site < schools.length; site++) {
        int metres = Math.abs(homes[unit] - schools[site]);
        if (metres <= limitMetres) {
          ways.add(new Arc(site, metres, (long) pupils[unit] * metres));
        }
      }
      problem.unit(List.of(pupils[unit]), 100_000L * pupils[unit], ways.toArray(Arc[]::new));
    }
    return problem.newSchoolsAtMost(newSchoolsAtMost).build();
  }
}
