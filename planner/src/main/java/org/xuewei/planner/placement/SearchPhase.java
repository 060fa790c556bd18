package org.xuewei.planner.placement;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.xuewei.data.model.Contiguity;
import org.xuewei.data.model.Progress;
import org.xuewei.data.model.StopSignal;
import org.xuewei.planner.placement.bound.ReducedCosts;
import org.xuewei.planner.placement.construct.Eviction;
import org.xuewei.planner.placement.construct.RegionGrowing;
import org.xuewei.planner.placement.construct.Start;
import org.xuewei.planner.placement.local.Annealing;
import org.xuewei.planner.placement.local.LocalSearch;
import org.xuewei.planner.placement.local.YuanScale;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.placement.state.Solution;

/**
 * Local searches side by side. Which sites and which price on overload suit differs from county to
 * county: short searches try some, long ones go on from the best two.
 */
final class SearchPhase {
  /** Searches at a time; part of what a seed means, so not the machine's cores. */
  private static final int STREAMS = 8;

  /** Searches that go on from the best of short ones, and how much longer than others. */
  private static final int LONG_SEARCHES = 4;

  private static final int LONGER = 2;

  /** Shares of the time left, where it is limited. */
  private static final double SHARE_OF_TRIALS = 0.3;

  private static final double SHARE_OF_LONGER = 0.75;
  private static final double SHARE_OF_SETTLING = 0.4;

  /** More work on so few ways finds nothing new. */
  private static final long CALCULATIONS_OF_A_WAY = 300;

  private static final long CALCULATIONS_OF_A_WAY_AT_BORDER = 150;

  /** In place of a price: sites move too, and are never overfull. */
  private static final double NEVER_OVERFULL = 0;

  /** Which start each short search has, and its price of overload: what a move is worth, times. */
  private static final int[] START = {0, 1, 2, 3, 0, 1, 2, 3};

  private static final double[] TIMES = {2, 2, 2, 2, 1.5, 1.5, 1.5, NEVER_OVERFULL};

  /** How hot each search starts, as a share of what a move is worth. */
  private static final double[] HOT = {0.03, 0.03, 0.03, 0.03, 0.2, 0.2, 0.2, 0};

  /** What overload is worth where solutions are compared. */
  private static final double TIMES_COMPARED = 8;

  /** Rounds in which overload gets dearer, and by how much. */
  private static final int SQUEEZES = 8;

  private static final double DEARER = 2;

  /** Seeds of local searches that one seed stands for. */
  private static final int SEEDS = (2 + SQUEEZES) * STREAMS;

  /**
   * Which start each search has where money or seats are short: mostly the best of each program.
   */
  private static final int[] CHOICE = {0, 1, 0, 1, 1, 0, 2, 3};

  /** How dear overload is there while units settle: {@link YuanScale#withOverloadUpToPlaces}. */
  private static final double[] DEAR = {0.3, 0.3, 0, 0, 0.6, 0.6, 0.3, 0};

  /** Prices of overload at borders: see {@link YuanScale#acrossBorders}. */
  private static final double[] AT_BORDER = {2, 8, 32, 128};

  private final Instance instance;
  private final ReducedCosts costs;
  private final List<Start> starts;
  private final long seed;
  private final StopSignal stop;

  /** Score calculations of a long search, and of a short one. */
  private final long each;

  private final long first;

  /** Score calculations of a search that tries a start, a price and a temperature. */
  private final long trial;

  private record Trial(Solution start, Annealing annealing) {}

  SearchPhase(
      Instance instance,
      ReducedCosts costs,
      List<Start> starts,
      Work work,
      long seed,
      StopSignal stop) {
    this.instance = instance;
    this.costs = costs;
    this.starts = starts;
    this.seed = seed;
    this.stop = stop;
    long ofAWay =
        instance.contiguity.isPresent() ? CALCULATIONS_OF_A_WAY_AT_BORDER : CALCULATIONS_OF_A_WAY;
    this.each = Math.min(work.search(), ofAWay * instance.arcSite.length);
    this.first = each / 3;
    this.trial = each / 6;
  }

  long calculations() {
    boolean isOnce = instance.contiguity.isPresent() || costs.isShort;
    return isOnce
        ? STREAMS * (first + each)
        : STREAMS * trial + LONG_SEARCHES * (LONGER * each + first);
  }

  /**
   * The best found first, without overload; where nothing else was, it breaks other limits. Others
   * that follow may have other sites.
   */
  List<Solution> run(Progress.Phase phase) {
    if (instance.contiguity.isPresent()) {
      return List.of(overBorders(instance.contiguity.orElseThrow(), phase));
    }
    return costs.isShort ? List.of(withinSizes(phase)) : withOverload(phase);
  }

  /**
   * Where money or seats are short, sites and sizes compete for it, and a search that moves both
   * soon loses a choice that was good as a whole: units are settled within the sizes of the choice
   * first.
   */
  private Solution withinSizes(Progress.Phase phase) {
    List<Trial> trials =
        streams(
            STREAMS,
            stop.within(SHARE_OF_SETTLING),
            (stream, settling) -> {
              Start start = starts.get(CHOICE[stream] % starts.size());
              YuanScale scale = YuanScale.of(instance, start.rounded());
              Instance limited = instance.atSizes(start.sizeOf());
              Solution settled =
                  search(
                      limited,
                      new Trial(
                          start.rounded().in(limited), scale.withOverloadUpToPlaces(DEAR[stream])),
                      first,
                      stream,
                      settling,
                      phase);
              Eviction.run(limited, settled);
              // a size that costs less a year may take capital that is not there
              Solution free = settled.in(instance);
              return new Trial(free.isFeasible() ? free : start.filled(), scale.nearStart());
            });
    List<Solution> found = streams(trials, each, STREAMS, stop.within(1), phase);
    return found.get(first(found, stream -> true, 0));
  }

  /** Units alone move, between overfull sites; then overload gets dearer until it is gone. */
  private List<Solution> withOverload(Progress.Phase phase) {
    YuanScale scale = YuanScale.of(instance, starts.get(0).rounded());
    List<Trial> trials =
        IntStream.range(0, STREAMS)
            .mapToObj(
                stream -> {
                  Start start = starts.get(START[stream] % starts.size());
                  return isPriced(stream)
                      ? new Trial(start.rounded(), scale.withOverload(TIMES[stream], HOT[stream]))
                      : new Trial(start.filled(), scale.nearStart());
                })
            .toList();
    List<Solution> tried = streams(trials, trial, 0, stop.within(SHARE_OF_TRIALS), phase);
    double price = scale.overloadYuan(TIMES_COMPARED);
    int best = first(tried, SearchPhase::isPriced, price);
    int other = first(tried, stream -> !isSameStart(stream, best), price);
    int served = first(tried, stream -> tried.get(stream).isFeasible(), price);
    int second = first(tried, stream -> stream != best && isPriced(stream), price);
    List<Trial> longer =
        List.of(
            new Trial(tried.get(best), trials.get(best).annealing()),
            new Trial(tried.get(best), trials.get(second).annealing()),
            new Trial(tried.get(other), trials.get(best).annealing()),
            new Trial(tried.get(served), scale.nearStart()));
    List<Solution> found =
        streams(longer, LONGER * each, STREAMS, stop.within(SHARE_OF_LONGER), phase);
    double[] times = {TIMES[best], TIMES[second], TIMES[best], NEVER_OVERFULL};
    List<Solution> squeezed =
        streams(
            longer.size(),
            stop.within(1),
            (stream, part) ->
                squeezed(found.get(stream), scale, times[stream], stream, part, phase));
    return squeezed.stream()
        .sorted(
            Comparator.comparing((Solution one) -> !keepsMoneyAndNumber(one))
                .thenComparingLong(Solution::yuan))
        .toList();
  }

  private static boolean isPriced(int stream) {
    return TIMES[stream] != NEVER_OVERFULL;
  }

  private Solution squeezed(
      Solution found,
      YuanScale scale,
      double times,
      int stream,
      StopSignal part,
      Progress.Phase phase) {
    Solution now = found;
    double price = times;
    for (int k = 0; k < SQUEEZES && now.overload() > 0; k++) {
      price *= DEARER;
      Trial trial = new Trial(now, scale.squeezing(price));
      int number = (2 + k) * STREAMS + stream;
      StopSignal round = part.within(1.0 / (SQUEEZES - k));
      now = search(instance, trial, first / SQUEEZES, number, round, phase);
    }
    return evicted(instance, now);
  }

  private boolean isSameStart(int stream, int other) {
    return START[stream] % starts.size() == START[other] % starts.size();
  }

  /** Without overload at the sizes of an instance; then every site may have any size again. */
  private Solution evicted(Instance sized, Solution overloaded) {
    Solution evicted = overloaded.in(sized);
    Eviction.run(sized, evicted);
    return evicted.in(instance);
  }

  /**
   * Catchments are grown around the sites; the price that suits best goes on from all of them.
   * Where money or seats are short, the sizes of each choice stay.
   */
  private Solution overBorders(Contiguity where, Progress.Phase phase) {
    List<Instance> sized =
        starts.stream()
            .map(start -> costs.isShort ? instance.atSizes(start.sizeOf()) : instance)
            .toList();
    List<Solution> grown =
        IntStream.range(0, starts.size())
            .mapToObj(
                k ->
                    RegionGrowing.grow(
                        sized.get(k), where, site -> isOpen(starts.get(k), site), costs.ofArc))
            .toList();
    YuanScale scale = YuanScale.acrossBorders(instance, where, grown.get(0));
    List<Solution> tried =
        streams(
            STREAMS,
            stop.within(SHARE_OF_TRIALS),
            (stream, own) -> {
              Trial trial = new Trial(grown.get(0), scale.acrossBorders(atBorder(stream)));
              return search(sized.get(0), trial, first, stream, own, phase);
            });
    Comparator<Solution> order =
        Comparator.comparingLong(Solution::overload).thenComparingLong(Solution::yuan);
    Solution quick = tried.stream().min(order).orElseThrow();
    double times = atBorder(tried.indexOf(quick));
    List<Solution> found =
        streams(
            STREAMS,
            stop.within(1),
            (stream, own) -> {
              int start = stream % grown.size();
              Trial trial =
                  new Trial(grown.get(start), scale.acrossBorders(times * (1 + stream % 2)));
              return evicted(
                  sized.get(start),
                  search(sized.get(start), trial, each, STREAMS + stream, own, phase));
            });
    return Stream.concat(found.stream(), Stream.of(evicted(sized.get(0), quick)))
        .min(
            Comparator.comparing((Solution solution) -> !solution.isFeasible())
                .thenComparingLong(Solution::yuan))
        .orElseThrow();
  }

  private static double atBorder(int stream) {
    return AT_BORDER[stream % AT_BORDER.length];
  }

  private boolean isOpen(Start start, int site) {
    return instance.existing[site] || !start.rounded().isClosed(site);
  }

  /** The cheapest of some solutions where overload has a price; of all when none is wanted. */
  private int first(List<Solution> solutions, IntPredicate wanted, double price) {
    return IntStream.range(0, solutions.size())
        .boxed()
        .min(
            Comparator.comparing((Integer k) -> !wanted.test(k))
                .thenComparing(k -> !keepsMoneyAndNumber(solutions.get(k)))
                .thenComparingDouble(
                    k -> solutions.get(k).yuan() + price * solutions.get(k).overload()))
        .orElseThrow();
  }

  private boolean keepsMoneyAndNumber(Solution found) {
    return found.capital() <= instance.budget && found.opened() <= instance.newSchoolsAtMost;
  }

  private List<Solution> streams(
      List<Trial> trials, long calculations, int firstSeed, StopSignal part, Progress.Phase phase) {
    return streams(
        trials.size(),
        part,
        (stream, own) ->
            search(instance, trials.get(stream), calculations, firstSeed + stream, own, phase));
  }

  /** Those that wait share what is left of the time, where it is limited. */
  private static <T> List<T> streams(
      int number, StopSignal part, BiFunction<Integer, StopSignal, T> stream) {
    int atATime = 1 + ForkJoinPool.getCommonPoolParallelism();
    AtomicInteger waiting = new AtomicInteger(number);
    return IntStream.range(0, number)
        .parallel()
        .mapToObj(
            which -> {
              double share = (double) atATime / waiting.getAndDecrement();
              return stream.apply(which, part.within(Math.min(1, share)));
            })
        .toList();
  }

  private Solution search(
      Instance where,
      Trial trial,
      long calculations,
      int number,
      StopSignal part,
      Progress.Phase phase) {
    Solution found =
        LocalSearch.improve(
            where, trial.start(), calculations, trial.annealing(), seed * SEEDS + number, part);
    phase.advance(calculations);
    return found;
  }
}
