package org.xuewei.planner.placement.polish;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.xuewei.data.model.StopSignal;
import org.xuewei.planner.placement.bound.ReducedCosts;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.placement.state.Solution;
import org.xuewei.planner.program.ProgramSolver;
import org.xuewei.planner.program.SearchLimits;

/**
 * Joins what solutions do best in different places: every unit may go the way that it goes in any
 * of them, solved as one program (construct, merge, solve and adapt, Blum, Pinacho, López-Ibáñez
 * and Lozano 2016). As long as that is proven, the next program has one more way of every unit, the
 * best by reduced cost to the same sites. Beside those come ways to a few closed candidates, others
 * in every program (the buckets of kernel search, Guastaroba and Speranza 2014); those take turns
 * as long as they gain something before there are more ways. Heuristic; only improves. Not
 * thread-safe.
 */
public final class Merger {
  private static final SearchLimits LIMITS = new SearchLimits(300, 0, 1e-5, 0, 5);

  /** Where catchments hang together the program is solved again with what it violates. */
  private static final SearchLimits LIMITS_WITH_CUTS = new SearchLimits(60, 0, 1e-5, 0, 5);

  /** With more ways of units that have several a program takes too long. */
  private static final int MOST_ARCS = 6_000;

  /** Closed candidates of the first program, of every one, and of all of them in turn. */
  private static final int CLOSED_AT_FIRST = 20;

  private static final int CLOSED_AT_LEAST = 5;
  private static final int CLOSED_AT_MOST = 40;
  private static final int CLOSED_IN_TURN = 60;

  /** Ways of a unit to the closed candidates of a program, and how dear beside its others. */
  private static final int WAYS_TO_CLOSED = 3;

  private static final double DEARER_TO_CLOSED = 1.3;

  private final Instance instance;
  private final ProgramSolver solver;

  /** By unit: its ways by reduced cost. */
  private final int[][] nearArcs;

  /** Candidates, those first that add least to the bound. */
  private final int[] candidates;

  /** Closed candidates of the next program, and how many had their turn before. */
  private int closed = CLOSED_AT_FIRST;

  private int passed;

  /** Ways of every unit, its best, beside those that solutions use. */
  private int width;

  private int mostWidth = Integer.MAX_VALUE;
  private BitSet last = new BitSet();

  public Merger(Instance instance, ReducedCosts costs, ProgramSolver solver) {
    this.instance = instance;
    this.solver = solver;
    this.candidates =
        IntStream.range(0, instance.sites)
            .filter(site -> !instance.existing[site])
            .boxed()
            .sorted(Comparator.comparingDouble(site -> costs.ofSite[site]))
            .mapToInt(Integer::intValue)
            .toArray();
    this.nearArcs = new int[instance.units][];
    for (int unit = 0; unit < instance.units; unit++) {
      nearArcs[unit] =
          arcs(unit)
              .boxed()
              .sorted(Comparator.comparingDouble(arc -> costs.ofArc[arc]))
              .mapToInt(Integer::intValue)
              .toArray();
    }
  }

  /**
   * Improves a solution by what others do; does nothing when that would take too long, or was tried
   * the last time.
   *
   * @param all with that solution among them
   */
  public void merge(Polish into, List<Polish> all, StopSignal stop) {
    BitSet used = ways(all);
    BitSet movable = new BitSet();
    all.forEach(one -> movable(used, one.solution()).stream().forEach(movable::set));
    long ways = movable.stream().mapToLong(unit -> arcs(unit).filter(used::get).count()).sum();
    if (ways > MOST_ARCS) {
      narrow();
      return;
    }
    if (movable.isEmpty() || used.equals(last)) {
      return;
    }
    last = used;
    BitSet sites = new BitSet();
    movable.stream()
        .flatMap(this::arcs)
        .filter(used::get)
        .forEach(arc -> sites.set(instance.arcSite[arc]));
    Neighbourhood where = neighbourhood(into.solution(), used, movable, sites);
    NeighbourhoodProgram program = new NeighbourhoodProgram(instance, into.solution(), where, true);
    for (Polish one : all) {
      sites.stream().forEach(site -> one.cutsOf(site).forEach(program::add));
    }
    NeighbourhoodProgram.Outcome outcome =
        program.solve(
            solver,
            instance.contiguity.map(Separators::new),
            instance.contiguity.isPresent() ? LIMITS_WITH_CUTS : LIMITS,
            stop);
    outcome.better().ifPresent(into.solution()::set);
    passed += width > 0 ? closed : 0;
    if (!outcome.proved()) {
      narrow();
    } else if (outcome.better().isEmpty() || width == 0 || candidates.length == 0) {
      widen();
    }
  }

  private void widen() {
    closed = Math.min(CLOSED_AT_MOST, closed + CLOSED_AT_LEAST);
    width = Math.min(mostWidth, width + 1);
  }

  /** Fewer closed candidates, and where those are few fewer ways, for good. */
  private void narrow() {
    if (width > 0 && closed > CLOSED_AT_LEAST && candidates.length > 0) {
      closed = Math.max(CLOSED_AT_LEAST, closed / 2);
    } else {
      mostWidth = Math.max(0, width - 1);
      width = mostWidth;
    }
  }

  /** Those that solutions use, and the best of every unit to the same sites and closed ones. */
  private BitSet ways(List<Polish> all) {
    BitSet used = new BitSet();
    all.forEach(one -> used(one.solution()).stream().forEach(used::set));
    BitSet sites = new BitSet();
    used.stream().forEach(arc -> sites.set(instance.arcSite[arc]));
    addBest(used, sites, width);
    if (width > 0) {
      addToClosed(used, closedBeside(sites));
    }
    return used;
  }

  private void addBest(BitSet used, BitSet sites, int each) {
    for (int[] near : nearArcs) {
      IntStream.of(near)
          .filter(arc -> sites.get(instance.arcSite[arc]))
          .limit(each)
          .forEach(used::set);
    }
  }

  private void addToClosed(BitSet used, BitSet sites) {
    for (int unit = 0; unit < nearArcs.length; unit++) {
      double dearest =
          DEARER_TO_CLOSED
              * arcs(unit).filter(used::get).mapToLong(a -> instance.arcYuan[a]).max().orElse(0);
      IntStream.of(nearArcs[unit])
          .filter(arc -> sites.get(instance.arcSite[arc]) && instance.arcYuan[arc] <= dearest)
          .limit(WAYS_TO_CLOSED)
          .forEach(used::set);
    }
  }

  private BitSet closedBeside(BitSet sites) {
    int[] others =
        IntStream.of(candidates).filter(site -> !sites.get(site)).limit(CLOSED_IN_TURN).toArray();
    BitSet some = new BitSet();
    for (int k = 0; k < Math.min(closed, others.length); k++) {
      some.set(others[(passed + k) % others.length]);
    }
    return some;
  }

  /** Units at the sites, and those that may go several ways. */
  private Neighbourhood neighbourhood(Solution now, BitSet used, BitSet movable, BitSet sites) {
    int[] units =
        IntStream.range(0, instance.units)
            .filter(
                unit -> movable.get(unit) || (now.siteOf(unit) >= 0 && sites.get(now.siteOf(unit))))
            .toArray();
    int[] arcs = IntStream.of(units).flatMap(this::arcs).filter(used::get).toArray();
    return new Neighbourhood(sites.stream().toArray(), units, arcs);
  }

  private BitSet used(Solution solution) {
    BitSet used = new BitSet();
    for (int unit = 0; unit < instance.units; unit++) {
      if (solution.arcOf(unit) >= 0) {
        used.set(solution.arcOf(unit));
      }
    }
    return used;
  }

  /** Units that could go another way than in a solution. */
  private BitSet movable(BitSet used, Solution solution) {
    BitSet movable = new BitSet();
    for (int unit = 0; unit < instance.units; unit++) {
      int own = solution.arcOf(unit);
      if (arcs(unit).anyMatch(arc -> arc != own && used.get(arc))) {
        movable.set(unit);
      }
    }
    return movable;
  }

  private IntStream arcs(int unit) {
    return IntStream.range(instance.rowStart[unit], instance.rowStart[unit + 1]);
  }
}
