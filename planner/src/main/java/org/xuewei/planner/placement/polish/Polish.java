package org.xuewei.planner.placement.polish;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.xuewei.data.model.StopSignal;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.placement.state.Solution;
import org.xuewei.planner.program.ProgramSolution;
import org.xuewei.planner.program.ProgramSolver;
import org.xuewei.planner.program.SearchLimits;

/**
 * Large neighbourhood search: schools that share pupils, the closed sites among them, and at times
 * a second such place whose new seats could stand here instead, solved as a mixed-integer program
 * (Pisinger and Ropke 2010). Heuristic; only improves.
 */
public final class Polish {
  private static final SearchLimits LIMITS = SearchLimits.ofNodes(60);
  private static final int CLOSED_SITES = 25;
  private static final int SCHOOLS_AT_FIRST = 6;
  private static final int SCHOOLS_AT_LEAST = 3;
  private static final int SCHOOLS_AT_MOST = 14;

  private final Instance instance;
  private final Solution solution;
  private final SplittableRandom random;
  private final ProgramSolver solver;
  private int schools = SCHOOLS_AT_FIRST;

  public Polish(Instance instance, Solution start, long seed, ProgramSolver solver) {
    this.instance = instance;
    this.solver = solver;
    this.solution = start.copy();
    this.random = new SplittableRandom(seed);
  }

  /**
   * Solves so many neighbourhoods.
   *
   * @return neighbourhoods solved; fewer than asked when a stop was requested or nobody has a way
   *     to any site
   */
  public int improve(int neighbourhoods, StopSignal stop) {
    for (int k = 0; k < neighbourhoods; k++) {
      if (stop.stopRequested() || instance.arcSite.length == 0) {
        return k;
      }
      solveOne(stop);
    }
    return neighbourhoods;
  }

  public Solution solution() {
    return solution;
  }

  private void solveOne(StopSignal stop) {
    int[] unserved =
        IntStream.range(0, instance.units)
            .filter(unit -> solution.arcOf(unit) < 0 && hasArc(unit) && instance.pupils[unit] > 0)
            .toArray();
    int center =
        unserved.length > 0 && random.nextBoolean()
            ? anyByPupils(unserved)
            : random.nextInt(instance.units);
    Set<Integer> sites = new LinkedHashSet<>();
    gather(center, schools, sites);
    if (random.nextBoolean()) {
      addSecondPlace(sites);
    }
    Set<Integer> units = unitsAt(sites);
    for (int unit : unserved) {
      if (unit == center || reaches(unit, sites)) {
        units.add(unit);
      }
    }
    if (units.isEmpty()) {
      return;
    }
    addClosedSites(sites, units);
    Neighbourhood neighbourhood =
        new Neighbourhood(instance, solution, toArray(sites), toArray(units));
    ProgramSolution found = solver.solveWhole(neighbourhood.program(), LIMITS, stop);
    if (found.isFound()) {
      neighbourhood.moveTo(found);
    }
    if (found.status() != ProgramSolution.Status.OPTIMAL) {
      schools = Math.max(SCHOOLS_AT_LEAST, schools - 1);
    } else if (random.nextInt(8) == 0) {
      schools = Math.min(SCHOOLS_AT_MOST, schools + 1);
    }
  }

  /** One of the units, by their pupils; those near an open school five times as often. */
  private int anyByPupils(int[] units) {
    long[] upTo = new long[units.length];
    long sum = 0;
    for (int k = 0; k < units.length; k++) {
      sum += instance.pupils[units[k]] * (reachesOpenSchool(units[k]) ? 5L : 1L);
      upTo[k] = sum;
    }
    long drawn = random.nextLong(sum);
    int k = 0;
    while (upTo[k] <= drawn) {
      k++;
    }
    return units[k];
  }

  private boolean reachesOpenSchool(int unit) {
    return IntStream.range(instance.rowStart[unit], instance.rowStart[unit + 1])
        .anyMatch(arc -> !solution.isClosed(instance.arcSite[arc]));
  }

  private boolean hasArc(int unit) {
    return instance.rowStart[unit] < instance.rowStart[unit + 1];
  }

  /** Schools in use around a unit, from neighbour to neighbour by the units that could change. */
  private void gather(int center, int wanted, Set<Integer> sites) {
    int most = sites.size() + wanted;
    Set<Integer> seen = new LinkedHashSet<>(List.of(center));
    ArrayDeque<Integer> queue = new ArrayDeque<>(seen);
    while (!queue.isEmpty() && sites.size() < most) {
      int unit = queue.poll();
      int tried = 0;
      for (int arc = instance.rowStart[unit]; arc < instance.rowStart[unit + 1]; arc++) {
        int site = instance.arcSite[arc];
        if (solution.isClosed(site) || random.nextInt(10) < 3) {
          continue;
        }
        if (++tried > 5 || sites.size() >= most) {
          break;
        }
        if (sites.add(site)) {
          List<Integer> there = shuffled(unitsOf(site));
          there.removeIf(other -> !seen.add(other));
          queue.addAll(there);
        }
      }
    }
  }

  private List<Integer> shuffled(List<Integer> units) {
    for (int k = units.size() - 1; k > 0; k--) {
      units.set(k, units.set(random.nextInt(k + 1), units.get(k)));
    }
    return units;
  }

  private List<Integer> unitsOf(int site) {
    List<Integer> units = new ArrayList<>();
    for (int k = instance.columnStart[site]; k < instance.columnStart[site + 1]; k++) {
      int arc = instance.columnArc[k];
      if (solution.arcOf(instance.arcUnit[arc]) == arc) {
        units.add(instance.arcUnit[arc]);
      }
    }
    return units;
  }

  /** A new or larger school elsewhere with some neighbours: its money could be spent here. */
  private void addSecondPlace(Set<Integer> sites) {
    int[] changed =
        IntStream.range(0, instance.sites)
            .filter(site -> !solution.isClosed(site) && !sites.contains(site))
            .filter(
                site ->
                    !instance.existing[site] || solution.sizeOf(site) > instance.sizeStart[site])
            .filter(site -> !unitsOf(site).isEmpty())
            .toArray();
    if (changed.length > 0) {
      int site = changed[random.nextInt(changed.length)];
      List<Integer> units = unitsOf(site);
      sites.add(site);
      gather(units.get(random.nextInt(units.size())), schools / 2, sites);
    }
  }

  private Set<Integer> unitsAt(Set<Integer> sites) {
    Set<Integer> units = new LinkedHashSet<>();
    sites.forEach(site -> units.addAll(unitsOf(site)));
    return units;
  }

  private boolean reaches(int unit, Set<Integer> sites) {
    return IntStream.range(instance.rowStart[unit], instance.rowStart[unit + 1])
        .anyMatch(arc -> sites.contains(instance.arcSite[arc]));
  }

  /** Closed sites that most of the pupils could reach; those of the unserved count tenfold. */
  private void addClosedSites(Set<Integer> sites, Set<Integer> units) {
    Map<Integer, Double> worth = new LinkedHashMap<>();
    for (int unit : units) {
      double each = instance.pupils[unit] * (solution.arcOf(unit) < 0 ? 10 : 1);
      for (int arc = instance.rowStart[unit]; arc < instance.rowStart[unit + 1]; arc++) {
        if (solution.isClosed(instance.arcSite[arc])) {
          worth.merge(instance.arcSite[arc], each * (0.3 + random.nextDouble()), Double::sum);
        }
      }
    }
    worth.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(CLOSED_SITES)
        .forEach(entry -> sites.add(entry.getKey()));
  }

  private static int[] toArray(Set<Integer> set) {
    return set.stream().mapToInt(Integer::intValue).toArray();
  }
}
