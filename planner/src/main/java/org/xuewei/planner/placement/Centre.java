package org.xuewei.planner.placement;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import java.util.stream.IntStream;
import org.xuewei.data.model.Aim;
import org.xuewei.data.model.Contiguity;
import org.xuewei.data.model.Objective;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.data.model.PlacementProblem.Size;
import org.xuewei.data.model.Progress;
import org.xuewei.data.model.StopSignal;
import org.xuewei.planner.program.ProgramSolver;

/**
 * p-centre: the shortest greatest way of a pupil (Hakimi 1964), here with seats and every other
 * limit of the problem. Bisects over the distances that there are; each question, whether everybody
 * can have a place within a radius, is asked of a set cover first, which proves a no where too few
 * schools are allowed, and gives sites to try. Then it is the problem of fewest pupils without a
 * place among the shorter ways: a solution without any is a yes, a bound above zero is a proof of
 * no, anything else leaves the radius open. At last comes the cheapest plan within the radius
 * found. Heuristic with a certificate.
 */
final class Centre {
  private enum Answer {
    YES,
    NO,
    OPEN
  }

  /** Price of a pupil without a place in a question. */
  private static final long PRICE = 1_000_000;

  /** A bound that is no fault of rounding: a thousandth of a pupil without a place. */
  private static final long PROOF = 1_000;

  /** Share of the time left that a question may take. */
  private static final double SHARE_OF_QUESTION = 0.15;

  private final PlacementProblem problem;
  private final Work work;
  private final Work ofQuestion;
  private final long seed;
  private final StopSignal stop;
  private final ProgramSolver solver;
  private final int leastMetres;
  private final int[] radii;
  private final int crashesBefore;
  private boolean reproducible;
  private long lastBound;
  private PlacementResult best;

  private Centre(
      PlacementProblem problem,
      Work work,
      Work ofQuestion,
      long seed,
      StopSignal stop,
      ProgramSolver solver) {
    this.problem = problem;
    this.work = work;
    this.ofQuestion = ofQuestion;
    this.seed = seed;
    this.stop = stop;
    this.solver = solver;
    this.crashesBefore = solver.crashes();
    this.leastMetres = units().map(this::nearestMetres).max().orElse(0);
    this.radii = radii();
    this.best =
        Placement.solve(
            problem, ofQuestion, seed, stop.within(SHARE_OF_QUESTION), Progress.SILENT, solver);
    this.reproducible = best.reproducible();
  }

  /**
   * A plan with a short greatest way among those that give everybody in reach a place, or the
   * cheapest plan where none is found.
   *
   * @param work for the plan at the end
   * @param ofQuestion for each of the questions before
   */
  static PlacementResult solve(
      PlacementProblem problem,
      Work work,
      Work ofQuestion,
      long seed,
      StopSignal stop,
      Progress progress,
      ProgramSolver solver) {
    Centre centre;
    long bound;
    try (Progress.Phase phase = progress.start("centre", 0)) {
      centre = new Centre(problem, work, ofQuestion, seed, stop, solver);
      bound = centre.search(phase);
    }
    return centre.cheapest(progress, bound);
  }

  /** Shortens the greatest way of the best plan. Returns what no greatest way is below. */
  private long search(Progress.Phase phase) {
    if (!servesAll(best) && radii.length > 0) {
      answer(radii.length - 1, phase);
    }
    if (!servesAll(best) || radii.length == 0) {
      return leastMetres;
    }
    int high = indexOf(greatestMetres(best));
    int low = 0;
    int proven = 0;
    int open = high;
    while (low < high && !stop.stopRequested()) {
      int middle = (low + high) >>> 1;
      switch (answer(middle, phase)) {
        case YES -> high = indexOf(greatestMetres(best));
        case NO -> {
          low = middle + 1;
          proven = low;
        }
        case OPEN -> {
          low = middle + 1;
          open = Math.min(open, middle);
        }
      }
    }
    high = Math.min(open, high);
    while (proven < high && !stop.stopRequested()) {
      int middle = (proven + high) >>> 1;
      if (answer(middle, phase) == Answer.NO) {
        proven = middle + 1;
      } else {
        high = middle;
      }
    }
    return proven == 0 ? leastMetres : radii[proven];
  }

  private Answer answer(int radius, Progress.Phase phase) {
    Answer answer = answer(radii[radius]);
    phase.advance(1);
    phase.note(
        String.format(
            Locale.ROOT, "within %,d m %s", radii[radius], answer.name().toLowerCase(Locale.ROOT)));
    return answer;
  }

  private Answer answer(int radiusMetres) {
    BitSet everySite = new BitSet();
    everySite.set(0, problem.sites().size());
    PlacementProblem question = question(radiusMetres, everySite);
    StopSignal part = stop.within(SHARE_OF_QUESTION);
    SetCover cover = SetCover.of(question, solver, part);
    reproducible &= !part.stopRequested() && solver.crashes() == crashesBefore;
    if (cover.needsTooMany()) {
      return Answer.NO;
    }
    BitSet open = cover.open();
    if (!open.isEmpty() && problem.contiguity().isEmpty() && serves(question(radiusMetres, open))) {
      return Answer.YES;
    }
    if (serves(question)) {
      return Answer.YES;
    }
    return lastBound >= PROOF ? Answer.NO : Answer.OPEN;
  }

  /** Asks the engine; a plan that gives everybody a place becomes the best one. */
  private boolean serves(PlacementProblem question) {
    PlacementResult result =
        Placement.solve(
            question,
            ofQuestion,
            PROOF,
            seed,
            stop.within(SHARE_OF_QUESTION),
            Progress.SILENT,
            solver);
    reproducible &= result.reproducible();
    lastBound = result.lowerBoundYuan();
    if (servesAll(result)) {
      best = result;
      return true;
    }
    return false;
  }

  /** The cheapest plan that keeps the greatest way of the best one. */
  private PlacementResult cheapest(Progress progress, long bound) {
    PlacementProblem allowed = servesAll(best) ? within(greatestMetres(best)) : problem;
    PlacementResult found = Placement.solve(allowed, work, seed, stop, progress, solver);
    PlacementResult chosen = servesAll(best) && !servesAll(found) ? best.in(allowed) : found;
    long value = greatestMetres(chosen);
    return chosen.with(
        new Aim(Objective.CENTRE, value, servesAll(chosen) ? bound : Math.min(bound, value)),
        reproducible);
  }

  /** Ways up to the radius to some sites, at no cost; a pupil without a place has a price. */
  private PlacementProblem question(int radiusMetres, BitSet sites) {
    return new Repricing() {
      @Override
      boolean keeps(int unit, int arc) {
        return isAllowed(unit, arc, radiusMetres) && sites.get(problem.arcSite(arc));
      }

      @Override
      long way(int unit, int arc) {
        return 0;
      }

      @Override
      long unserved(int unit) {
        return PRICE * problem.units().get(unit).pupils();
      }

      @Override
      long size(Size size) {
        return 0;
      }
    }.of(problem);
  }

  /** The problem with the ways up to the radius alone. */
  private PlacementProblem within(int radiusMetres) {
    return new Repricing() {
      @Override
      boolean keeps(int unit, int arc) {
        return isAllowed(unit, arc, radiusMetres);
      }

      @Override
      long way(int unit, int arc) {
        return problem.arcYuan(arc);
      }

      @Override
      long unserved(int unit) {
        return problem.units().get(unit).unservedYuan();
      }

      @Override
      long size(Size size) {
        return size.yuanPerYear();
      }
    }.of(problem);
  }

  private boolean isAllowed(int unit, int arc, int radiusMetres) {
    return problem.arcMetres(arc) <= radiusMetres || !hasPupils(unit);
  }

  /** Distances that a greatest way can have, ascending. */
  private int[] radii() {
    int least = Math.max(leastMetres, farthestHomeMetres());
    return units()
        .filter(this::hasPupils)
        .flatMap(this::metres)
        .filter(metres -> metres >= least)
        .distinct()
        .sorted()
        .toArray();
  }

  /** A contiguous catchment has its school's own unit, whose way is always allowed. */
  private int farthestHomeMetres() {
    return problem.contiguity().stream()
        .flatMapToInt(
            where ->
                IntStream.range(0, where.sites())
                    .filter(site -> where.homeUnit(site) != Contiguity.NO_UNIT)
                    .map(site -> problem.findArc(where.homeUnit(site), site)))
        .map(problem::arcMetres)
        .max()
        .orElse(0);
  }

  /** 0 for a unit that nobody walks from. */
  private int nearestMetres(int unit) {
    return hasPupils(unit) ? metres(unit).min().orElse(0) : 0;
  }

  private IntStream metres(int unit) {
    return IntStream.range(problem.rowStart(unit), problem.rowStart(unit + 1))
        .map(problem::arcMetres);
  }

  private int greatestMetres(PlacementResult result) {
    return units()
        .filter(unit -> hasPupils(unit) && result.siteOf(unit) >= 0)
        .map(unit -> problem.arcMetres(problem.findArc(unit, result.siteOf(unit))))
        .max()
        .orElse(0);
  }

  private boolean servesAll(PlacementResult result) {
    return units()
        .noneMatch(
            unit ->
                hasPupils(unit)
                    && problem.rowStart(unit) < problem.rowStart(unit + 1)
                    && result.siteOf(unit) < 0);
  }

  private boolean hasPupils(int unit) {
    return problem.units().get(unit).pupils() > 0;
  }

  private IntStream units() {
    return IntStream.range(0, problem.units().size());
  }

  /** The first distance of at least so many metres. */
  private int indexOf(int metres) {
    int index = Arrays.binarySearch(radii, metres);
    return index >= 0 ? index : -index - 1;
  }
}
