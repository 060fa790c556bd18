package org.xuewei.planner.placement.bound;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xuewei.data.model.StopSignal;
import org.xuewei.planner.placement.state.Instance;

/**
 * Branch and bound over which candidates are open, with the Lagrangian bound at every node (as
 * Holmberg, Rönnqvist and Yuan 1999 for single-source siting): the parts of all solutions with the
 * least bounds are divided by a candidate that prices leave in doubt, and the ascent goes on in
 * both halves. What no part can go below is a bound of all. Units are not branched on, so that a
 * gap may stay. A node's bounds come from the exact evaluation at its prices, whatever the ascent
 * does.
 */
public final class SiteTree {
  /** Parts that are divided side by side; part of what a result means, so not the cores. */
  private static final int BATCH = 2;

  private static final int STEPS = 60;

  /** Parts are given up that cannot be below a known solution by more than this share. */
  private static final double TIGHT = 1e-6;

  /** Candidates that were open or closed in a larger share of the last steps are not in doubt. */
  private static final double LEAST_DOUBT = 0.01;

  private record Node(Fixed fixed, PriceAscent.Place place, double bound, int number) {}

  private final Instance instance;
  private final List<SeatCover> covers;

  /** One for each part that is worked on side by side; made when the first is needed. */
  private final List<PriceAscent> ascents = new ArrayList<>();

  private final PriorityQueue<Node> nodes =
      new PriorityQueue<>(
          (a, b) ->
              a.bound != b.bound
                  ? Double.compare(a.bound, b.bound)
                  : Integer.compare(a.number, b.number));

  /** Parts that cannot be divided. */
  private final List<Node> undivided = new ArrayList<>();

  private int numbers;

  /**
   * @param root where the ascent over all solutions ended
   */
  public SiteTree(Instance instance, PriceAscent root) {
    this.instance = instance;
    this.covers = root.covers();
    PriceAscent.Place place = root.place();
    nodes.add(new Node(Fixed.NONE, place, place.bound(), numbers++));
  }

  /**
   * Divides the parts with the least bounds, some side by side.
   *
   * @param most parts at most
   * @param knownYuan cost of a known solution, without the units that have no arc: parts that
   *     cannot be below are not divided
   * @return parts divided; 0 when nothing is left to divide or a stop was requested
   */
  public int branch(int most, long knownYuan, StopSignal stop) {
    List<Node> divided = new ArrayList<>();
    while (divided.size() < Math.min(BATCH, most)
        && isOpen(nodes.peek(), knownYuan)
        && !stop.stopRequested()) {
      Node node = nodes.remove();
      if (doubtful(node) < 0) {
        undivided.add(node);
      } else {
        divided.add(node);
      }
    }
    needAscents(2 * divided.size());
    List<Node> halves =
        IntStream.range(0, 2 * divided.size())
            .parallel()
            .mapToObj(k -> half(divided.get(k / 2), k, knownYuan, stop))
            .toList();
    nodes.addAll(halves);
    numbers += halves.size();
    return divided.size();
  }

  private void needAscents(int number) {
    while (ascents.size() < number) {
      ascents.add(new PriceAscent(instance, covers));
    }
  }

  private boolean isOpen(@Nullable Node node, long knownYuan) {
    return node != null && node.bound < Math.min(leastUndivided(), (1 - TIGHT) * knownYuan);
  }

  private double leastUndivided() {
    return undivided.stream().mapToDouble(Node::bound).min().orElse(Double.POSITIVE_INFINITY);
  }

  /** True when dividing would not raise the bound. */
  public boolean isDone(long knownYuan) {
    double limit = Math.min(leastUndivided(), (1 - TIGHT) * knownYuan);
    return nodes.stream().noneMatch(node -> node.bound < limit && doubtful(node) >= 0);
  }

  /** The candidate whose state the prices leave most in doubt, -1 when there is none. */
  private int doubtful(Node node) {
    int site = -1;
    double most = LEAST_DOUBT;
    for (int k = 0; k < instance.sites; k++) {
      double share = node.place.openShare()[k];
      double doubt = Math.min(share, 1 - share);
      if (!instance.existing[k] && node.fixed.isFree(k) && doubt > most) {
        site = k;
        most = doubt;
      }
    }
    return site;
  }

  private Node half(Node node, int k, long knownYuan, StopSignal stop) {
    int site = doubtful(node);
    Fixed fixed = k % 2 == 0 ? node.fixed.withOpen(site) : node.fixed.withClosed(site);
    PriceAscent ascent = ascents.get(k);
    ascent.restartAt(node.place, fixed);
    ascent.ascend(STEPS, knownYuan, stop);
    PriceAscent.Place place = ascent.place();
    return new Node(fixed, place, Math.max(node.bound, place.bound()), numbers + k);
  }

  /**
   * The sizes that the parts with the least bounds chose of late and at their best prices, each set
   * of open sites once.
   *
   * @param most at least 1
   * @return by site its size or {@link Instance#CLOSED}, of the part with the least bound first;
   *     never empty
   */
  public List<int[]> choices(int most) {
    needAscents(1);
    Map<BitSet, int[]> choices = new LinkedHashMap<>();
    List<Node> leastFirst =
        Stream.concat(nodes.stream(), undivided.stream()).sorted(nodes.comparator()).toList();
    for (Node node : leastFirst) {
      if (choices.size() < most) {
        PriceAscent ascent = ascents.get(0);
        ascent.restartAt(node.place, node.fixed);
        int[] sizes = ascent.chosenSizes();
        int[] likely = likely(node, sizes);
        if (instance.keepsLimits(likely)) {
          choices.putIfAbsent(open(likely), likely);
        }
        choices.putIfAbsent(open(sizes), sizes);
      }
    }
    return choices.values().stream().limit(most).toList();
  }

  /** As many of the candidates as were open of late, those that were most often. */
  private int[] likely(Node node, int[] chosen) {
    double[] share = node.place.openShare();
    int[] candidates =
        IntStream.range(0, instance.sites)
            .filter(site -> !instance.existing[site])
            .boxed()
            .sorted(Comparator.comparingDouble(site -> -share[site]))
            .mapToInt(Integer::intValue)
            .toArray();
    long open = Math.round(IntStream.of(candidates).mapToDouble(site -> share[site]).sum());
    int[] likely = chosen.clone();
    for (int k = 0; k < candidates.length; k++) {
      int site = candidates[k];
      int size = chosen[site] >= 0 ? chosen[site] : instance.sizeStart[site];
      likely[site] = k < open ? size : Instance.CLOSED;
    }
    return likely;
  }

  private static BitSet open(int[] sizeOf) {
    BitSet open = new BitSet();
    IntStream.range(0, sizeOf.length).filter(site -> sizeOf[site] >= 0).forEach(open::set);
    return open;
  }

  /**
   * No solution costs less, without units that have no arc. At least 0.
   *
   * @param knownYuan cost of a known solution; the bound is not above
   */
  public long lowerBoundYuan(long knownYuan) {
    Node least = nodes.peek();
    double ofNodes = least == null ? Double.POSITIVE_INFINITY : least.bound;
    double bound = Math.min(knownYuan, Math.min(ofNodes, leastUndivided()));
    return Math.max(0, (long) Math.ceil(bound));
  }
}
