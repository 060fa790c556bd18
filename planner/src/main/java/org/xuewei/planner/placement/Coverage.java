package org.xuewei.planner.placement;

import org.xuewei.data.model.Aim;
import org.xuewei.data.model.Objective;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.data.model.PlacementProblem.DemandUnit;
import org.xuewei.data.model.PlacementProblem.Site;
import org.xuewei.data.model.PlacementProblem.Size;
import org.xuewei.data.model.Progress;
import org.xuewei.data.model.StopSignal;
import org.xuewei.planner.program.ProgramSolver;

/**
 * Maximum coverage: as many pupils as possible within a radius of their school (MCLP, Church and
 * ReVelle 1974), here with seats and every other limit of the problem. A unit is covered when its
 * farthest point is.
 *
 * <p>The same problem with other prices: a pupil beyond the radius costs one price, one without a
 * place {@value #UNSERVED} of them, and what the plan costs in yuan counts so little that all of it
 * together stays below one price. Among plans that cover equally many, the cheaper one is better. A
 * lower bound on the prices is an upper bound on the pupils covered.
 */
final class Coverage {
  /** A pupil without a place weighs as much as so many beyond the radius. */
  static final int UNSERVED = 10;

  /** Prices of all pupils together, about: whole numbers that double precision keeps apart. */
  private static final long PRICE_OF_ALL = 100_000_000_000L;

  private static final long LEAST_PRICE = 1_000_000;

  /** Yuan count so little that together they stay below this share of a price. */
  private static final int SHARE_OF_YUAN = 10;

  private final PlacementProblem problem;
  private final int radiusMetres;
  private final long price;
  private final long yuanOfOne;

  private Coverage(PlacementProblem problem, int radiusMetres) {
    this.problem = problem;
    this.radiusMetres = radiusMetres;
    this.price = Math.max(LEAST_PRICE, PRICE_OF_ALL / Math.max(1, pupils()));
    this.yuanOfOne = 1 + dearestYuan(1) / (price / SHARE_OF_YUAN);
  }

  /** A plan that covers many pupils, with a bound for plans that leave no more without a place. */
  static PlacementResult solve(
      PlacementProblem problem,
      int radiusMetres,
      Work work,
      long seed,
      StopSignal stop,
      Progress progress,
      ProgramSolver solver) {
    Coverage coverage = new Coverage(problem, radiusMetres);
    return coverage.result(
        Placement.solve(coverage.priced(), work, seed, stop, withoutNotes(progress), solver));
  }

  /** Notes of the search count prices, which say nothing to a reader. */
  private static Progress withoutNotes(Progress progress) {
    return (name, total) -> {
      Progress.Phase phase = progress.start(name, total);
      return new Progress.Phase() {
        @Override
        public void advance(long count) {
          phase.advance(count);
        }

        @Override
        public void note(String text) {}

        @Override
        public void close() {
          phase.close();
        }
      };
    };
  }

  /** The problem whose cheapest solution covers most. */
  private PlacementProblem priced() {
    return new Repricing() {
      @Override
      long way(int unit, int arc) {
        long beyond = isCovered(arc) ? 0 : price * problem.units().get(unit).pupils();
        return beyond + problem.arcYuan(arc) / yuanOfOne;
      }

      @Override
      long unserved(int unit) {
        int pupils = problem.units().get(unit).pupils();
        return price * UNSERVED * pupils + dearestWay(unit, yuanOfOne) + 1;
      }

      @Override
      long size(Size size) {
        return size.yuanPerYear() / yuanOfOne;
      }
    }.of(problem);
  }

  /** The solution in the prices of the original problem, with the pupils that it covers. */
  private PlacementResult result(PlacementResult solved) {
    long covered = 0;
    long unserved = 0;
    long reachable = 0;
    for (int unit = 0; unit < problem.units().size(); unit++) {
      int pupils = problem.units().get(unit).pupils();
      int site = solved.siteOf(unit);
      boolean reaches = problem.rowStart(unit) < problem.rowStart(unit + 1);
      reachable += reaches ? pupils : 0;
      unserved += reaches && site < 0 ? pupils : 0;
      covered += site >= 0 && isCovered(problem.findArc(unit, site)) ? pupils : 0;
    }
    long most = reachable - leastPrices(solved.lowerBoundYuan()) + (UNSERVED - 1) * unserved;
    Aim aim = new Aim(Objective.coverage(radiusMetres), covered, Math.min(reachable, most));
    return solved.in(problem).with(aim, true);
  }

  /** Least number of whole prices in a solution: one a pupil beyond, more a pupil without place. */
  private long leastPrices(long lowerBound) {
    long yuan = dearestYuan(yuanOfOne) + problem.units().size();
    return Math.max(0, -Math.floorDiv(yuan - lowerBound, price));
  }

  private boolean isCovered(int arc) {
    return problem.arcMetres(arc) <= radiusMetres;
  }

  private long pupils() {
    return problem.units().stream().mapToLong(DemandUnit::pupils).sum();
  }

  /** What no plan costs more than, counted in so many yuan, all of its units served. */
  private long dearestYuan(long divisor) {
    long yuan = 0;
    for (int unit = 0; unit < problem.units().size(); unit++) {
      yuan += dearestWay(unit, divisor);
    }
    for (Site site : problem.sites()) {
      yuan += site.sizes().stream().mapToLong(Size::yuanPerYear).max().orElse(0) / divisor;
    }
    return yuan;
  }

  private long dearestWay(int unit, long divisor) {
    int end = problem.rowStart(unit + 1);
    return problem.rowStart(unit) < end ? problem.arcYuan(end - 1) / divisor : 0;
  }
}
