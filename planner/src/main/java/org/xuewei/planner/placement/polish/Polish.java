package org.xuewei.planner.placement.polish;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.xuewei.data.model.StopSignal;
import org.xuewei.planner.placement.polish.Regions.Region;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.placement.state.Solution;
import org.xuewei.planner.program.ProgramSolution;
import org.xuewei.planner.program.ProgramSolver;
import org.xuewei.planner.program.SearchLimits;

/**
 * Large neighbourhood search: regions of a few schools solved as mixed-integer programs (Pisinger
 * and Ropke 2010), some at a time that have nothing in common. Heuristic; only improves. The same
 * start and seed give the same solution, however many solves really run at once.
 */
public final class Polish {
  private static final SearchLimits LIMITS = SearchLimits.ofNodes(60);

  /** Neighbourhoods at a time; part of what a seed means, so not the machine's cores. */
  private static final int BATCH = 2;

  private static final int SCHOOLS_AT_FIRST = 6;
  private static final int SCHOOLS_AT_LEAST = 3;
  private static final int SCHOOLS_AT_MOST = 14;

  private final Instance instance;
  private final Solution solution;
  private final SplittableRandom random;
  private final Regions regions;
  private final ProgramSolver solver;
  private int schools = SCHOOLS_AT_FIRST;

  public Polish(Instance instance, Solution start, long seed, ProgramSolver solver) {
    this.instance = instance;
    this.solution = start.copy();
    this.random = new SplittableRandom(seed);
    this.regions = new Regions(instance, solution, random);
    this.solver = solver;
  }

  /**
   * Solves the next neighbourhoods, one batch of them.
   *
   * @param most neighbourhoods at most
   * @return neighbourhoods done; 0 when none was asked for, a stop was requested or nobody has a
   *     way to any site
   */
  public int improve(int most, StopSignal stop) {
    if (most <= 0 || stop.stopRequested() || instance.arcSite.length == 0) {
      return 0;
    }
    int count = Math.min(BATCH, most);
    List<Neighbourhood> batch = batch(regions.draw(count, schools));
    List<ProgramSolution> found =
        batch.parallelStream()
            .map(neighbourhood -> solver.solveWhole(neighbourhood.program(), LIMITS, stop))
            .toList();
    for (int k = 0; k < batch.size(); k++) {
      if (found.get(k).isFound()) {
        batch.get(k).moveTo(found.get(k));
      }
      learn(found.get(k));
    }
    return count;
  }

  /** What is left of budget and new schools goes to the first; all keep what they have. */
  private List<Neighbourhood> batch(List<Region> drawn) {
    List<Neighbourhood> batch = new ArrayList<>();
    for (Region region : drawn) {
      batch.add(new Neighbourhood(instance, solution, region, batch.isEmpty()));
    }
    return batch;
  }

  /** Smaller neighbourhoods after one that was too hard, larger ones after some that were not. */
  private void learn(ProgramSolution found) {
    if (found.status() != ProgramSolution.Status.OPTIMAL) {
      schools = Math.max(SCHOOLS_AT_LEAST, schools - 1);
    } else if (random.nextInt(8) == 0) {
      schools = Math.min(SCHOOLS_AT_MOST, schools + 1);
    }
  }

  public Solution solution() {
    return solution;
  }
}
