package org.xuewei.planner.placement.construct;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.xuewei.planner.placement.state.Instance;

/**
 * Pupils to the seats of chosen sizes at least cost, units divided at will: the transportation
 * problem (Hitchcock 1941), by shortest augmenting paths with prices on seats (Edmonds and Karp
 * 1972). Paths lead from site to site, each step by the unit that loses least by it. Exact; when a
 * site changes only its part is solved again. Not thread-safe.
 */
public final class SeatTransport {
  private static final int NONE = -1;

  /** A unit leaves a way for another, and what each of its pupils loses by it. */
  private record Step(double yuan, int from, int to) implements Comparable<Step> {
    @Override
    public int compareTo(Step other) {
      if (yuan != other.yuan) {
        return yuan < other.yuan ? -1 : 1;
      }
      return from != other.from ? Integer.compare(from, other.from) : Integer.compare(to, other.to);
    }
  }

  private record Label(double yuan, int site) implements Comparable<Label> {
    @Override
    public int compareTo(Label other) {
      if (yuan != other.yuan) {
        return yuan < other.yuan ? -1 : 1;
      }
      return Integer.compare(site, other.site);
    }
  }

  private final Instance instance;
  private final double leftEmpty;

  /** The place of those who have none, never full; the way of unit u there is {@code arcs + u}. */
  private final int outside;

  private final int arcs;

  /** By way: yuan a year of one pupil. */
  private final double[] yuanOfOne;

  /** By way: pupils that take it. */
  private final long[] flow;

  private final int[] sizeOf;

  /** By site: seats that nobody has; those that have some have no price. */
  private final long[] free;

  /** By site: what one more seat would save, yuan a year, at least 0. */
  private final double[] seatYuan;

  /** By site: the sites that its units may go on to, with the steps there. */
  private final List<Map<Integer, PriorityQueue<Step>>> onward;

  private final PriorityQueue<Label> queue = new PriorityQueue<>();

  /** By site: the cheapest path found from a unit or, backwards, from a site to one that waits. */
  private final double[] label;

  private final Step[] stepAt;
  private final int[] nextOnPath;
  private final boolean[] settled;
  private final List<Integer> labelled = new ArrayList<>();

  private SeatTransport(
      Instance instance,
      double leftEmpty,
      double[] yuanOfOne,
      long[] flow,
      int[] sizeOf,
      long[] free,
      double[] seatYuan,
      List<Map<Integer, PriorityQueue<Step>>> onward) {
    this.instance = instance;
    this.leftEmpty = leftEmpty;
    this.outside = instance.sites;
    this.arcs = instance.arcSite.length;
    this.yuanOfOne = yuanOfOne;
    this.flow = flow;
    this.sizeOf = sizeOf;
    this.free = free;
    this.seatYuan = seatYuan;
    this.onward = onward;
    this.label = new double[outside + 1];
    this.stepAt = new Step[outside + 1];
    this.nextOnPath = new int[outside + 1];
    this.settled = new boolean[outside + 1];
    Arrays.fill(label, Double.POSITIVE_INFINITY);
  }

  /**
   * @param sizeOf by site: the size whose seats there are, or {@link Instance#CLOSED}
   */
  public static SeatTransport of(Instance instance, int[] sizeOf) {
    return of(instance, sizeOf, 0);
  }

  /**
   * @param sizeOf by site: the size whose seats there are, or {@link Instance#CLOSED}
   * @param leftEmpty share of the seats of each site that nobody gets, from 0 to 1
   */
  static SeatTransport of(Instance instance, int[] sizeOf, double leftEmpty) {
    int arcs = instance.arcSite.length;
    double[] yuanOfOne = new double[arcs + instance.units];
    for (int arc = 0; arc < arcs; arc++) {
      yuanOfOne[arc] =
          (double) instance.arcYuan[arc] / Math.max(1, instance.pupils[instance.arcUnit[arc]]);
    }
    for (int unit = 0; unit < instance.units; unit++) {
      yuanOfOne[arcs + unit] =
          (double) instance.unservedYuan[unit] / Math.max(1, instance.pupils[unit]);
    }
    List<Map<Integer, PriorityQueue<Step>>> onward = new ArrayList<>();
    for (int site = 0; site <= instance.sites; site++) {
      onward.add(new LinkedHashMap<>());
    }
    SeatTransport transport =
        new SeatTransport(
            instance,
            leftEmpty,
            yuanOfOne,
            new long[arcs + instance.units],
            sizeOf.clone(),
            IntStream.of(sizeOf).mapToLong(size -> seats(instance, size, leftEmpty)).toArray(),
            new double[instance.sites + 1],
            onward);
    for (int unit = 0; unit < instance.units; unit++) {
      transport.send(unit, instance.pupils[unit]);
    }
    return transport;
  }

  private static long seats(Instance instance, int size, double leftEmpty) {
    return size < 0 ? 0 : Math.round((1 - leftEmpty) * instance.seatsAtMost(size));
  }

  /** The same with another size of a site; this one stays as it is. */
  public SeatTransport with(int site, int size) {
    List<Map<Integer, PriorityQueue<Step>>> copy = new ArrayList<>();
    for (Map<Integer, PriorityQueue<Step>> ofSite : onward) {
      Map<Integer, PriorityQueue<Step>> steps = new LinkedHashMap<>();
      ofSite.forEach((to, queueTo) -> steps.put(to, new PriorityQueue<>(queueTo)));
      copy.add(steps);
    }
    SeatTransport other =
        new SeatTransport(
            instance,
            leftEmpty,
            yuanOfOne,
            flow.clone(),
            sizeOf.clone(),
            free.clone(),
            seatYuan.clone(),
            copy);
    other.resize(site, size);
    return other;
  }

  private void resize(int site, int size) {
    int before = sizeOf[site];
    sizeOf[site] = size;
    free[site] += seats(instance, size, leftEmpty) - seats(instance, before, leftEmpty);
    if (before < 0) {
      open(site);
    }
    if (free[site] < 0 || size < 0) {
      sendAway(site, -free[site]);
    }
    fill(site);
  }

  /** Lets units step to a site at a price at which none of them gains by it. */
  private void open(int site) {
    seatYuan[site] = 0;
    for (int k = instance.columnStart[site]; k < instance.columnStart[site + 1]; k++) {
      int arc = instance.columnArc[k];
      int unit = instance.arcUnit[arc];
      for (int way = instance.rowStart[unit]; way < instance.rowStart[unit + 1]; way++) {
        if (flow[way] > 0) {
          addStep(way, arc);
        }
      }
      if (flow[arcs + unit] > 0) {
        addStep(arcs + unit, arc);
      }
    }
    for (Map<Integer, PriorityQueue<Step>> steps : onward) {
      Step step = best(steps.get(site));
      if (step != null) {
        double gain = seatYuan[siteOf(step.from)] - step.yuan;
        seatYuan[site] = Math.max(seatYuan[site], gain);
      }
    }
  }

  private void addStep(int from, int to) {
    onward
        .get(siteOf(from))
        .computeIfAbsent(siteOf(to), site -> new PriorityQueue<>())
        .add(new Step(yuanOfOne[to] - yuanOfOne[from], from, to));
  }

  private int siteOf(int way) {
    return way < arcs ? instance.arcSite[way] : outside;
  }

  private @Nullable Step best(@Nullable PriorityQueue<Step> steps) {
    if (steps == null) {
      return null;
    }
    while (!steps.isEmpty() && flow[steps.element().from] == 0) {
      steps.remove();
    }
    return steps.peek();
  }

  /** Some pupils lose their seats at a site; only then do they look for others. */
  private void sendAway(int site, long pupils) {
    long left = pupils;
    Map<Integer, Long> leaving = new LinkedHashMap<>();
    for (int k = instance.columnStart[site]; left > 0; k++) {
      int arc = instance.columnArc[k];
      long ofArc = Math.min(left, flow[arc]);
      flow[arc] -= ofArc;
      free[site] += ofArc;
      left -= ofArc;
      leaving.put(instance.arcUnit[arc], ofArc);
    }
    leaving.forEach(this::send);
  }

  private void send(int unit, long pupils) {
    long left = pupils;
    while (left > 0) {
      int target = nearestWithRoom(unit);
      long sent = target == outside ? left : Math.min(left, free[target]);
      for (int site = target; nextOnPath[site] != NONE; site = nextOnPath[site]) {
        sent = Math.min(sent, flow[stepAt(site).from]);
      }
      for (int site = target; site != NONE; site = nextOnPath[site]) {
        Step step = stepAt(site);
        flow[step.from] -= nextOnPath[site] == NONE ? 0 : sent;
        add(step.to, sent);
      }
      if (target != outside) {
        free[target] -= sent;
      }
      left -= sent;
    }
  }

  private Step stepAt(int site) {
    return Objects.requireNonNull(stepAt[site]);
  }

  /** The site with a free seat, or the outside, at the end of the cheapest path from a unit. */
  private int nearestWithRoom(int unit) {
    clear();
    for (int arc = instance.rowStart[unit]; arc < instance.rowStart[unit + 1]; arc++) {
      int site = instance.arcSite[arc];
      if (sizeOf[site] >= 0) {
        reach(site, yuanOfOne[arc] + seatYuan[site], NONE, new Step(0, arc, arc));
      }
    }
    reach(outside, yuanOfOne[arcs + unit], NONE, new Step(0, arcs + unit, arcs + unit));
    while (true) {
      Label next = queue.remove();
      int site = next.site;
      if (settled[site]) {
        continue;
      }
      settled[site] = true;
      if (site == outside || free[site] > 0) {
        for (int passed : labelled) {
          seatYuan[passed] += settled[passed] ? Math.max(0, next.yuan - label[passed]) : 0;
        }
        return site;
      }
      for (Map.Entry<Integer, PriorityQueue<Step>> steps : onward.get(site).entrySet()) {
        int to = steps.getKey();
        Step step = isOpen(to) ? best(steps.getValue()) : null;
        if (step != null) {
          reach(to, next.yuan - seatYuan[site] + step.yuan + seatYuan[to], site, step);
        }
      }
    }
  }

  private boolean isOpen(int site) {
    return site == outside || sizeOf[site] >= 0;
  }

  private void clear() {
    for (int site : labelled) {
      label[site] = Double.POSITIVE_INFINITY;
      settled[site] = false;
    }
    labelled.clear();
    queue.clear();
  }

  private void reach(int site, double yuan, int next, Step step) {
    if (!settled[site] && yuan < label[site]) {
      if (label[site] == Double.POSITIVE_INFINITY) {
        labelled.add(site);
      }
      label[site] = yuan;
      nextOnPath[site] = next;
      stepAt[site] = step;
      queue.add(new Label(yuan, site));
    }
  }

  private void add(int way, long pupils) {
    boolean isNew = flow[way] == 0;
    flow[way] += pupils;
    if (isNew) {
      int unit = way < arcs ? instance.arcUnit[way] : way - arcs;
      for (int other = instance.rowStart[unit]; other < instance.rowStart[unit + 1]; other++) {
        if (other != way && sizeOf[instance.arcSite[other]] >= 0) {
          addStep(way, other);
        }
      }
      if (way < arcs) {
        addStep(way, arcs + unit);
      }
    }
  }

  /** Pupils come to free seats that have a price, until none gains by it: the price is 0 then. */
  private void fill(int site) {
    while (free[site] > 0 && seatYuan[site] > 0) {
      int first = firstOfChain(site);
      if (first == site) {
        return;
      }
      long pupils = free[site];
      for (int at = first; at != site; at = nextOnPath[at]) {
        pupils = Math.min(pupils, flow[stepAt(at).from]);
      }
      for (int at = first; at != site; at = nextOnPath[at]) {
        flow[stepAt(at).from] -= pupils;
        add(stepAt(at).to, pupils);
      }
      free[site] -= pupils;
      if (first != outside) {
        free[first] += pupils;
      }
    }
  }

  /**
   * Where the chain of steps to a site begins that gains most; the site itself when none gains.
   * Prices sink until that place has none.
   */
  private int firstOfChain(int site) {
    clear();
    reach(site, 0, NONE, new Step(0, 0, 0));
    double least = Double.POSITIVE_INFINITY;
    int first = site;
    while (!queue.isEmpty()) {
      Label next = queue.remove();
      int to = next.site;
      if (next.yuan >= least) {
        break;
      }
      if (settled[to]) {
        continue;
      }
      settled[to] = true;
      double ending = next.yuan + seatYuan[to];
      if (ending < least) {
        least = ending;
        first = to;
      }
      if (to == outside) {
        continue;
      }
      for (int from = 0; from <= outside; from++) {
        Step step = isOpen(from) && from != to ? best(onward.get(from).get(to)) : null;
        if (step != null) {
          reach(from, next.yuan + step.yuan + seatYuan[to] - seatYuan[from], to, step);
        }
      }
    }
    for (int passed : labelled) {
      double less = settled[passed] ? Math.max(0, least - label[passed]) : 0;
      seatYuan[passed] = Math.max(0, seatYuan[passed] - less);
    }
    seatYuan[first] = 0;
    return first;
  }

  /** Ways and units without a place, yuan a year. */
  public double yuan() {
    double sum = 0;
    for (int way = 0; way < flow.length; way++) {
      sum += flow[way] * yuanOfOne[way];
    }
    return sum;
  }

  /** By site: whether somebody goes there. */
  public boolean[] isUsed() {
    boolean[] used = new boolean[outside];
    for (int arc = 0; arc < arcs; arc++) {
      used[instance.arcSite[arc]] |= flow[arc] > 0;
    }
    return used;
  }

  /** Pupils above the seats of their sites when every unit went where most of its pupils go. */
  public long overloadOfWholeUnits() {
    long[] load = new long[outside];
    for (int unit = 0; unit < instance.units; unit++) {
      int largest = arcs + unit;
      for (int arc = instance.rowStart[unit]; arc < instance.rowStart[unit + 1]; arc++) {
        largest = flow[arc] > flow[largest] ? arc : largest;
      }
      if (largest < arcs) {
        load[instance.arcSite[largest]] += instance.pupils[unit];
      }
    }
    return IntStream.range(0, outside)
        .mapToLong(site -> Math.max(0, load[site] - seats(instance, sizeOf[site], 0)))
        .sum();
  }

  /** True when pupils of units that have an arc find no seat worth its way. */
  public boolean leavesOut() {
    return IntStream.range(0, instance.units)
        .anyMatch(
            unit -> flow[arcs + unit] > 0 && instance.rowStart[unit] < instance.rowStart[unit + 1]);
  }

  /** By site: what one more seat would save a year; 0 where there are free ones. */
  public double[] seatYuan() {
    return Arrays.copyOf(seatYuan, instance.sites);
  }

  /** By arc: the share of its unit that takes it. */
  public double[] shares() {
    return IntStream.range(0, arcs)
        .mapToDouble(
            arc -> flow[arc] == 0 ? 0 : (double) flow[arc] / instance.pupils[instance.arcUnit[arc]])
        .toArray();
  }
}
