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
 * best by reduced cost to the same sites. Heuristic; only improves. Not thread-safe.
 */
public final class Merger {
  private static final SearchLimits LIMITS = new SearchLimits(300, 0, 1e-5, 0, 5);

  /** Where catchments hang together the program is solved again with what it violates. */
  private static final SearchLimits LIMITS_WITH_CUTS = new SearchLimits(60, 0, 1e-5, 0, 5);

  /** With more ways of units that have several a program takes too long. */
  private static final int MOST_ARCS = 6_000;

  private final Instance instance;
  private final ProgramSolver solver;

  /** By unit: its ways by reduced cost. */
  private final int[][] nearArcs;

  /** Ways of every unit, its best, beside those that solutions use. */
  private int width;

  private int mostWidth = Integer.MAX_VALUE;
  private BitSet last = new BitSet();

  public Merger(Instance instance, ReducedCosts costs, ProgramSolver solver) {
    this.instance = instance;
    this.solver = solver;
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
      mostWidth = Math.max(0, width - 1);
      width = mostWidth;
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
    if (!outcome.proved()) {
      mostWidth = Math.max(0, width - 1);
    }
    width = Math.min(mostWidth, width + 1);
  }

  /** Those that solutions use, and the best of every unit to the same sites. */
  private BitSet ways(List<Polish> all) {
    BitSet used = new BitSet();
    all.forEach(one -> used(one.solution()).stream().forEach(used::set));
    BitSet sites = new BitSet();
    used.stream().forEach(arc -> sites.set(instance.arcSite[arc]));
    for (int[] near : nearArcs) {
      IntStream.of(near)
          .filter(arc -> sites.get(instance.arcSite[arc]))
          .limit(width)
          .forEach(used::set);
    }
    return used;
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
