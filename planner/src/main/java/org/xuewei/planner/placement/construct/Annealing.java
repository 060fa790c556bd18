package org.xuewei.planner.placement.construct;

import java.util.SplittableRandom;
import org.xuewei.data.model.StopSignal;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.placement.state.Solution;

/**
 * Simulated annealing over shifts and swaps of some of the units, with ruin and recreate around a
 * site (Schrimpf et al. 2000). Works on the trial's solution and leaves it at the best it met.
 * Heuristic.
 */
final class Annealing {
  private static final int ROUND = 64;

  private final Instance instance;
  private final Trial trial;
  private final Solution solution;
  private final Solution best;
  private final SplittableRandom random;
  private final Ruin ruin;
  private double energy;
  private double bestEnergy;
  private double temperature;

  Annealing(Instance instance, Trial trial, Ruin ruin, SplittableRandom random) {
    this.instance = instance;
    this.trial = trial;
    this.solution = trial.solution;
    this.best = solution.copy();
    this.ruin = ruin;
    this.random = random;
  }

  /**
   * Runs until the number of score calculations is spent or a stop is requested.
   *
   * @param units the first {@code count} are moved
   * @param hot yuan; a step that costs so much more is taken with probability 1/e at the start
   * @param cold the same at the end
   */
  void run(int[] units, int count, double hot, double cold, long calculations, StopSignal stop) {
    trial.keep();
    energy = trial.energy();
    bestEnergy = energy;
    best.set(solution);
    long start = trial.evaluations();
    double factor = Math.log(cold / hot);
    long spent = 0;
    while (spent < calculations && !stop.stopRequested()) {
      temperature = hot * Math.exp(factor * spent / calculations);
      for (int k = 0; k < ROUND; k++) {
        step(units[random.nextInt(count)]);
      }
      spent = trial.evaluations() - start;
    }
    if (bestEnergy < energy) {
      solution.set(best);
    }
  }

  private void step(int unit) {
    int kind = random.nextInt(1000);
    if (!(kind < 470 ? shift(unit) : kind < 980 ? swap(unit) : ruin.aFewUnits(unit))) {
      trial.undoTo(0);
      trial.countIdleMove();
      return;
    }
    double after = trial.energy();
    double worse = after - energy;
    if (worse > 0
        && (worse > 30 * temperature || random.nextDouble() >= Math.exp(-worse / temperature))) {
      trial.undoTo(0);
      return;
    }
    trial.keep();
    energy = after;
    if (energy < bestEnergy) {
      bestEnergy = energy;
      best.set(solution);
    }
  }

  private int randomArc(int unit) {
    int first = instance.rowStart[unit];
    int arcs = instance.rowStart[unit + 1] - first;
    return arcs == 0 ? Solution.UNSERVED : first + random.nextInt(arcs);
  }

  private boolean shift(int unit) {
    int arc = randomArc(unit);
    if (arc < 0 || solution.arcOf(unit) == arc || solution.isClosed(instance.arcSite[arc])) {
      return false;
    }
    trial.assign(unit, arc);
    return true;
  }

  private boolean swap(int unit) {
    int arc = randomArc(unit);
    if (arc < 0 || solution.arcOf(unit) == arc) {
      return false;
    }
    int site = instance.arcSite[arc];
    if (solution.unitsAt(site) == 0) {
      return false;
    }
    int own = solution.arcOf(unit);
    int first = instance.columnStart[site];
    int otherArc =
        instance.columnArc[first + random.nextInt(instance.columnStart[site + 1] - first)];
    int other = instance.arcUnit[otherArc];
    if (solution.arcOf(other) != otherArc) {
      return false;
    }
    int back = own < 0 ? Solution.UNSERVED : instance.problem.findArc(other, instance.arcSite[own]);
    if (own >= 0 && back < 0) {
      return false;
    }
    trial.assign(other, back);
    trial.assign(unit, arc);
    return true;
  }
}
