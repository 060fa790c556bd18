package org.xuewei.planner.placement;

import java.util.List;
import java.util.Optional;
import org.xuewei.data.model.Aim;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.planner.evaluate.Evaluator;
import org.xuewei.planner.placement.state.Instance;

/**
 * A solution in the problem's indices with its certificate. Objective and bound are yuan a year
 * without {@link #fixedYuan}. Immutable.
 */
public final class PlacementResult {
  /**
   * What one phase of the search did.
   *
   * @param calculations score calculations, or steps of the bound, spent in the phase
   * @param bestYuan best objective after the phase
   * @param boundYuan best lower bound after the phase
   */
  public record Step(String phase, long calculations, long bestYuan, long boundYuan) {}

  private final int[] siteOf;
  private final int[] classes;
  private final long objectiveYuan;
  private final long lowerBoundYuan;
  private final long fixedYuan;
  private final String method;
  private final boolean reproducible;
  private final List<Step> trace;
  private final Optional<Aim> aim;

  PlacementResult(
      int[] siteOf,
      int[] classes,
      long objectiveYuan,
      long lowerBoundYuan,
      long fixedYuan,
      String method,
      boolean reproducible,
      List<Step> trace) {
    this(
        siteOf,
        classes,
        objectiveYuan,
        lowerBoundYuan,
        fixedYuan,
        method,
        reproducible,
        trace,
        Optional.empty());
  }

  private PlacementResult(
      int[] siteOf,
      int[] classes,
      long objectiveYuan,
      long lowerBoundYuan,
      long fixedYuan,
      String method,
      boolean reproducible,
      List<Step> trace,
      Optional<Aim> aim) {
    if (lowerBoundYuan > objectiveYuan) {
      throw new IllegalStateException(
          "lower bound " + lowerBoundYuan + " above objective " + objectiveYuan);
    }
    this.siteOf = siteOf.clone();
    this.classes = classes.clone();
    this.objectiveYuan = objectiveYuan;
    this.lowerBoundYuan = lowerBoundYuan;
    this.fixedYuan = fixedYuan;
    this.method = method;
    this.reproducible = reproducible;
    this.trace = List.copyOf(trace);
    this.aim = aim;
  }

  /**
   * What the same solution is in a problem of the same units and other sites, where it costs as
   * much.
   *
   * @param siteOf by unit
   * @param classes by site
   */
  PlacementResult at(int[] siteOf, int[] classes) {
    return new PlacementResult(
        siteOf,
        classes,
        objectiveYuan,
        lowerBoundYuan,
        fixedYuan,
        method,
        reproducible,
        trace,
        aim);
  }

  /** The same solution in a problem of the same units and sites, where no bound is known. */
  PlacementResult in(PlacementProblem other) {
    long fixed = new Instance(other).fixedYuan();
    long yuan = Evaluator.objectiveYuan(other, siteOf, classes) - fixed;
    return new PlacementResult(
        siteOf, classes, yuan, 0, fixed, method, reproducible, trace, Optional.empty());
  }

  PlacementResult with(Aim reached, boolean andReproducible) {
    return new PlacementResult(
        siteOf,
        classes,
        objectiveYuan,
        lowerBoundYuan,
        fixedYuan,
        method,
        reproducible && andReproducible,
        trace,
        Optional.of(reached));
  }

  /** Index of the unit's site, or -1 when it has no place. */
  public int siteOf(int unit) {
    return siteOf[unit];
  }

  /** Classes of the site, 0 when it is closed. */
  public int classes(int site) {
    return classes[site];
  }

  public long objectiveYuan() {
    return objectiveYuan;
  }

  /** No solution of this problem costs less; valid for the problem's arcs and sizes. */
  public long lowerBoundYuan() {
    return lowerBoundYuan;
  }

  /** Price of the units that have no arc: what no decision can change. */
  public long fixedYuan() {
    return fixedYuan;
  }

  /** (objective - bound) / objective, 0 when the objective is 0. */
  public double gap() {
    return objectiveYuan == 0 ? 0 : (objectiveYuan - lowerBoundYuan) / (double) objectiveYuan;
  }

  /** What was reached of an objective other than cost; the bound on it, not on yuan, counts. */
  public Optional<Aim> aim() {
    return aim;
  }

  public String method() {
    return method;
  }

  /** False when the stop signal ended the search, or a process that solved programs was lost. */
  public boolean reproducible() {
    return reproducible;
  }

  public List<Step> trace() {
    return trace;
  }
}
