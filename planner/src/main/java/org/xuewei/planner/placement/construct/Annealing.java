package org.xuewei.planner.placement.construct;

import java.util.SplittableRandom;
import org.xuewei.data.model.StopSignal;
import org.xuewei.planner.placement.bound.Prices;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.placement.state.Solution;

/**
 * Simulated annealing over shifts and swaps of units, ruin and recreate around a site (Schrimpf et
 * al. 2000), and steps in a site's size with the units that make them pay. Heuristic.
 */
public final class Annealing {
  private final Instance instance;
  private final Trial trial;
  private final Solution solution;
  private final Solution best;
  private final SplittableRandom random;
  private final Ruin ruin;
  private double energy;
  private double temperature;
  private final double leastOverspendPrice;
  private double overspendPrice;

  public Annealing(Instance instance, Solution start, Prices prices, long seed) {
    this.instance = instance;
    this.solution = start.copy();
    this.best = start.copy();
    this.trial = new Trial(instance, solution);
    this.random = new SplittableRandom(seed);
    this.ruin = new Ruin(instance, trial, prices, random);
    this.leastOverspendPrice = 1.05 * prices.ofCapital() + 0.01;
    this.overspendPrice = leastOverspendPrice;
  }

  /**
   * Runs until the number of score calculations is spent.
   *
   * @param hot yuan; a step that costs so much more is taken with probability 1/e at the start
   * @param cold the same at the end
   * @return score calculations done
   */
  public long run(double hot, double cold, long calculations, StopSignal stop) {
    if (instance.arcYuan.length == 0) {
      return 0;
    }
    energy = trial.energy();
    long start = trial.evaluations();
    double factor = Math.log(cold / hot);
    long rounds = 0;
    while (trial.evaluations() - start < calculations) {
      if ((rounds++ & 63) == 0) {
        if (stop.stopRequested()) {
          break;
        }
        double done = (trial.evaluations() - start) / (double) calculations;
        temperature = hot * Math.exp(factor * done);
        balanceBudget();
      }
      step();
    }
    return trial.evaluations() - start;
  }

  /**
   * Overspending gets dearer as long as it lasts: the search crosses the budget, it does not stay.
   */
  private void balanceBudget() {
    overspendPrice =
        solution.capital() > instance.budget
            ? overspendPrice * 1.05
            : Math.max(leastOverspendPrice, overspendPrice * 0.98);
    trial.setOverspendPrice(overspendPrice);
    energy = trial.energy();
  }

  private void step() {
    int kind = random.nextInt(1000);
    boolean changed;
    if (kind < 480) {
      changed = shift();
    } else if (kind < 900) {
      changed = swap();
    } else {
      changed = kind < 985 ? ruin.aFewUnits() : kind < 993 ? ruin.growASite() : ruin.shrinkASite();
    }
    if (!changed) {
      trial.undoTo(0);
      trial.countIdleMove();
      return;
    }
    double after = trial.energy();
    double worse = after - energy;
    if (worse <= 0
        || (worse < 30 * temperature && random.nextDouble() < Math.exp(-worse / temperature))) {
      energy = after;
      trial.keep();
      if (solution.yuan() < best.yuan() && solution.isFeasible()) {
        best.set(solution);
      }
    } else {
      trial.undoTo(0);
    }
  }

  private boolean shift() {
    int arc = random.nextInt(instance.arcYuan.length);
    int unit = instance.arcUnit[arc];
    if (solution.arcOf(unit) == arc || solution.isClosed(instance.arcSite[arc])) {
      return false;
    }
    trial.assign(unit, arc);
    return true;
  }

  private boolean swap() {
    int arc = random.nextInt(instance.arcYuan.length);
    int unit = instance.arcUnit[arc];
    int site = instance.arcSite[arc];
    int own = solution.arcOf(unit);
    if (own == arc || solution.unitsAt(site) == 0) {
      return false;
    }
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

  /** The best feasible solution met. */
  public Solution best() {
    return best;
  }
}
