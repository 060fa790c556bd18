package org.xuewei.planner.placement.construct;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.xuewei.data.model.StopSignal;
import org.xuewei.planner.placement.state.Instance;

/**
 * Improves chosen sizes by the interchange heuristic (Teitz and Bart 1968): one site opens, grows,
 * shrinks or closes, or one does while another does the contrary. A choice costs its sizes and the
 * {@link SeatTransport} of pupils to its seats, units divided at will; whole units that would be
 * too many then cost the dearest seats. The prices of one transport tell what every other choice
 * costs at least, so that only those are tried that may be better, the most promising first.
 * Heuristic.
 */
public final class Interchange {
  /** Sites that grow, and sites that shrink, that are paired with each other. */
  private static final int MOST_OF_A_KIND = 200;

  /** Other changes that are tried beside the best one of a round. */
  private static final int MOST_JOINED = 16;

  /** Share by which a choice must be better. */
  private static final double LEAST_GAIN = 1e-9;

  private static final int NONE = -1;

  /**
   * @param dividedYuan without what whole units cost more
   */
  private record Choice(List<Integer> sizeOf, double dividedYuan, double yuan) {
    boolean isWhole() {
      return dividedYuan == yuan;
    }
  }

  /** One or two sites with other sizes, and how much dearer that is at least. */
  private record Change(double leastYuan, int site, int size, int otherSite, int otherSize) {
    List<Integer> in(List<Integer> sizeOf) {
      List<Integer> changed = new ArrayList<>(sizeOf);
      changed.set(site, size);
      if (otherSite != NONE) {
        changed.set(otherSite, otherSize);
      }
      return changed;
    }

    SeatTransport in(SeatTransport transport) {
      return withOther(transport.with(site, size));
    }

    /** A transport that has the first site's size already. */
    SeatTransport withOther(SeatTransport changed) {
      return otherSite == NONE ? changed : changed.with(otherSite, otherSize);
    }

    Set<Integer> sites() {
      return otherSite == NONE ? Set.of(site) : Set.of(site, otherSite);
    }
  }

  private record Priced(Change change, Choice choice) {}

  private final Instance instance;
  private final double leftEmpty;
  private final int ofRound;
  private final int most;
  private final LongConsumer progress;
  private final Map<List<Integer>, Choice> tried = new LinkedHashMap<>();

  /**
   * @param leftEmpty share of its seats that a site is expected to leave empty, from 0 to 1
   * @param ofRound changes of a choice that are tried before the best is taken
   * @param most choices that are tried at most, beside the first ones
   * @param progress is told how many more were tried
   */
  public Interchange(
      Instance instance, double leftEmpty, int ofRound, int most, LongConsumer progress) {
    this.instance = instance;
    this.leftEmpty = leftEmpty;
    this.ofRound = ofRound;
    this.most = most;
    this.progress = progress;
  }

  /**
   * @param first choices, at least one, the cheapest of which is improved: by site its size or
   *     {@link Instance#CLOSED}
   * @param boundYuan no choice costs less, without units that have no arc
   */
  public void improve(List<int[]> first, long boundYuan, StopSignal stop) {
    double least = (boundYuan + instance.fixedYuan()) * (1 + LEAST_GAIN);
    first.stream()
        .parallel()
        .map(
            sizeOf ->
                choice(
                    IntStream.of(sizeOf).boxed().toList(),
                    SeatTransport.of(instance, sizeOf, leftEmpty)))
        .toList()
        .forEach(choice -> tried.put(choice.sizeOf, choice));
    @Nullable Choice next =
        tried.values().stream().min(Comparator.comparingDouble(Choice::yuan)).orElseThrow();
    while (next != null
        && !(next.isWhole() && next.yuan <= least)
        && tried.size() < most
        && !stop.stopRequested()) {
      next = better(next, stop);
    }
  }

  /**
   * The choices that were tried: the cheapest first, then the first of the first ones, which may
   * know better what whole units cost, then the others by what they cost.
   *
   * @return by site its size or {@link Instance#CLOSED}; at least one after {@link #improve}
   */
  public List<List<Integer>> choices() {
    List<Choice> order =
        new ArrayList<>(
            tried.values().stream().sorted(Comparator.comparingDouble(Choice::yuan)).toList());
    Choice first = tried.values().iterator().next();
    if (order.indexOf(first) > 1) {
      order.remove(first);
      order.add(1, first);
    }
    return order.stream().map(Choice::sizeOf).toList();
  }

  /** The best of the most promising changes, or null when none is better. */
  private @Nullable Choice better(Choice now, StopSignal stop) {
    int[] sizeOf = array(now.sizeOf);
    SeatTransport transport = SeatTransport.of(instance, sizeOf, leftEmpty);
    Map<Integer, List<Change>> bySite =
        new Prices(instance, sizeOf, transport.seatYuan())
            .changes().stream()
                .filter(change -> now.dividedYuan + change.leastYuan < (1 - LEAST_GAIN) * now.yuan)
                .sorted(Comparator.comparingDouble(Change::leastYuan))
                .limit(Math.min(ofRound, most - tried.size()))
                .collect(
                    Collectors.groupingBy(Change::site, LinkedHashMap::new, Collectors.toList()));
    List<Priced> found =
        bySite.values().stream()
            .parallel()
            .filter(changes -> !stop.stopRequested())
            .flatMap(changes -> priced(now, transport, changes).stream())
            .toList();
    progress.accept(found.size());
    found.forEach(priced -> keep(priced.choice));
    List<Priced> better =
        found.stream()
            .filter(priced -> isBetter(priced.choice, now))
            .sorted(Comparator.comparingDouble(priced -> priced.choice.yuan))
            .toList();
    return better.isEmpty() ? null : joined(better, transport, stop);
  }

  /** The best change, and with it what of the others makes it better still. */
  private Choice joined(List<Priced> better, SeatTransport transport, StopSignal stop) {
    Choice best = better.get(0).choice;
    SeatTransport now = better.get(0).change.in(transport);
    Set<Integer> changed = new HashSet<>(better.get(0).change.sites());
    int left = MOST_JOINED;
    for (Priced other : better) {
      List<Integer> sizeOf = other.change.in(best.sizeOf);
      if (left > 0
          && !stop.stopRequested()
          && Collections.disjoint(changed, other.change.sites())
          && instance.keepsLimits(array(sizeOf))) {
        left--;
        SeatTransport both = other.change.in(now);
        Choice choice = choice(sizeOf, both);
        if (isBetter(choice, best)) {
          best = choice;
          now = both;
          changed.addAll(other.change.sites());
        }
      }
    }
    keep(best);
    return best;
  }

  private void keep(Choice choice) {
    tried.putIfAbsent(choice.sizeOf, choice);
  }

  private static boolean isBetter(Choice choice, Choice than) {
    return choice.yuan < than.yuan * (1 - LEAST_GAIN);
  }

  /** Changes of one site, alone and with others. */
  private List<Priced> priced(Choice now, SeatTransport transport, List<Change> changes) {
    Map<Integer, SeatTransport> bySize = new HashMap<>();
    return changes.stream()
        .map(
            change -> {
              SeatTransport changed =
                  bySize.computeIfAbsent(change.size, size -> transport.with(change.site, size));
              return new Priced(change, choice(change.in(now.sizeOf), change.withOther(changed)));
            })
        .toList();
  }

  private Choice choice(List<Integer> sizeOf, SeatTransport transport) {
    double divided = instance.missingYuan + transport.yuan();
    boolean[] used = transport.isUsed();
    for (int site = 0; site < used.length; site++) {
      boolean isPaid = sizeOf.get(site) >= 0 && (used[site] || instance.existing[site]);
      divided += isPaid ? instance.sizeYuan[sizeOf.get(site)] : 0;
    }
    double dearest = DoubleStream.of(transport.seatYuan()).max().orElse(0);
    return new Choice(sizeOf, divided, divided + dearest * transport.overloadOfWholeUnits());
  }

  private static int[] array(List<Integer> sizeOf) {
    return sizeOf.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Units go where most of their pupils do. */
  public Start start(List<Integer> choice) {
    int[] sizeOf = array(choice);
    SeatTransport transport = SeatTransport.of(instance, sizeOf, leftEmpty);
    double[] shares = transport.shares();
    double[] seatYuan = transport.seatYuan();
    double[] worth = new double[shares.length];
    for (int arc = 0; arc < worth.length; arc++) {
      int unit = instance.arcUnit[arc];
      worth[arc] =
          instance.arcYuan[arc]
              + seatYuan[instance.arcSite[arc]] * instance.pupils[unit]
              - shares[arc] * instance.unservedYuan[unit];
    }
    return Start.of(instance, sizeOf, worth);
  }

  /** What sites would cost and earn at the prices of a choice's transport. */
  private static final class Prices {
    private final Instance instance;
    private final int[] sizeOf;

    /** By unit: what its cheapest seat costs, way included. */
    private final double[] unitYuan;

    /** By size: its yuan less what units would save at it at most. */
    private final double[] value;

    private final long capital;
    private final int newSchools;

    Prices(Instance instance, int[] sizeOf, double[] seatYuan) {
      this.instance = instance;
      this.sizeOf = sizeOf;
      this.unitYuan = unitYuan(seatYuan);
      this.value = new double[instance.sizeClasses.length];
      this.capital = instance.capitalOf(sizeOf);
      this.newSchools = instance.newSchoolsOf(sizeOf);
      IntStream.range(0, instance.sites).parallel().forEach(this::priceSizes);
    }

    private double[] unitYuan(double[] seatYuan) {
      double[] yuan = new double[instance.units];
      for (int unit = 0; unit < yuan.length; unit++) {
        yuan[unit] = instance.unservedYuan[unit];
        for (int arc = instance.rowStart[unit]; arc < instance.rowStart[unit + 1]; arc++) {
          int site = instance.arcSite[arc];
          double here = instance.arcYuan[arc] + seatYuan[site] * instance.pupils[unit];
          yuan[unit] = sizeOf[site] < 0 ? yuan[unit] : Math.min(yuan[unit], here);
        }
      }
      return yuan;
    }

    /** The linear knapsack at each size (Dantzig 1957). */
    private void priceSizes(int site) {
      int[] paying =
          IntStream.range(instance.columnStart[site], instance.columnStart[site + 1])
              .map(k -> instance.columnArc[k])
              .filter(arc -> saving(arc) > 0)
              .boxed()
              .sorted(Comparator.comparingDouble(arc -> -savingOfOne(arc)))
              .mapToInt(Integer::intValue)
              .toArray();
      double saved = 0;
      long taken = 0;
      int next = 0;
      for (int size = instance.sizeStart[site]; size < instance.sizeStart[site + 1]; size++) {
        long seats = instance.seatsAtMost(size);
        while (next < paying.length
            && taken + instance.pupils[instance.arcUnit[paying[next]]] <= seats) {
          saved += saving(paying[next]);
          taken += instance.pupils[instance.arcUnit[paying[next]]];
          next++;
        }
        double part = next < paying.length ? (seats - taken) * savingOfOne(paying[next]) : 0;
        value[size] = instance.sizeYuan[size] - saved - part;
      }
    }

    private double saving(int arc) {
      return unitYuan[instance.arcUnit[arc]] - instance.arcYuan[arc];
    }

    private double savingOfOne(int arc) {
      return saving(arc) / Math.max(1, instance.pupils[instance.arcUnit[arc]]);
    }

    private double value(int size) {
      return size < 0 ? 0 : value[size];
    }

    List<Change> changes() {
      List<Change> growing = new ArrayList<>();
      List<Change> shrinking = new ArrayList<>();
      for (int site = 0; site < instance.sites; site++) {
        int now = sizeOf[site];
        if (now >= 0 && !instance.existing[site]) {
          shrinking.add(change(site, Instance.CLOSED));
        }
        for (int size = instance.sizeStart[site]; size < instance.sizeStart[site + 1]; size++) {
          if (now < 0 || size == now + 1) {
            growing.add(change(site, size));
          } else if (size == now - 1) {
            shrinking.add(change(site, size));
          }
        }
      }
      growing = mostPromising(growing);
      shrinking = mostPromising(shrinking);
      List<Change> all = new ArrayList<>(growing);
      all.addAll(shrinking);
      for (Change more : growing) {
        for (Change less : shrinking) {
          if (more.site != less.site) {
            double least = more.leastYuan + less.leastYuan;
            all.add(new Change(least, more.site, more.size, less.site, less.size));
          }
        }
      }
      all.removeIf(change -> !keepsLimits(change));
      return all;
    }

    private Change change(int site, int size) {
      return new Change(value(size) - value(sizeOf[site]), site, size, NONE, NONE);
    }

    private static List<Change> mostPromising(List<Change> changes) {
      return changes.stream()
          .sorted(Comparator.comparingDouble(Change::leastYuan))
          .limit(MOST_OF_A_KIND)
          .toList();
    }

    private boolean keepsLimits(Change change) {
      long more = capitalMore(change.site, change.size);
      int opened = openedMore(change.site, change.size);
      if (change.otherSite != NONE) {
        more += capitalMore(change.otherSite, change.otherSize);
        opened += openedMore(change.otherSite, change.otherSize);
      }
      return (more <= 0 || capital + more <= instance.budget)
          && (opened <= 0 || newSchools + opened <= instance.newSchoolsAtMost);
    }

    private long capitalMore(int site, int size) {
      return capital(size) - capital(sizeOf[site]);
    }

    private long capital(int size) {
      return size < 0 ? 0 : instance.sizeCapital[size];
    }

    private int openedMore(int site, int size) {
      return instance.existing[site] ? 0 : (size < 0 ? 0 : 1) - (sizeOf[site] < 0 ? 0 : 1);
    }
  }
}
