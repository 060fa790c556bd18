package org.xuewei.planner.placement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.xuewei.data.model.Contiguity;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.data.model.Progress;
import org.xuewei.data.model.Scenario.Effort;
import org.xuewei.data.model.StopSignal;
import org.xuewei.planner.evaluate.Evaluator;
import org.xuewei.planner.placement.PlacementResult.Step;
import org.xuewei.planner.placement.bound.LinearRelaxation;
import org.xuewei.planner.placement.bound.PriceAscent;
import org.xuewei.planner.placement.bound.ReducedCosts;
import org.xuewei.planner.placement.construct.Eviction;
import org.xuewei.planner.placement.construct.RegionGrowing;
import org.xuewei.planner.placement.local.Annealing;
import org.xuewei.planner.placement.local.LocalSearch;
import org.xuewei.planner.placement.polish.OpenSites;
import org.xuewei.planner.placement.polish.Polish;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.placement.state.Solution;
import org.xuewei.planner.program.ProgramSolver;

/**
 * Siting and districting of one stage and year: classes of every site and a site for every unit, at
 * least cost, with a lower bound. One phase after the other: the linear relaxation with seat covers
 * gives prices; a program with whole sizes chooses sites; Lagrangian relaxation proves the bound;
 * local search settles the units; neighbourhoods solved as programs polish. Heuristic with a
 * certificate.
 */
public final class Placement {
  /** Local searches at a time; part of what a seed means, so not the machine's cores. */
  private static final int STREAMS = 8;

  /** More work on so few ways finds nothing new. */
  private static final long CALCULATIONS_OF_A_WAY = 150;

  /**
   * Shares of the seats that undivided units are expected to leave empty; the choice of sites
   * depends on it.
   */
  private static final double[] LEFT_EMPTY = {0.025, 0.015};

  /** Prices of a pupil's overload, as multiples of {@link Annealing#acrossBorders}. */
  private static final double[] OVERLOAD_PRICES = {2, 8, 32, 128};

  /** Processes that solve programs; how many are needed does not depend on the machine. */
  private static final int PROCESSES = 2;

  /** Shares of the time left that the phases may take where time is limited. */
  private static final double SHARE_OF_RELAX = 0.2;

  private static final double SHARE_OF_OPEN = 0.45;
  private static final double SHARE_OF_BOUND = 0.3;
  private static final double SHARE_OF_SEARCH = 0.55;

  private static final String METHOD = "lagrangian-bound+mip+local-search";
  private static final String METHOD_WITHOUT_PROGRAMS = "lagrangian-bound+local-search";

  private final Instance instance;
  private final Work work;
  private final long seed;
  private final StopSignal stop;
  private final Progress progress;
  private final ProgramSolver solver;
  private final List<Step> trace = new ArrayList<>();
  private volatile boolean stopped;

  private Placement(
      PlacementProblem problem,
      Work work,
      long seed,
      StopSignal stop,
      Progress progress,
      ProgramSolver solver) {
    this.instance = new Instance(problem);
    this.work = work;
    this.seed = seed;
    this.stop = stop;
    this.progress = progress;
    this.solver = solver;
  }

  /**
   * Solves a problem. The same problem, effort and seed give the same result unless the stop signal
   * ends the search or a process that solves programs is lost; a stopped search returns its best
   * solution so far. Where no such process runs, the result's method says so.
   *
   * @throws IllegalArgumentException if the first sizes of today's schools cost more capital than
   *     the budget
   */
  public static PlacementResult solve(
      PlacementProblem problem, Effort effort, long seed, StopSignal stop, Progress progress) {
    try (ProgramSolver solver = new ProgramSolver(PROCESSES)) {
      return solve(problem, Work.of(effort), seed, stop, progress, solver);
    }
  }

  static PlacementResult solve(
      PlacementProblem problem,
      Work work,
      long seed,
      StopSignal stop,
      Progress progress,
      ProgramSolver solver) {
    return new Placement(problem, work, seed, stop, progress, solver).run();
  }

  private PlacementResult run() {
    Solution best = new Solution(instance);
    if (!best.isFeasible()) {
      throw new IllegalArgumentException("today's schools alone cost more than the budget");
    }
    LinearRelaxation linear = new LinearRelaxation(instance);
    try (Progress.Phase phase = progress.start("relax", work.linearRounds())) {
      phase.advance(linear.run(work.linearRounds(), solver, within(SHARE_OF_RELAX)));
      phase.note(solver.unavailableReason());
    }
    List<Solution> starts = openSites(linear);
    best = best(best, starts);
    PriceAscent ascent = new PriceAscent(instance, linear);
    raiseBound(ascent, decidedYuan(best));
    ReducedCosts costs = ascent.reducedCosts();
    if (instance.contiguity.isPresent()) {
      best = searchContiguous(starts, costs, ascent);
    } else if (decidedYuan(best) > ascent.lowerBoundYuan()) {
      best = search(starts.isEmpty() ? List.of(best) : starts, ascent);
    }
    if (decidedYuan(best) > ascent.lowerBoundYuan() && solver.isAvailable()) {
      best = polish(best, costs, ascent);
    }
    return certified(best, ascent.lowerBoundYuan());
  }

  /** The objective that gap and bound speak of. */
  private long decidedYuan(Solution solution) {
    return solution.yuan() - instance.fixedYuan();
  }

  /** The first of the cheapest solutions that break no limit. */
  private static Solution best(Solution first, List<Solution> others) {
    return Stream.concat(Stream.of(first), others.stream())
        .filter(Solution::isFeasible)
        .min(Comparator.comparingLong(Solution::yuan))
        .orElseThrow();
  }

  /** Some choices of sites, each expecting to leave another share of the seats empty. */
  private List<Solution> openSites(LinearRelaxation linear) {
    StopSignal part = within(SHARE_OF_OPEN);
    try (Progress.Phase phase = progress.start("open", LEFT_EMPTY.length)) {
      return Arrays.stream(LEFT_EMPTY)
          .parallel()
          .mapToObj(
              share -> {
                Optional<Solution> chosen =
                    OpenSites.choose(instance, linear, share, work.nodes(), solver, part);
                phase.advance(1);
                return chosen;
              })
          .flatMap(Optional::stream)
          .toList();
    }
  }

  private void raiseBound(PriceAscent ascent, long knownYuan) {
    try (Progress.Phase phase = progress.start("bound", work.ascentSteps())) {
      int steps = ascent.ascend(work.ascentSteps(), knownYuan, within(SHARE_OF_BOUND));
      phase.advance(steps);
      long bound = ascent.lowerBoundYuan();
      trace.add(new Step("bound", steps, knownYuan, bound));
      phase.note(String.format(Locale.ROOT, "bound %,d", bound));
    }
  }

  /** Streams of their own seeds and starts side by side; the first of the best goes on. */
  private Solution search(List<Solution> starts, PriceAscent ascent) {
    long each = calculations();
    try (Progress.Phase phase = progress.start("search", STREAMS * each)) {
      Annealing annealing = Annealing.withoutOverload(instance);
      Solution found =
          searched(
              stream -> starts.get(stream % starts.size()), stream -> annealing, each, 0, phase);
      record(phase, "search", STREAMS * each, found, ascent);
      return found;
    }
  }

  /**
   * Catchments are grown around the sites and then annealed with a price on overload. Which price
   * suits differs from county to county, so that short searches try some and long ones go on with
   * the best.
   */
  private Solution searchContiguous(
      List<Solution> choices, ReducedCosts costs, PriceAscent ascent) {
    Contiguity where = instance.contiguity.orElseThrow();
    List<Solution> starts =
        openSets(choices).stream()
            .map(open -> RegionGrowing.grow(instance, where, open::get, costs.ofArc))
            .toList();
    long each = calculations();
    long first = each / 3;
    try (Progress.Phase phase = progress.start("search", STREAMS * (first + each))) {
      Solution start = starts.get(0);
      List<Solution> tried =
          streams(
              stream -> start,
              stream -> Annealing.acrossBorders(instance, where, start, overloadPrice(stream)),
              first,
              0,
              phase);
      Solution quick = bestOf(tried);
      double price = overloadPrice(tried.indexOf(quick));
      Solution found =
          searched(
              stream -> starts.get(stream % starts.size()),
              stream -> Annealing.acrossBorders(instance, where, start, price * (1 + stream % 2)),
              each,
              STREAMS,
              phase);
      Solution overloaded = bestOf(List.of(found, quick));
      Eviction.run(instance, overloaded);
      Solution best = best(new Solution(instance), List.of(overloaded));
      record(phase, "search", STREAMS * (first + each), best, ascent);
      return best;
    }
  }

  private static double overloadPrice(int stream) {
    return OVERLOAD_PRICES[stream % OVERLOAD_PRICES.length];
  }

  /** The sites in use of each choice, each set once; today's schools where there is no choice. */
  private List<BitSet> openSets(List<Solution> choices) {
    Set<BitSet> sets = new LinkedHashSet<>();
    for (Solution choice : choices) {
      BitSet open = new BitSet();
      IntStream.range(0, instance.sites).filter(site -> !choice.isClosed(site)).forEach(open::set);
      sets.add(open);
    }
    if (sets.isEmpty()) {
      BitSet open = new BitSet();
      IntStream.range(0, instance.sites).filter(site -> instance.existing[site]).forEach(open::set);
      sets.add(open);
    }
    return List.copyOf(sets);
  }

  private long calculations() {
    return Math.min(work.search(), CALCULATIONS_OF_A_WAY * instance.arcSite.length);
  }

  private Solution searched(
      IntFunction<Solution> start,
      IntFunction<Annealing> annealing,
      long each,
      int firstSeed,
      Progress.Phase phase) {
    return bestOf(streams(start, annealing, each, firstSeed, phase));
  }

  private List<Solution> streams(
      IntFunction<Solution> start,
      IntFunction<Annealing> annealing,
      long each,
      int firstSeed,
      Progress.Phase phase) {
    StopSignal part = within(SHARE_OF_SEARCH);
    return IntStream.range(0, STREAMS)
        .parallel()
        .mapToObj(
            stream -> {
              Solution found =
                  LocalSearch.improve(
                      instance,
                      start.apply(stream),
                      each,
                      annealing.apply(stream),
                      seed * 2 * STREAMS + firstSeed + stream,
                      part);
              phase.advance(each);
              return found;
            })
        .toList();
  }

  private static Solution bestOf(List<Solution> found) {
    return found.stream()
        .min(Comparator.comparingLong(Solution::overload).thenComparingLong(Solution::yuan))
        .orElseThrow();
  }

  private Solution polish(Solution start, ReducedCosts costs, PriceAscent ascent) {
    try (Progress.Phase phase = progress.start("polish", work.neighbourhoods())) {
      StopSignal part = within(1);
      Polish polish = new Polish(instance, start, costs, solver, seed);
      int done = 0;
      int more = polish.improve(work.neighbourhoods(), part);
      while (more > 0) {
        phase.advance(more);
        done += more;
        note(phase, polish.solution(), ascent);
        more = polish.improve(work.neighbourhoods() - done, part);
      }
      record(phase, "polish", done, polish.solution(), ascent);
      return polish.solution();
    }
  }

  /** The signal of a phase; what is left of its share of the time goes to the next ones. */
  private StopSignal within(double share) {
    StopSignal phase = stop.within(share);
    return new StopSignal() {
      @Override
      public boolean stopRequested() {
        boolean requested = phase.stopRequested();
        stopped |= requested;
        return requested;
      }

      @Override
      public double spent() {
        return phase.spent();
      }
    };
  }

  private void record(
      Progress.Phase phase, String name, long done, Solution best, PriceAscent ascent) {
    trace.add(new Step(name, done, decidedYuan(best), boundUpTo(best, ascent)));
    note(phase, best, ascent);
  }

  private long boundUpTo(Solution best, PriceAscent ascent) {
    return Math.min(decidedYuan(best), ascent.lowerBoundYuan());
  }

  private void note(Progress.Phase phase, Solution best, PriceAscent ascent) {
    long yuan = decidedYuan(best);
    long bound = boundUpTo(best, ascent);
    double gap = yuan == 0 ? 0 : 100.0 * (yuan - bound) / yuan;
    phase.note(
        String.format(Locale.ROOT, "best %,d yuan  bound %,d  gap %.2f%%", yuan, bound, gap));
  }

  /** Computes the objective anew by the evaluator, which must agree with the search. */
  private PlacementResult certified(Solution best, long bound) {
    int[] siteOf = new int[instance.units];
    int[] classes = new int[instance.sites];
    for (int unit = 0; unit < siteOf.length; unit++) {
      siteOf[unit] = best.siteOf(unit);
    }
    for (int site = 0; site < classes.length; site++) {
      classes[site] = best.isClosed(site) ? 0 : instance.sizeClasses[best.sizeOf(site)];
    }
    long yuan = Evaluator.objectiveYuan(instance.problem, siteOf, classes);
    if (yuan != best.yuan() || !Evaluator.isFeasible(instance.problem, siteOf, classes)) {
      throw new IllegalStateException(
          "search and evaluator disagree: " + best.yuan() + " against " + yuan);
    }
    long fixed = instance.fixedYuan();
    return new PlacementResult(
        siteOf,
        classes,
        yuan - fixed,
        bound,
        fixed,
        solver.isAvailable() ? METHOD : METHOD_WITHOUT_PROGRAMS,
        !stopped && solver.crashes() == 0,
        trace);
  }
}
