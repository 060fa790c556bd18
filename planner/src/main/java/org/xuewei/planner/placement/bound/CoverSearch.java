package org.xuewei.planner.placement.bound;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.xuewei.planner.placement.state.Instance;

/**
 * Finds violated seat covers. Pupils flow to the seats that the fractional solution surely has; the
 * units that can be reached from a pupil who finds none, along ways that could make room, are short
 * of seats together (the deficiency version of Hall's theorem, by maximum flow).
 */
final class CoverSearch {
  /** A size counts as sure when this share of the site has at least it. */
  private static final double[] SURE = {1 - 1e-6, 0.7};

  private static final double LEAST_VIOLATION = 1e-3;
  private static final double IN_PART = 1e-6;

  /** Units with all sites in their reach that count. */
  private record Group(BitSet units, BitSet sites) {}

  private final Instance instance;
  private final int[] seats;
  private final boolean[] usable;
  private final Set<String> known = new HashSet<>();

  /**
   * @param seats most pupils by size
   * @param usable arcs whose unit fits into the site
   */
  CoverSearch(Instance instance, int[] seats, boolean[] usable) {
    this.instance = instance;
    this.seats = seats;
    this.usable = usable;
  }

  /** Covers that this solution violates and no call before has returned. */
  List<SeatCover> violatedBy(LinearSolution solution) {
    List<SeatCover> covers = new ArrayList<>();
    for (double share : SURE) {
      addCovers(solution, sureSeats(solution, share), covers);
    }
    return covers;
  }

  private int[] sureSeats(LinearSolution solution, double share) {
    int[] sure = new int[instance.sites];
    for (int site = 0; site < instance.sites; site++) {
      double atLeast = 0;
      sure[site] = instance.existing[site] ? seats[instance.sizeStart[site]] : 0;
      for (int size = instance.sizeStart[site + 1] - 1; size >= instance.sizeStart[site]; size--) {
        atLeast += solution.chosen[size];
        if (atLeast > share) {
          sure[site] = Math.max(sure[site], seats[size]);
          break;
        }
      }
    }
    return sure;
  }

  private void addCovers(LinearSolution solution, int[] sure, List<SeatCover> covers) {
    Set<Group> groups = new LinkedHashSet<>();
    for (SeatFlow.Order order : SeatFlow.Order.values()) {
      SeatFlow flow = new SeatFlow(instance, usable, sure, order);
      for (int unit = 0; unit < instance.units; unit++) {
        if (flow.unrouted(unit) > 0 && instance.rowStart[unit] < instance.rowStart[unit + 1]) {
          groups.add(shortTogether(unit, flow));
        }
      }
    }
    groups.addAll(sharingASite(groups, solution));
    for (Group group : groups) {
      mostViolated(group, sure, solution)
          .filter(cover -> known.add(cover.key()))
          .ifPresent(covers::add);
    }
  }

  /**
   * Groups that a site is to serve in part, united by that site: each alone may be content with a
   * part of it that is not enough for all.
   */
  private Set<Group> sharingASite(Set<Group> groups, LinearSolution solution) {
    Set<Group> united = new LinkedHashSet<>();
    for (int site = 0; site < instance.sites; site++) {
      if (isChosenInPart(site, solution)) {
        Group all = new Group(new BitSet(), new BitSet());
        for (Group group : groups) {
          if (group.sites().get(site)) {
            all.units().or(group.units());
            all.sites().or(group.sites());
          }
        }
        if (!all.units().isEmpty()) {
          united.add(all);
        }
      }
    }
    return united;
  }

  private boolean isChosenInPart(int site, LinearSolution solution) {
    for (int size = instance.sizeStart[site]; size < instance.sizeStart[site + 1]; size++) {
      if (solution.chosen[size] > IN_PART && solution.chosen[size] < 1 - IN_PART) {
        return true;
      }
    }
    return false;
  }

  /** The portion that makes the cover strongest, when it is violated with any. */
  private Optional<SeatCover> mostViolated(Group group, int[] sure, LinearSolution solution) {
    int[] units = group.units().stream().toArray();
    int[] pupils = Arrays.stream(units).map(unit -> instance.pupils[unit]).toArray();
    int deficit =
        Arrays.stream(pupils).sum() - group.sites().stream().map(site -> sure[site]).sum();
    int[] sizes =
        group.sites().stream()
            .flatMap(
                site -> IntStream.range(instance.sizeStart[site], instance.sizeStart[site + 1]))
            .filter(size -> seats[size] > sure[siteOf(size)])
            .toArray();
    int[] added = Arrays.stream(sizes).map(size -> seats[size] - sure[siteOf(size)]).toArray();
    if (deficit <= 0) {
      return Optional.empty();
    }
    SeatCover strongest = null;
    double least = 1 - LEAST_VIOLATION;
    for (int portion : portions(deficit, sizes, added, solution)) {
      SeatCover cover = SeatCover.rounded(deficit, units, pupils, sizes, added, portion);
      double met = cover.met(solution.chosen, solution.unserved);
      if (met < least) {
        least = met;
        strongest = cover;
      }
    }
    return Optional.ofNullable(strongest);
  }

  /** The deficit, and the seats that sizes chosen in part would add. */
  private static int[] portions(int deficit, int[] sizes, int[] added, LinearSolution solution) {
    IntStream inPart =
        IntStream.range(0, sizes.length)
            .filter(k -> added[k] < deficit && solution.chosen[sizes[k]] > IN_PART)
            .map(k -> added[k]);
    return IntStream.concat(IntStream.of(deficit), inPart).distinct().toArray();
  }

  private int siteOf(int size) {
    int found = Arrays.binarySearch(instance.sizeStart, size);
    return found >= 0 ? found : -found - 2;
  }

  /** All units that the unit could push away, and themselves could push away, and so on. */
  private Group shortTogether(int start, SeatFlow flow) {
    BitSet sites = new BitSet();
    BitSet units = new BitSet();
    ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(start));
    units.set(start);
    while (!queue.isEmpty()) {
      int unit = queue.poll();
      for (int arc = instance.rowStart[unit]; arc < instance.rowStart[unit + 1]; arc++) {
        int site = instance.arcSite[arc];
        if (!usable[arc] || sites.get(site)) {
          continue;
        }
        sites.set(site);
        for (int k = instance.columnStart[site]; k < instance.columnStart[site + 1]; k++) {
          int other = instance.arcUnit[instance.columnArc[k]];
          if (flow.pupils(instance.columnArc[k]) > 0 && !units.get(other)) {
            units.set(other);
            queue.add(other);
          }
        }
      }
    }
    return new Group(units, sites);
  }
}
