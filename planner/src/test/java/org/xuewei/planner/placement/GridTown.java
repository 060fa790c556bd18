package org.xuewei.planner.placement;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.xuewei.data.model.Contiguity;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.data.model.PlacementProblem.Size;
import org.xuewei.data.model.Stage;
import org.xuewei.planner.TestProblem;
import org.xuewei.planner.TestProblem.Arc;

/**
 * A town of square blocks, each a unit that touches up to four others, with schools in some blocks.
 * Ways are city-block distances. Catchments must be contiguous.
 */
public final class GridTown {
  private static final int SEATS_A_CLASS = 1;

  private final Random random;
  private final int width;
  private final int height;
  private final List<Integer> homes = new ArrayList<>();
  private final TestProblem problem = new TestProblem(Stage.JUNIOR).pupilsPerClass(SEATS_A_CLASS);

  private GridTown(long seed, int width, int height) {
    this.random = new Random(seed);
    this.width = width;
    this.height = height;
  }

  /**
   * @param candidates whether some of the sites are closed today
   * @param full share of the seats that is needed, all sites together
   */
  public static PlacementProblem build(
      long seed, int width, int height, int sites, boolean candidates, double full) {
    return new GridTown(seed, width, height).build(sites, candidates, full);
  }

  private PlacementProblem build(int sites, boolean candidates, double full) {
    int units = width * height;
    int[] pupils = new int[units];
    int all = 0;
    for (int unit = 0; unit < units; unit++) {
      pupils[unit] = 1 + random.nextInt(9);
      all += pupils[unit];
    }
    Set<Integer> taken = new HashSet<>();
    while (homes.size() < sites) {
      int home = random.nextInt(units);
      if (taken.add(home)) {
        homes.add(home);
        int seats = Math.max(9, (int) Math.ceil(all / full / sites) + random.nextInt(4));
        if (candidates && random.nextBoolean()) {
          problem.candidate(new Size(seats, 20L * seats, 0), new Size(2 * seats, 35L * seats, 0));
        } else {
          problem.existing(new Size(seats, 0, 0));
        }
      }
    }
    for (int unit = 0; unit < units; unit++) {
      problem.unit(List.of(pupils[unit]), 10_000L * pupils[unit], arcs(unit, pupils[unit]));
    }
    return problem.build().contiguous(new Contiguity(neighbours(), toArray(homes)));
  }

  private Arc[] arcs(int unit, int pupils) {
    Arc[] arcs = new Arc[homes.size()];
    for (int site = 0; site < arcs.length; site++) {
      int home = homes.get(site);
      int blocks = Math.abs(home % width - unit % width) + Math.abs(home / width - unit / width);
      arcs[site] = new Arc(site, 100 * blocks, 10L * pupils * blocks);
    }
    return arcs;
  }

  private int[][] neighbours() {
    int[][] neighbours = new int[width * height][];
    for (int unit = 0; unit < neighbours.length; unit++) {
      List<Integer> row = new ArrayList<>();
      if (unit % width > 0) {
        row.add(unit - 1);
      }
      if (unit % width < width - 1) {
        row.add(unit + 1);
      }
      if (unit >= width) {
        row.add(unit - width);
      }
      if (unit + width < neighbours.length) {
        row.add(unit + width);
      }
      neighbours[unit] = toArray(row);
    }
    return neighbours;
  }

  private static int[] toArray(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }
}
