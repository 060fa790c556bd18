package org.xuewei.planner.placement;

import java.util.BitSet;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import org.xuewei.data.model.Aim;
import org.xuewei.data.model.Objective;
import org.xuewei.data.model.PlacementProblem;
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

  /** Shares of the time left: the program without seats, and the problem with its sites. */
  private static final double SHARE_OF_PROGRAM = 0.2;

  private static final double SHARE_OF_TRIAL = 0.3;

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

  /**
   * A plan that covers many pupils, with a bound for plans that leave no more without a place.
   *
   * @param work for the problem with all sites
   * @param ofTrial for the one with the sites that would be best without seats, which may do
   */
  static PlacementResult solve(
      PlacementProblem problem,
      int radiusMetres,
      Work work,
      Work ofTrial,
      long seed,
      StopSignal stop,
      Progress progress,
      ProgramSolver solver) {
    Coverage coverage = new Coverage(problem, radiusMetres);
    int crashes = solver.crashes();
    StopSignal part = stop.within(SHARE_OF_PROGRAM);
    CoverProgram program = CoverProgram.solve(problem, coverage::isCovered, solver, part);
    boolean reproducible = !part.stopRequested() && solver.crashes() == crashes;
    BitSet open = program.open();
    Progress silent = withoutNotes(progress);
    Optional<PlacementResult> trial = Optional.empty();
    if (!open.isEmpty() && problem.contiguity().isEmpty()) {
      StopSignal ofTrials = stop.within(SHARE_OF_TRIAL);
      PlacementResult solved =
          Placement.solve(coverage.priced(open), ofTrial, seed, ofTrials, silent, solver);
      trial = Optional.of(coverage.result(solved, 0, program.leastUncovered(), reproducible));
      reproducible &= solved.reproducible();
      if (coverage.isBest(trial.get())) {
        return trial.get();
      }
    }
    BitSet everySite = new BitSet();
    everySite.set(0, problem.sites().size());
    PlacementResult solved =
        Placement.solve(coverage.priced(everySite), work, seed, stop, silent, solver);
    return coverage.better(solved, trial, program.leastUncovered(), reproducible);
  }

  /** The plan that leaves fewer pupils without a place, or else covers more, or else is cheaper. */
  private PlacementResult better(
      PlacementResult solved,
      Optional<PlacementResult> trial,
      long leastUncovered,
      boolean reproducible) {
    long bound = solved.lowerBoundYuan();
    PlacementResult found = result(solved, bound, leastUncovered, reproducible);
    Comparator<PlacementResult> order =
        Comparator.comparingLong(this::unserved)
            .thenComparing(Coverage::value, Comparator.reverseOrder())
            .thenComparing(PlacementResult::objectiveYuan);
    return trial
        .filter(other -> order.compare(other, found) < 0)
        .map(other -> result(other, bound, leastUncovered, reproducible))
        .orElse(found);
  }

  private static long value(PlacementResult result) {
    return result.aim().orElseThrow().value();
  }

  /** True when no other sites would do better: all is covered that can be, and sites are free. */
  private boolean isBest(PlacementResult result) {
    return result.aim().orElseThrow().gap() == 0
        && unserved(result) == 0
        && problem.sites().stream()
            .flatMap(site -> site.sizes().stream())
            .allMatch(size -> size.yuanPerYear() == 0);
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

  /** The problem of some sites whose cheapest solution covers most. */
  private PlacementProblem priced(BitSet sites) {
    return new Repricing() {
      @Override
      boolean keeps(int unit, int arc) {
        return sites.get(problem.arcSite(arc));
      }

      @Override
      long way(int unit, int arc) {
        long beyond = isCovered(arc) ? 0 : price * pupils(unit);
        return beyond + problem.arcYuan(arc) / yuanOfOne;
      }

      @Override
      long unserved(int unit) {
        return price * UNSERVED * pupils(unit) + dearestWay(unit, yuanOfOne) + 1;
      }

      @Override
      long size(Size size) {
        return size.yuanPerYear() / yuanOfOne;
      }
    }.of(problem);
  }

  /**
   * The solution in the prices of the original problem, with the pupils that it covers.
   *
   * @param lowerBound of the problem of all sites, in its prices; at least 0
   */
  private PlacementResult result(
      PlacementResult solved, long lowerBound, long leastUncovered, boolean reproducible) {
    long covered =
        units()
            .filter(unit -> solved.siteOf(unit) >= 0)
            .filter(unit -> isCovered(problem.findArc(unit, solved.siteOf(unit))))
            .mapToLong(this::pupils)
            .sum();
    long reachable = units().filter(this::isInReach).mapToLong(this::pupils).sum();
    long most = reachable - leastPrices(lowerBound) + (UNSERVED - 1) * unserved(solved);
    Aim aim =
        new Aim(
            Objective.coverage(radiusMetres), covered, Math.min(reachable - leastUncovered, most));
    return solved.in(problem).with(aim, reproducible);
  }

  private long unserved(PlacementResult result) {
    return units()
        .filter(unit -> isInReach(unit) && result.siteOf(unit) < 0)
        .mapToLong(this::pupils)
        .sum();
  }

  private IntStream units() {
    return IntStream.range(0, problem.units().size());
  }

  private boolean isInReach(int unit) {
    return problem.rowStart(unit) < problem.rowStart(unit + 1);
  }

  private int pupils(int unit) {
    return problem.units().get(unit).pupils();
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
    return units().mapToLong(this::pupils).sum();
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
