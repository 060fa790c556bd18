package org.xuewei.planner.placement.bound;

import java.util.Arrays;
import java.util.List;
import org.xuewei.data.model.StopSignal;
import org.xuewei.planner.placement.state.Instance;

/**
 * Raises the lower bound by deflected subgradient steps on the prices of units and seat covers
 * (Held and Karp 1971; Camerini, Fratta and Maffioli 1975) towards a level above the best bound,
 * which moves away with progress and comes nearer without (Brännlund 1993; Goffin and Kiwiel 1999).
 * Starts at the prices of the linear relaxation where there are such. A step changes the price of a
 * unit by as much as its ways differ.
 */
public final class PriceAscent {
  private static final double DEFLECTION = 0.7;

  /** Steps without progress after which the level comes nearer. */
  private static final int PATIENCE = 10;

  /** How far above the bound the first level lies, as a share: from small prices, and from good. */
  private static final double REACH = 0.05;

  private static final double REACH_FROM_RELAXATION = 0.005;
  private static final double REACH_IN_TREE = 0.002;

  /** Weight of the last step in the share of steps where a site was open. */
  private static final double LATEST = 0.1;

  /** What the distance of the level is multiplied by after no progress, and after much. */
  private static final double SHORTER = 0.6;

  private static final double LONGER = 1.3;

  /** Levels nearer than this share of the bound are worth exact knapsacks, and at last nothing. */
  private static final double EXACT = 0.002;

  private static final double NEAREST = 2e-5;

  /** The ways of a unit whose costs tell how far its price may have to go. */
  private static final int NEAR_ARCS = 10;

  /** Every unit's price moves at least so much, as a share of the mean. */
  private static final double LEAST_MOVE = 0.1;

  /** Covers have good prices from the linear relaxation, which move less than those of units. */
  private static final double MOVE_OF_COVERS = 0.1;

  private final Instance instance;
  private final Relaxation relaxation;
  private final List<SeatCover> covers;

  /** By unit: how far a step moves its price, yuan a year. */
  private final double[] move;

  /** The same by cover. */
  private final double[] coverMove;

  private final double[] price;
  private final double[] coverPrice;
  private final double[] bestPrice;
  private final double[] bestCoverPrice;
  private final double[] direction;
  private final double[] coverDirection;
  private double best = Double.NEGATIVE_INFINITY;
  private final double firstReach;
  private final double[] openShare;
  private double reach;
  private double record = Double.NEGATIVE_INFINITY;
  private int patience = PATIENCE;

  /**
   * Where an ascent ended: its best prices, and how often each site was open of late, as a share.
   */
  record Place(double[] price, double[] coverPrice, double bound, double[] openShare) {}

  /** Starts at the prices of the linear relaxation, or at small ones when it has no solution. */
  public PriceAscent(Instance instance, LinearRelaxation linear) {
    this(
        instance,
        List.copyOf(linear.covers()),
        linear.solution().isPresent() ? REACH_FROM_RELAXATION : REACH);
    double[] first = linear.solution().map(s -> s.unitPrice).orElseGet(this::smallPrices);
    linear
        .solution()
        .ifPresent(s -> System.arraycopy(s.coverPrice, 0, coverPrice, 0, coverPrice.length));
    relaxation.priceCovers(coverPrice);
    for (int unit = 0; unit < price.length; unit++) {
      price[unit] = cut(unit, first[unit]);
    }
    System.arraycopy(price, 0, bestPrice, 0, price.length);
    System.arraycopy(coverPrice, 0, bestCoverPrice, 0, coverPrice.length);
  }

  /** An ascent in part of the solutions, to be {@link #restartAt}. */
  PriceAscent(Instance instance, List<SeatCover> covers) {
    this(instance, covers, REACH_IN_TREE);
  }

  private PriceAscent(Instance instance, List<SeatCover> covers, double firstReach) {
    this.instance = instance;
    this.covers = covers;
    this.relaxation = new Relaxation(instance, covers);
    this.move = moves();
    double ofAPupil =
        Arrays.stream(move).sum()
            / Math.max(1, Arrays.stream(instance.pupils).asLongStream().sum());
    this.coverMove =
        covers.stream()
            .mapToDouble(cover -> MOVE_OF_COVERS * ofAPupil * cover.deficitPupils())
            .toArray();
    this.price = new double[instance.units];
    this.coverPrice = new double[covers.size()];
    this.firstReach = firstReach;
    this.bestPrice = new double[price.length];
    this.bestCoverPrice = new double[coverPrice.length];
    this.direction = new double[price.length];
    this.coverDirection = new double[coverPrice.length];
    this.openShare = new double[instance.sites];
  }

  /** Goes on from the best prices with catchments that hang together. */
  public void connect() {
    relaxation.connect();
    reach = REACH_IN_TREE * (best > 0 ? best : nearYuan());
    record = Double.NEGATIVE_INFINITY;
    patience = PATIENCE;
    restart();
  }

  /** Forgets everything and starts at known prices, in part of the solutions. */
  void restartAt(Place place, Fixed fixed) {
    System.arraycopy(place.price, 0, bestPrice, 0, price.length);
    System.arraycopy(place.coverPrice, 0, bestCoverPrice, 0, coverPrice.length);
    System.arraycopy(place.openShare, 0, openShare, 0, openShare.length);
    relaxation.fix(fixed);
    best = Double.NEGATIVE_INFINITY;
    record = Double.NEGATIVE_INFINITY;
    patience = PATIENCE;
    restart();
  }

  Place place() {
    return new Place(bestPrice.clone(), bestCoverPrice.clone(), best, openShare.clone());
  }

  /** By site: the size chosen at the best prices, or {@link Instance#CLOSED}. */
  int[] chosenSizes() {
    relaxation.priceCovers(bestCoverPrice);
    relaxation.bound(bestPrice, bestCoverPrice);
    return relaxation.chosenSizes();
  }

  /** Covers that have a price. */
  List<SeatCover> covers() {
    return covers;
  }

  private double[] moves() {
    double[] moves = new double[instance.units];
    for (int unit = 0; unit < moves.length; unit++) {
      int first = instance.rowStart[unit];
      int last = Math.min(first + NEAR_ARCS, instance.rowStart[unit + 1] - 1);
      moves[unit] = last < first ? 0 : instance.arcYuan[last] - instance.arcYuan[first];
    }
    double least = Math.max(1, LEAST_MOVE * Arrays.stream(moves).average().orElse(0));
    return Arrays.stream(moves).map(spread -> Math.max(least, spread)).toArray();
  }

  /** Sum of the units' ways to sites that are near, but not the nearest. */
  private double nearYuan() {
    double sum = 0;
    for (int unit = 0; unit < instance.units; unit++) {
      int last = Math.min(instance.rowStart[unit] + 4, instance.rowStart[unit + 1] - 1);
      sum += last >= instance.rowStart[unit] ? instance.arcYuan[last] : 0;
    }
    return sum;
  }

  /** What the cheapest site takes, fixed costs by seats: the bound where sizes could be shares. */
  private double[] smallPrices() {
    double[] seatYuan = new double[instance.sites];
    for (int site = 0; site < instance.sites; site++) {
      seatYuan[site] = instance.existing[site] ? 0 : Double.POSITIVE_INFINITY;
      for (int size = instance.sizeStart[site];
          size < instance.sizeStart[site + 1] && !instance.existing[site];
          size++) {
        seatYuan[site] =
            Math.min(seatYuan[site], instance.sizeYuan[size] / instance.seatsAtMost(size));
      }
    }
    double[] prices = new double[instance.units];
    for (int unit = 0; unit < instance.units; unit++) {
      double least = instance.unservedYuan[unit];
      for (int arc = instance.rowStart[unit]; arc < instance.rowStart[unit + 1]; arc++) {
        double here =
            instance.arcYuan[arc] + seatYuan[instance.arcSite[arc]] * instance.pupils[unit];
        least = Math.min(least, here);
      }
      prices[unit] = instance.rowStart[unit] < instance.rowStart[unit + 1] ? least : 0;
    }
    return prices;
  }

  /**
   * Goes some steps on.
   *
   * @param knownYuan cost of a known solution, without the units that have no arc; the bound ends
   *     there
   * @return steps done; fewer than asked when the bound is tight, the level is near or a stop was
   *     requested; the first step is always done, so that there is a bound
   */
  public int ascend(int steps, long knownYuan, StopSignal stop) {
    for (int step = 0; step < steps; step++) {
      boolean hasBound = best > Double.NEGATIVE_INFINITY;
      boolean isNear = hasBound && reach < NEAREST * Math.abs(best);
      if (isNear || (hasBound && stop.stopRequested()) || best >= knownYuan - 0.5) {
        return step;
      }
      relaxation.exact(hasBound && reach < EXACT * Math.abs(best));
      double bound = relaxation.bound(price, coverPrice);
      if (!hasBound) {
        reach = firstReach * Math.max(Math.abs(bound), nearYuan());
      }
      judge(bound);
      countOpen();
      if (patience < 0) {
        reach *= SHORTER;
        patience = PATIENCE;
        record = best;
        restart();
        bound = best;
      }
      step(Math.min(knownYuan, best + reach), bound);
    }
    return steps;
  }

  private void countOpen() {
    for (int site = 0; site < openShare.length; site++) {
      openShare[site] += LATEST * ((relaxation.isOpen(site) ? 1 : 0) - openShare[site]);
    }
  }

  /** Keeps the best prices; half the way to the level counts as progress. */
  private void judge(double bound) {
    if (bound > record + reach / 2) {
      record = bound;
      patience = PATIENCE;
      reach *= LONGER;
    } else {
      patience--;
    }
    if (bound > best) {
      best = bound;
      System.arraycopy(price, 0, bestPrice, 0, price.length);
      System.arraycopy(coverPrice, 0, bestCoverPrice, 0, coverPrice.length);
    }
  }

  private void restart() {
    System.arraycopy(bestPrice, 0, price, 0, price.length);
    System.arraycopy(bestCoverPrice, 0, coverPrice, 0, coverPrice.length);
    Arrays.fill(direction, 0);
    Arrays.fill(coverDirection, 0);
    relaxation.priceCovers(coverPrice);
    relaxation.bound(price, coverPrice);
  }

  private void step(double targetYuan, double bound) {
    double norm = 0;
    for (int unit = 0; unit < price.length; unit++) {
      double missing = 1 - relaxation.taken[unit];
      boolean held =
          (missing > 0 && price[unit] >= relaxation.unservedYuan(unit))
              || instance.rowStart[unit] == instance.rowStart[unit + 1];
      direction[unit] = held ? 0 : missing + DEFLECTION * direction[unit];
      norm += move[unit] * direction[unit] * direction[unit];
    }
    for (int k = 0; k < coverPrice.length; k++) {
      double missing = 1 - relaxation.met[k];
      boolean held = missing < 0 && coverPrice[k] <= 0;
      coverDirection[k] = held ? 0 : missing + DEFLECTION * coverDirection[k];
      norm += coverMove[k] * coverDirection[k] * coverDirection[k];
    }
    if (norm == 0) {
      return;
    }
    double gap = Math.max(targetYuan - bound, 1e-6 * Math.abs(targetYuan));
    double length = gap / norm;
    for (int k = 0; k < coverPrice.length; k++) {
      coverPrice[k] = Math.max(0, coverPrice[k] + length * coverMove[k] * coverDirection[k]);
    }
    relaxation.priceCovers(coverPrice);
    for (int unit = 0; unit < price.length; unit++) {
      price[unit] = cut(unit, price[unit] + length * move[unit] * direction[unit]);
    }
  }

  private double cut(int unit, double yuan) {
    return Math.min(relaxation.unservedYuan(unit), yuan);
  }

  /** What arcs and sites are worth at the best prices. */
  public ReducedCosts reducedCosts() {
    relaxation.priceCovers(bestCoverPrice);
    double bound = relaxation.bound(bestPrice, bestCoverPrice);
    int[] sizes = relaxation.chosenSizes();
    return new ReducedCosts(
        bound,
        relaxation.isShort(),
        reduced(bestPrice),
        relaxation.siteYuan(),
        instance.newSchoolsOf(sizes),
        false);
  }

  private double[] reduced(double[] price) {
    double[] seat = relaxation.seatPrices();
    double[] reduced = new double[instance.arcSite.length];
    for (int arc = 0; arc < reduced.length; arc++) {
      int unit = instance.arcUnit[arc];
      reduced[arc] =
          instance.arcYuan[arc] - price[unit] + seat[instance.arcSite[arc]] * instance.pupils[unit];
    }
    return reduced;
  }

  /** No solution costs less; without the price of units that have no arc. At least 0. */
  public long lowerBoundYuan() {
    return best == Double.NEGATIVE_INFINITY ? 0 : Math.max(0, (long) Math.ceil(best));
  }
}
