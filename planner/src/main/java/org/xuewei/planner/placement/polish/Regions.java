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
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.placement.state.Solution;

/**
 * Draws regions of a solution that may be worth solving anew: schools that share pupils with all
 * their units, the closed sites among them, and at times a second such place whose new seats could
 * stand here instead. Regions that are drawn together share no site and no unit.
 */
final class Regions {
  private static final int CLOSED_SITES = 25;

  /** Some sites and all units that go there now, with unserved ones that could. */
  record Region(Set<Integer> sites, Set<Integer> units) {}

  private final Instance instance;
  private final Solution solution;
  private final SplittableRandom random;
  private final Set<Integer> takenSites = new LinkedHashSet<>();
  private final Set<Integer> takenUnits = new LinkedHashSet<>();

  Regions(Instance instance, Solution solution, SplittableRandom random) {
    this.instance = instance;
    this.solution = solution;
    this.random = random;
  }

  /**
   * Regions of about so many schools each, from the solution as it is.
   *
   * @return at most as many as asked: a region without units is left out
   */
  List<Region> draw(int count, int schools) {
    takenSites.clear();
    takenUnits.clear();
    List<Region> regions = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      Region region = drawOne(schools);
      if (!region.units.isEmpty()) {
        regions.add(region);
        takenSites.addAll(region.sites);
        takenUnits.addAll(region.units);
      }
    }
    return regions;
  }

  private Region drawOne(int schools) {
    int[] unserved =
        IntStream.range(0, instance.units)
            .filter(unit -> solution.arcOf(unit) < 0 && hasArc(unit) && instance.pupils[unit] > 0)
            .filter(unit -> !takenUnits.contains(unit))
            .toArray();
    int center =
        unserved.length > 0 && random.nextBoolean()
            ? anyByPupils(unserved)
            : random.nextInt(instance.units);
    Set<Integer> sites = new LinkedHashSet<>();
    gather(center, schools, sites);
    if (random.nextBoolean()) {
      addSecondPlace(sites, schools / 2);
    }
    Set<Integer> units = unitsAt(sites);
    for (int unit : unserved) {
      if (unit == center || reaches(unit, sites)) {
        units.add(unit);
      }
    }
    addClosedSites(sites, units);
    return new Region(sites, units);
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
        if (solution.isClosed(site) || takenSites.contains(site) || random.nextInt(10) < 3) {
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
  private void addSecondPlace(Set<Integer> sites, int neighbours) {
    int[] changed =
        IntStream.range(0, instance.sites)
            .filter(site -> !solution.isClosed(site) && !sites.contains(site))
            .filter(site -> !takenSites.contains(site))
            .filter(
                site ->
                    !instance.existing[site] || solution.sizeOf(site) > instance.sizeStart[site])
            .filter(site -> !unitsOf(site).isEmpty())
            .toArray();
    if (changed.length > 0) {
      int site = changed[random.nextInt(changed.length)];
      List<Integer> units = unitsOf(site);
      sites.add(site);
      gather(units.get(random.nextInt(units.size())), neighbours, sites);
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
        int site = instance.arcSite[arc];
        if (solution.isClosed(site) && !takenSites.contains(site)) {
          worth.merge(site, each * (0.3 + random.nextDouble()), Double::sum);
        }
      }
    }
    worth.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(CLOSED_SITES)
        .forEach(entry -> sites.add(entry.getKey()));
  }
}
