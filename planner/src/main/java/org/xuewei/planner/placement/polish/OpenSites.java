package org.xuewei.planner.placement.polish;

import java.util.Arrays;
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
  private static final int ARCS_OF_A_UNIT = 40;

  private static final int ARCS_AT_LEAST = 5;

  /** Each of them takes a row of its own, and with more of those solving takes minutes. */
  private static final int MOST_ARCS_TO_CANDIDATES = 8_000;

  /** Arcs that cost this much beyond the prices are left out, as a share of what ways differ by. */
  private static final double TOO_DEAR = 0.5;

  /** Programs over more do not end within minutes; other ways to choose sites are left. */
  private static final int MOST_ARCS = 40_000;

  /** So few arcs are all kept. */
  private static final int FEW_ARCS = 5_000;

  private static final double INFINITY = Double.POSITIVE_INFINITY;

  /** Candidates in the program for each site that the relaxation opens. */
  private static final int CANDIDATES_OF_ONE = 8;

  private static final int FEW_SITES = 4;

  /** Solutions that the program is asked for; many of them choose the same sites. */
  private static final int SOLUTIONS = 8;

  private final Instance instance;
  private final LinearRelaxation relaxation;
  private final ReducedCosts costs;

  /** What an arc costs beyond the prices of places and, where those are known, of seats. */
  private final double[] arcYuan;

  private final double dearestYuan;

  /** Arcs that the program has. */
  private final boolean[] promising;

  public OpenSites(Instance instance, LinearRelaxation relaxation, ReducedCosts costs) {
    this.instance = instance;
    this.relaxation = relaxation;
    this.costs = costs;
    this.arcYuan = relaxation.solution().map(s -> s.arcReducedYuan).orElse(costs.ofArc);
    this.dearestYuan = dearestYuan();
    this.promising = promisingArcs();
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
   * @return by site its size or {@link Instance#CLOSED}, the cheapest first, each with other sites
   *     or sizes; empty when nothing is found, or the program would be too large
   */
  public List<int[]> choose(double leftEmpty, int nodes, ProgramSolver solver, StopSignal stop) {
    if (IntStream.range(0, promising.length).filter(arc -> promising[arc]).count() > MOST_ARCS) {
      return List.of();
    }
    SitingModel model =
        new SitingModel(
            instance, fillableSeats(leftEmpty), this::isPromising, arc -> promising[arc]);
    relaxation.covers().forEach(model::add);
    SearchLimits limits = SearchLimits.ofNodes(nodes).withAlternatives(SOLUTIONS - 1);
    ProgramSolution found = solver.solveWhole(model.program(), limits, stop);
    if (!found.isFound()) {
      return List.of();
    }
    Map<List<Integer>, int[]> choices = new LinkedHashMap<>();
    Stream.concat(Stream.of(found), found.alternatives().stream())
        .map(solution -> sizes(model.chosen(solution)))
        .forEach(sizes -> choices.putIfAbsent(IntStream.of(sizes).boxed().toList(), sizes));
    return List.copyOf(choices.values());
  }

  /** What undivided units can fill, and no more than the share that is not left empty. */
  private int[] fillableSeats(double leftEmpty) {
    int[] fillable = relaxation.seats();
    return IntStream.range(0, fillable.length)
        .map(size -> (int) Math.min(fillable[size], instance.seatsAtMost(size) * (1 - leftEmpty)))
        .toArray();
  }

  private boolean isPromising(int site) {
    return instance.existing[site] || costs.ofSite[site] <= dearestYuan;
  }

  /** The arcs of every unit that are worth most; fewer where many sites are candidates. */
  private boolean[] promisingArcs() {
    int[] rank = ranks();
    int most = ARCS_OF_A_UNIT;
    while (most > ARCS_AT_LEAST && arcsToCandidates(rank, most) > MOST_ARCS_TO_CANDIDATES) {
      most--;
    }
    boolean[] kept = new boolean[rank.length];
    for (int arc = 0; arc < rank.length; arc++) {
      kept[arc] = rank[arc] < most;
    }
    return kept;
  }

  private long arcsToCandidates(int[] rank, int most) {
    return IntStream.range(0, rank.length)
        .filter(arc -> rank[arc] < most && !instance.existing[instance.arcSite[arc]])
        .count();
  }

  /** By arc: how many of its unit are worth more; {@link Integer#MAX_VALUE} for those left out. */
  private int[] ranks() {
    int[] rank = new int[instance.arcSite.length];
    Arrays.fill(rank, Integer.MAX_VALUE);
    boolean isWhole = relaxation.solution().isEmpty() || rank.length <= FEW_ARCS;
    double tooDear = isWhole ? INFINITY : TOO_DEAR * meanSpread();
    for (int unit = 0; unit < instance.units; unit++) {
      int[] best =
          IntStream.range(instance.rowStart[unit], instance.rowStart[unit + 1])
              .filter(arc -> isPromising(instance.arcSite[arc]) && arcYuan[arc] <= tooDear)
              .boxed()
              .sorted(Comparator.comparingDouble(arc -> arcYuan[arc]))
              .mapToInt(Integer::intValue)
              .toArray();
      for (int k = 0; k < best.length; k++) {
        rank[best[k]] = k;
      }
    }
    return rank;
  }

  /** How much dearer a way is than the unit's nearest that is still among its near ones. */
  private double meanSpread() {
    return IntStream.range(0, instance.units)
        .filter(unit -> instance.rowStart[unit + 1] - instance.rowStart[unit] > 1)
        .mapToLong(
            unit -> {
              int first = instance.rowStart[unit];
              int last = Math.min(first + ARCS_AT_LEAST, instance.rowStart[unit + 1] - 1);
              return instance.arcYuan[last] - instance.arcYuan[first];
            })
        .average()
        .orElse(INFINITY);
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
}
