package org.xuewei.planner.placement.polish;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.xuewei.data.model.StopSignal;
import org.xuewei.planner.placement.bound.LinearRelaxation;
import org.xuewei.planner.placement.bound.ReducedCosts;
import org.xuewei.planner.placement.bound.SitingModel;
import org.xuewei.planner.placement.construct.Start;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.program.ProgramSolution;
import org.xuewei.planner.program.ProgramSolver;
import org.xuewei.planner.program.SearchLimits;

/**
 * Choices of sites: the siting model with whole sizes and divisible units, over the arcs that
 * prices find promising, with what its search finds on the way. Heuristic.
 */
public final class OpenSites {
  /** Arcs of a unit in the program; down to the least, while too many lead to candidates. */
  private static final int ARCS_OF_A_UNIT = 8;

  private static final int ARCS_AT_LEAST = 5;

  /** Each of them takes a row of its own, and with more of those solving takes minutes. */
  private static final int MOST_ARCS_TO_CANDIDATES = 8_000;

  /** Candidates in the program for each site that the relaxation opens. */
  private static final int CANDIDATES_OF_ONE = 3;

  private static final int FEW_SITES = 4;

  /** Solutions that the program is asked for; many of them choose the same sites. */
  private static final int SOLUTIONS = 8;

  private final Instance instance;
  private final LinearRelaxation relaxation;
  private final ReducedCosts costs;
  private final double dearestYuan;

  public OpenSites(Instance instance, LinearRelaxation relaxation, ReducedCosts costs) {
    this.instance = instance;
    this.relaxation = relaxation;
    this.costs = costs;
    this.dearestYuan = dearestYuan();
  }

  /** What the last of the candidates that the program has adds to the bound. */
  private double dearestYuan() {
    double[] candidates =
        IntStream.range(0, instance.sites)
            .filter(site -> !instance.existing[site])
            .mapToDouble(site -> costs.ofSite[site])
            .sorted()
            .toArray();
    int wanted = CANDIDATES_OF_ONE * Math.max(FEW_SITES, costs.newSchools);
    return candidates.length == 0 ? 0 : candidates[Math.min(wanted, candidates.length) - 1];
  }

  /**
   * @param leftEmpty share of the seats that undivided units are expected to leave empty
   * @param nodes most nodes of the search tree
   * @return the cheapest first, each with other sites; empty when nothing is found
   */
  public List<Start> choose(double leftEmpty, int nodes, ProgramSolver solver, StopSignal stop) {
    boolean[] arcs = promisingArcs();
    SitingModel model =
        new SitingModel(instance, fillableSeats(leftEmpty), this::isPromising, arc -> arcs[arc]);
    relaxation.covers().forEach(model::add);
    SearchLimits limits = SearchLimits.ofNodes(nodes).withAlternatives(SOLUTIONS - 1);
    ProgramSolution found = solver.solveWhole(model.program(), limits, stop);
    if (!found.isFound()) {
      return List.of();
    }
    Map<BitSet, Start> starts = new LinkedHashMap<>();
    Stream.concat(Stream.of(found), found.alternatives().stream())
        .forEach(
            solution -> {
              int[] sizes = sizes(model.chosen(solution));
              starts.computeIfAbsent(open(sizes), sites -> start(sizes, model.taken(solution)));
            });
    return List.copyOf(starts.values());
  }

  private int[] fillableSeats(double leftEmpty) {
    return Arrays.stream(relaxation.seats())
        .map(seats -> (int) Math.floor(seats * (1 - leftEmpty)))
        .toArray();
  }

  private boolean isPromising(int site) {
    return instance.existing[site] || costs.ofSite[site] <= dearestYuan;
  }

  /** The arcs of every unit that are worth most; fewer where many sites are candidates. */
  private boolean[] promisingArcs() {
    boolean[] promising = promisingArcs(ARCS_OF_A_UNIT);
    for (int most = ARCS_OF_A_UNIT - 1;
        most >= ARCS_AT_LEAST && arcsToCandidates(promising) > MOST_ARCS_TO_CANDIDATES;
        most--) {
      promising = promisingArcs(most);
    }
    return promising;
  }

  private long arcsToCandidates(boolean[] promising) {
    return IntStream.range(0, promising.length)
        .filter(arc -> promising[arc] && !instance.existing[instance.arcSite[arc]])
        .count();
  }

  private boolean[] promisingArcs(int most) {
    boolean[] promising = new boolean[instance.arcSite.length];
    for (int unit = 0; unit < instance.units; unit++) {
      IntStream.range(instance.rowStart[unit], instance.rowStart[unit + 1])
          .filter(arc -> isPromising(instance.arcSite[arc]))
          .boxed()
          .sorted(Comparator.comparingDouble(arc -> costs.ofArc[arc]))
          .limit(most)
          .forEach(arc -> promising[arc] = true);
    }
    return promising;
  }

  private int[] sizes(double[] chosen) {
    int[] sizes = new int[instance.sites];
    Arrays.fill(sizes, Instance.CLOSED);
    for (int site = 0; site < sizes.length; site++) {
      for (int size = instance.sizeStart[site]; size < instance.sizeStart[site + 1]; size++) {
        sizes[site] = chosen[size] > 0.5 ? size : sizes[site];
      }
    }
    return sizes;
  }

  private static BitSet open(int[] sizes) {
    BitSet open = new BitSet();
    IntStream.range(0, sizes.length).filter(site -> sizes[site] >= 0).forEach(open::set);
    return open;
  }

  private Start start(int[] sizes, double[] taken) {
    double dearest = Arrays.stream(instance.unservedYuan).max().orElse(0);
    double[] worth = new double[taken.length];
    for (int arc = 0; arc < worth.length; arc++) {
      worth[arc] = costs.ofArc[arc] - dearest * taken[arc];
    }
    return Start.of(instance, sizes, worth);
  }
}
