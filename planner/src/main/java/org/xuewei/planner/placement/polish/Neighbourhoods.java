package org.xuewei.planner.placement.polish;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.xuewei.planner.placement.bound.ReducedCosts;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.placement.state.Solution;

/**
 * Draws neighbourhoods: schools that compete for units by their reduced costs, more often where the
 * solution lies far above the prices; closed sites among them; at times, where money or number is
 * limited, a new or larger school elsewhere whose share could be spent here. Reads the solution
 * anew for every draw. Not thread-safe.
 */
final class Neighbourhoods {
  /** Cheapest arcs of a unit, by reduced cost. */
  private static final int ARCS_OF_A_UNIT = 5;

  private static final int ARCS_OF_THE_UNSERVED = 10;

  private static final int CLOSED_SITES = 8;

  /** Ways to sites in use that a neighbourhood has at most. */
  private static final int MOST_ARCS = 400;

  /** Every site in use has at least this share of the weight of the worst. */
  private static final double LEAST_SHARE = 0.02;

  private final Instance instance;
  private final ReducedCosts costs;
  private final Solution solution;
  private final SplittableRandom random;

  /** By unit: its arcs, least reduced cost first. */
  private final int[][] nearArcs;

  Neighbourhoods(
      Instance instance, ReducedCosts costs, Solution solution, SplittableRandom random) {
    this.instance = instance;
    this.costs = costs;
    this.solution = solution;
    this.random = random;
    this.nearArcs = new int[instance.units][];
    for (int unit = 0; unit < instance.units; unit++) {
      nearArcs[unit] =
          IntStream.range(instance.rowStart[unit], instance.rowStart[unit + 1])
              .boxed()
              .sorted(Comparator.comparingDouble(arc -> costs.ofArc[arc]))
              .mapToInt(Integer::intValue)
              .toArray();
    }
  }

  /**
   * @param schools sites in use that the neighbourhood should have
   * @param others neighbourhoods with which it must have nothing in common
   * @return empty when no site in use is left
   */
  Optional<Neighbourhood> draw(int schools, List<Neighbourhood> others) {
    Set<Integer> busy = new HashSet<>();
    BitSet busyUnits = new BitSet();
    for (Neighbourhood other : others) {
      Arrays.stream(other.sites()).forEach(busy::add);
      Arrays.stream(other.units()).forEach(busyUnits::set);
    }
    double[] excess = excessBySite(busy);
    int first = first(excess, busy);
    if (first < 0) {
      return Optional.empty();
    }
    Set<Integer> sites = new LinkedHashSet<>();
    boolean two = isLimited() && random.nextBoolean();
    int here = two ? Math.max(2, schools / 2) : schools;
    gather(first, here, excess, busy, sites);
    if (two) {
      addSecondPlace(here, excess, busy, sites);
    }
    int[] units =
        IntStream.range(0, instance.units)
            .filter(unit -> isFree(unit, sites) && !busyUnits.get(unit))
            .toArray();
    List<Integer> closed = shuffled(closedAmong(units, busy));
    closed.stream().limit(CLOSED_SITES).forEach(sites::add);
    int[] all = sites.stream().mapToInt(Integer::intValue).sorted().toArray();
    return Optional.of(new Neighbourhood(all, units, arcs(units, sites)));
  }

  /** Half of the time a site near a unit without a place, where there are such. */
  private int first(double[] excess, Set<Integer> busy) {
    if (random.nextBoolean()) {
      double[] weight = new double[instance.units];
      for (int unit = 0; unit < weight.length; unit++) {
        boolean waits = solution.arcOf(unit) < 0 && nearArcs[unit].length > 0;
        weight[unit] = waits ? instance.pupils[unit] : 0;
      }
      int unit = drawn(weight);
      if (unit >= 0) {
        int arc =
            nearArcs[unit][random.nextInt(Math.min(nearArcs[unit].length, ARCS_OF_THE_UNSERVED))];
        if (!busy.contains(instance.arcSite[arc])) {
          return instance.arcSite[arc];
        }
      }
    }
    return drawn(excess);
  }

  private boolean isLimited() {
    return instance.budget != Long.MAX_VALUE || instance.newSchoolsAtMost < instance.sites;
  }

  /** From a site to those that share most units with the sites so far. */
  private void gather(
      int first, int schools, double[] excess, Set<Integer> busy, Set<Integer> sites) {
    boolean byExcess = random.nextBoolean();
    sites.add(first);
    int wanted = sites.size() + schools - 1;
    while (sites.size() < wanted) {
      double[] weight = ties(sites, busy);
      for (int site = 0; byExcess && site < weight.length; site++) {
        weight[site] *= excess[site];
      }
      int next = drawn(weight);
      if (next < 0) {
        return;
      }
      sites.add(next);
    }
  }

  private void addSecondPlace(int schools, double[] excess, Set<Integer> busy, Set<Integer> sites) {
    double[] weight = new double[instance.sites];
    for (int site = 0; site < weight.length; site++) {
      int size = solution.sizeOf(site);
      boolean changed = size >= 0 && (!instance.existing[site] || size > instance.sizeStart[site]);
      weight[site] = changed && !sites.contains(site) && !busy.contains(site) ? 1 : 0;
    }
    int second = drawn(weight);
    if (second >= 0) {
      gather(second, schools, excess, busy, sites);
    }
  }

  /** How far each site in use lies above what the prices say, 0 for those that are busy. */
  private double[] excessBySite(Set<Integer> busy) {
    double[] excess = new double[instance.sites];
    for (int arc = 0; arc < instance.arcSite.length; arc++) {
      boolean taken = solution.arcOf(instance.arcUnit[arc]) == arc;
      excess[instance.arcSite[arc]] += Math.max(0, taken ? costs.ofArc[arc] : -costs.ofArc[arc]);
    }
    double least = 1;
    for (int site = 0; site < excess.length; site++) {
      least = Math.max(least, solution.isClosed(site) ? 0 : LEAST_SHARE * excess[site]);
    }
    for (int site = 0; site < excess.length; site++) {
      boolean free = !solution.isClosed(site) && !busy.contains(site);
      excess[site] = free ? excess[site] + least : 0;
    }
    return excess;
  }

  /** Units that each other site in use would share with these. */
  private double[] ties(Set<Integer> sites, Set<Integer> busy) {
    double[] ties = new double[instance.sites];
    for (int unit = 0; unit < instance.units; unit++) {
      int own = solution.siteOf(unit);
      if (own < 0 || busy.contains(own)) {
        continue;
      }
      boolean inside = sites.contains(own);
      for (int k = 0; k < nearCount(unit); k++) {
        int site = instance.arcSite[nearArcs[unit][k]];
        if (inside && !sites.contains(site) && !busy.contains(site) && !solution.isClosed(site)) {
          ties[site]++;
        } else if (!inside && sites.contains(site)) {
          ties[own]++;
        }
      }
    }
    return ties;
  }

  private int nearCount(int unit) {
    return Math.min(nearArcs[unit].length, ARCS_OF_A_UNIT);
  }

  /** Closed sites near the units whose opening could still make the solution better. */
  private List<Integer> closedAmong(int[] units, Set<Integer> busy) {
    double above = solution.yuan() - instance.fixedYuan() - costs.boundYuan;
    Set<Integer> closed = new LinkedHashSet<>();
    for (int unit : units) {
      for (int k = 0; k < nearCount(unit); k++) {
        int site = instance.arcSite[nearArcs[unit][k]];
        boolean mayPay = costs.ofSite[site] < above;
        if (solution.isClosed(site) && mayPay && !busy.contains(site)) {
          closed.add(site);
        }
      }
    }
    return new ArrayList<>(closed);
  }

  private List<Integer> shuffled(List<Integer> sites) {
    for (int k = sites.size() - 1; k > 0; k--) {
      sites.set(k, sites.set(random.nextInt(k + 1), sites.get(k)));
    }
    return sites;
  }

  /** Units of the sites, and those without a place that would go to one of them. */
  private boolean isFree(int unit, Set<Integer> sites) {
    int site = solution.siteOf(unit);
    if (site >= 0) {
      return sites.contains(site);
    }
    return Arrays.stream(nearArcs[unit])
        .limit(ARCS_OF_THE_UNSERVED)
        .anyMatch(arc -> sites.contains(instance.arcSite[arc]));
  }

  /**
   * The cheapest ways of every unit, to sites in use and to closed ones where those have prices of
   * their own. Of the ways to sites in use the cheapest of all, unless catchments must be
   * contiguous, which prices do not know.
   */
  private int[] arcs(int[] units, Set<Integer> sites) {
    int[] arcs = Arrays.stream(units).flatMap(unit -> cheapest(unit, sites)).toArray();
    if (instance.contiguity.isPresent()) {
      return arcs;
    }
    double dearest =
        Arrays.stream(arcs)
            .filter(this::isToSiteInUse)
            .mapToDouble(arc -> costs.ofArc[arc])
            .sorted()
            .skip(MOST_ARCS)
            .findFirst()
            .orElse(Double.POSITIVE_INFINITY);
    return Arrays.stream(arcs)
        .filter(arc -> !isToSiteInUse(arc) || costs.ofArc[arc] < dearest)
        .toArray();
  }

  private IntStream cheapest(int unit, Set<Integer> sites) {
    return costs.isNear
        ? IntStream.concat(
            cheapest(unit, this::isToSiteInUse, sites),
            cheapest(unit, arc -> !isToSiteInUse(arc), sites))
        : cheapest(unit, arc -> true, sites);
  }

  private IntStream cheapest(int unit, IntPredicate wanted, Set<Integer> sites) {
    return Arrays.stream(nearArcs[unit])
        .filter(arc -> wanted.test(arc) && sites.contains(instance.arcSite[arc]))
        .limit(ARCS_OF_A_UNIT);
  }

  private boolean isToSiteInUse(int arc) {
    return !solution.isClosed(instance.arcSite[arc]);
  }

  /** An index by weight, -1 when all are 0. */
  private int drawn(double[] weight) {
    double left = random.nextDouble() * Arrays.stream(weight).sum();
    int last = -1;
    for (int k = 0; k < weight.length; k++) {
      if (weight[k] > 0) {
        last = k;
        left -= weight[k];
        if (left < 0) {
          return k;
        }
      }
    }
    return last;
  }
}
