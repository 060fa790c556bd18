package org.xuewei.planner.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.data.model.Progress;
import org.xuewei.data.model.Scenario.Effort;
import org.xuewei.data.model.StopSignal;
import org.xuewei.planner.evaluate.Evaluator;
import org.xuewei.planner.placement.PlacementResult.Step;
import org.xuewei.planner.placement.bound.LinearRelaxation;
import org.xuewei.planner.placement.bound.PriceAscent;
import org.xuewei.planner.placement.bound.ReducedCosts;
import org.xuewei.planner.placement.bound.SiteTree;
import org.xuewei.planner.placement.construct.SeatTransport;
import org.xuewei.planner.placement.construct.Start;
import org.xuewei.planner.placement.polish.OpenSites;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.placement.state.Solution;
import org.xuewei.planner.program.ProgramSolver;

/**
 * Siting and districting of one stage and year: classes of every site and a site for every unit, at
 * least cost, with a lower bound. One phase after the other: a first plan is made within seconds;
 * where money or seats may be short, the linear relaxation with seat covers gives prices;
 * Lagrangian relaxation proves the bound, which branching over the sites raises; the least parts of
 * that tree, and programs with whole sizes where sites have several or seats are short, choose
 * sites, improved by interchange; local search settles the units; neighbourhoods solved as programs
 * polish; the tree goes on to prove how good the plan is; and where nothing more could be improved,
 * the search starts anew from the next best sites. Heuristic with a certificate.
 */
public final class Placement {
  /** With more, and money and seats for all, prices are found sooner without the program. */
  private static final int FEW_ARCS = 5_000;

  /** Processes that solve programs; how many are needed does not depend on the machine. */
  private static final int PROCESSES = 2;

  /** Shares of the time left that the phases may take where time is limited. */
  private static final double SHARE_OF_CONSTRUCT = 0.3;

  private static final double SHARE_OF_RELAX = 0.3;

  private static final double SHARE_OF_OPEN = 0.45;
  private static final double SHARE_OF_BOUND = 0.3;
  private static final double SHARE_OF_BRANCH = 0.25;
  private static final double SHARE_OF_INTERCHANGE = 0.2;
  private static final double SHARE_OF_SEARCH = 0.3;
  private static final double SHARE_OF_POLISH = 0.9;

  /** Before the search, branching ends when parts with so many ways do not raise the bound. */
  private static final long WAYS_OF_A_RISE = 10_000_000;

  private static final long PARTS_OF_A_RISE = 16;

  /** The least rise, as a share. */
  private static final double RISE = 1e-5;

  /** Choices of sites that branching gives. */
  private static final int CHOICES_OF_TREE = 4;

  private static final String METHOD = "lagrangian-bound+mip+local-search";
  private static final String METHOD_WITHOUT_PROGRAMS = "lagrangian-bound+local-search";

  private final Instance instance;
  private final Work work;
  private final long seed;
  private final Watched stop;
  private final Progress progress;
  private final ProgramSolver solver;
  private final int crashesBefore;
  private final List<Step> trace = new ArrayList<>();
  private long lowerBound;

  /** Neighbourhoods solved so far. */
  private int polished;

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
    this.stop = new Watched(stop);
    this.progress = progress;
    this.solver = solver;
    this.crashesBefore = solver.crashes();
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
    try (ProgramSolver solver = programSolver()) {
      return solve(problem, effort, seed, stop, progress, solver);
    }
  }

  /** What the solves of some problems can share; to be closed. */
  public static ProgramSolver programSolver() {
    return new ProgramSolver(PROCESSES);
  }

  /** As {@link #solve(PlacementProblem, Effort, long, StopSignal, Progress)}, with its solver. */
  public static PlacementResult solve(
      PlacementProblem problem,
      Effort effort,
      long seed,
      StopSignal stop,
      Progress progress,
      ProgramSolver solver) {
    return solve(problem, Work.of(effort), seed, stop, progress, solver);
  }

  static PlacementResult solve(
      PlacementProblem problem,
      Work work,
      long seed,
      StopSignal stop,
      Progress progress,
      ProgramSolver solver) {
    return solve(problem, work, Long.MAX_VALUE, seed, stop, progress, solver);
  }

  /**
   * @param enoughYuan a lower bound that answers what was asked: the search ends there
   */
  static PlacementResult solve(
      PlacementProblem problem,
      Work work,
      long enoughYuan,
      long seed,
      StopSignal stop,
      Progress progress,
      ProgramSolver solver) {
    return new Placement(problem, work, seed, stop, progress, solver).run(enoughYuan);
  }

  private PlacementResult run(long enoughYuan) {
    Solution best = new Solution(instance);
    if (!best.isFeasible()) {
      throw new IllegalArgumentException("today's schools alone cost more than the budget");
    }
    best = best(best, List.of(constructed()));
    if (decidedYuan(best) == 0) {
      return certified(best, 0);
    }
    LinearRelaxation linear = new LinearRelaxation(instance);
    if (needsProgram() || instance.arcSite.length <= FEW_ARCS) {
      relax(linear);
    }
    PriceAscent ascent = new PriceAscent(instance, linear);
    raiseBound("bound", ascent, work.ascentSteps(), decidedYuan(best));
    ReducedCosts costs = ascent.reducedCosts();
    if (instance.contiguity.isPresent() && !instance.hasCandidates()) {
      ascent.connect();
      raiseBound("connect", ascent, work.connectedSteps(), decidedYuan(best));
    }
    SiteTree tree = new SiteTree(instance, ascent);
    if (!costs.isShort && !tree.isDone(decidedYuan(best))) {
      branch("branch", tree, decidedYuan(best), patience(), within(SHARE_OF_BRANCH));
    }
    if (lowerBound >= enoughYuan) {
      return certified(best, boundUpTo(best));
    }
    StartPhase starts = new StartPhase(instance, work, progress);
    List<int[]> first = new ArrayList<>();
    if (costs.isShort || instance.hasSizes()) {
      OpenSites sites = new OpenSites(instance, linear, costs);
      first.addAll(starts.open(sites, solver, within(SHARE_OF_OPEN)));
    }
    tree.choices(CHOICES_OF_TREE).stream()
        .filter(sizes -> first.isEmpty() || instance.keepsLimits(sizes))
        .forEach(first::add);
    starts.interchange(first, lowerBound, within(SHARE_OF_INTERCHANGE));
    for (int round = 0; round == 0 || mayStartAnew(best, round); round++) {
      best = best(best, List.of(improved(starts.ofRound(round), costs, tree, round)));
      if (!tree.isDone(decidedYuan(best))) {
        branch("certify", tree, decidedYuan(best), Long.MAX_VALUE, within(1));
      }
    }
    return certified(best, lowerBound);
  }

  private Solution constructed() {
    try (Progress.Phase phase = progress.start("construct", ConstructPhase.choices(instance))) {
      Solution first = ConstructPhase.run(instance, seed, phase, within(SHARE_OF_CONSTRUCT));
      record(phase, "construct", 1, first);
      return first;
    }
  }

  private boolean mayStartAnew(Solution best, int round) {
    return round < work.rounds()
        && polished < work.neighbourhoods()
        && decidedYuan(best) > lowerBound
        && !stop.stopRequested();
  }

  /** The best that is found from some starts. */
  private Solution improved(List<Start> starts, ReducedCosts costs, SiteTree tree, int round) {
    Solution best = new Solution(instance);
    if (instance.contiguity.isEmpty()) {
      best = best(best, starts.stream().map(Start::filled).toList());
    }
    if (decidedYuan(best) > lowerBound) {
      List<Solution> found = search(starts, costs, round);
      best = best(best, found);
      if (decidedYuan(best) > lowerBound && solver.isAvailable()) {
        StopSignal part = within(tree.isDone(decidedYuan(best)) ? 1 : SHARE_OF_POLISH);
        best = polish(best, found, costs, round, part);
      }
    }
    return best;
  }

  /**
   * True when prices without the program would start far off: money is limited, or the largest
   * sizes of all sites do not seat everybody.
   */
  private boolean needsProgram() {
    int[] largest = IntStream.range(0, instance.sites).map(instance::largestSize).toArray();
    return instance.budget != Long.MAX_VALUE || SeatTransport.of(instance, largest).leavesOut();
  }

  private void relax(LinearRelaxation linear) {
    try (Progress.Phase phase = progress.start("relax", work.linearRounds())) {
      phase.advance(linear.run(work.linearRounds(), solver, within(SHARE_OF_RELAX)));
      phase.note(solver.unavailableReason());
    }
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

  private void raiseBound(String name, PriceAscent ascent, int most, long knownYuan) {
    try (Progress.Phase phase = progress.start(name, most)) {
      int steps = ascent.ascend(most, knownYuan, within(SHARE_OF_BOUND));
      phase.advance(steps);
      lowerBound = ascent.lowerBoundYuan();
      trace.add(new Step(name, steps, knownYuan, lowerBound));
      phase.note(String.format(Locale.ROOT, "bound %,d", lowerBound));
    }
  }

  private long patience() {
    return Math.max(PARTS_OF_A_RISE, WAYS_OF_A_RISE / Math.max(1, instance.arcSite.length));
  }

  /**
   * Divides the solutions by the sites that are open, which raises the bound further.
   *
   * @param patience ends after so many parts that do not raise it
   */
  private void branch(String name, SiteTree tree, long knownYuan, long patience, StopSignal part) {
    try (Progress.Phase phase = progress.start(name, work.parts())) {
      int done = 0;
      int more = 1;
      long idle = 0;
      double risen = (1 + RISE) * lowerBound;
      while (more > 0 && idle < patience) {
        more = tree.branch(work.parts() - done, knownYuan, part);
        done += more;
        phase.advance(more);
        lowerBound = tree.lowerBoundYuan(knownYuan);
        boolean hasRisen = lowerBound >= risen;
        idle = hasRisen ? 0 : idle + more;
        risen = hasRisen ? (1 + RISE) * lowerBound : risen;
        phase.note(String.format(Locale.ROOT, "bound %,d", lowerBound));
      }
      trace.add(new Step(name, done, knownYuan, lowerBound));
    }
  }

  private List<Solution> search(List<Start> starts, ReducedCosts costs, int round) {
    SearchPhase search =
        new SearchPhase(instance, costs, starts, work, seedOf(round), within(SHARE_OF_SEARCH));
    try (Progress.Phase phase = progress.start("search", search.calculations())) {
      List<Solution> found = search.run(phase);
      record(phase, "search", search.calculations(), found.get(0));
      return found;
    }
  }

  private Solution polish(
      Solution first, List<Solution> others, ReducedCosts costs, int round, StopSignal part) {
    int most = work.neighbourhoods() - polished;
    try (Progress.Phase phase = progress.start("polish", most)) {
      PolishPhase polish =
          new PolishPhase(
              instance, costs, solver, most, seedOf(round), phase, best -> note(phase, best));
      Solution best = polish.run(first, others, part);
      int solved = most - polish.left();
      polished += solved;
      record(phase, "polish", solved, best);
      return best;
    }
  }

  private long seedOf(int round) {
    return seed * work.rounds() + round;
  }

  /** The signal of a phase; what is left of its share of the time goes to the next ones. */
  private Watched within(double share) {
    return stop.within(share);
  }

  private void record(Progress.Phase phase, String name, long done, Solution best) {
    trace.add(new Step(name, done, decidedYuan(best), boundUpTo(best)));
    note(phase, best);
  }

  private long boundUpTo(Solution best) {
    return Math.min(decidedYuan(best), lowerBound);
  }

  private void note(Progress.Phase phase, Solution best) {
    long yuan = decidedYuan(best);
    long bound = boundUpTo(best);
    double gap = yuan == 0 ? 0 : 100.0 * (yuan - bound) / yuan;
    boolean isBounded = bound > 0 || yuan == 0;
    phase.note(
        isBounded
            ? String.format(Locale.ROOT, "best %,d yuan  bound %,d  gap %.2f%%", yuan, bound, gap)
            : String.format(Locale.ROOT, "best %,d yuan", yuan));
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
        !stop.hasStopped() && solver.crashes() == crashesBefore,
        trace);
  }
}
