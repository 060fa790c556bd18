package org.xuewei.planner.placement.construct;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.placement.state.Solution;

/**
 * Solutions that the best steps of a Lagrangian ascent suggest: the sizes chosen at a step, filled
 * by regret over reduced costs (Barceló and Casanovas 1984). Heuristic. Not thread-safe.
 */
public final class PricedChoices {
  private final Instance instance;
  private final int most;
  private final List<Step> steps = new ArrayList<>();

  private record Step(double bound, int[] sizeOf, double[] reducedYuan) {}

  /**
   * @param most steps that are remembered, those with the highest bounds
   */
  public PricedChoices(Instance instance, int most) {
    this.instance = instance;
    this.most = most;
  }

  /** True when a step with this bound would be remembered. */
  public boolean wants(double bound) {
    return steps.size() < most || bound > steps.get(most - 1).bound();
  }

  /**
   * Remembers a step if it chooses other sizes than those so far.
   *
   * @param sizeOf by site: its size, or {@link Instance#CLOSED}
   * @param reducedYuan by arc: its reduced cost at these prices
   */
  public void see(double bound, int[] sizeOf, double[] reducedYuan) {
    if (steps.stream().anyMatch(step -> Arrays.equals(step.sizeOf(), sizeOf))) {
      return;
    }
    steps.add(new Step(bound, sizeOf, reducedYuan));
    steps.sort(Comparator.comparingDouble(step -> -step.bound()));
    if (steps.size() > most) {
      steps.remove(most);
    }
  }

  /** The steps filled, the cheapest first. */
  public List<Solution> filled() {
    return steps.stream()
        .map(step -> RegretFill.fill(instance, step.sizeOf(), step.reducedYuan()))
        .sorted(Comparator.comparingLong(Solution::yuan))
        .toList();
  }
}
