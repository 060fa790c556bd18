package org.xuewei.planner.placement;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.xuewei.data.model.Contiguity;
import org.xuewei.data.model.Progress;
import org.xuewei.data.model.StopSignal;
import org.xuewei.planner.placement.bound.ReducedCosts;
import org.xuewei.planner.placement.construct.Eviction;
import org.xuewei.planner.placement.construct.RegionGrowing;
import org.xuewei.planner.placement.construct.Start;
import org.xuewei.planner.placement.local.YuanScale;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.placement.state.Solution;

/**
 * Local searches side by side. Which sites and which price on overload suit differs from county to
 * county: a race of short searches leaves four choices of sites, others try prices, and long ones
 * go on from the best two.
 */
final class SearchPhase {
  /** Searches at a time; part of what a seed means, so not the machine's cores. */
  private static final int STREAMS = 8;

  /** Choices of sites that are left after the race. */
  private static final int WINNERS = 4;

  /** A search of the first heat takes this part of one that tries prices. */
  private static final int TRIAL_OF_A_HEAT = 4;

  private static final double SHARE_OF_RACE = 0.25;

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

  /** Seeds of local searches that one seed stands for; those of the race come last. */
  private static final int SEEDS = 1_000;

  private static final int FIRST_OF_RACE = (2 + SQUEEZES) * STREAMS;

  /** Which start each search has where money or seats are short: mostly the best. */
  private static final int[] CHOICE = {0, 1, 0, 0, 1, 0, 2, 3};

  /** How dear overload is there while units settle: {@link YuanScale#withOverloadUpToPlaces}. */
  private static final double[] DEAR = {0.3, 0.3, 0, 0.6, 0.6, 0.3, 0.3, 0};

  /** Prices of overload in the race at borders: see {@link YuanScale#acrossBorders}. */
  private static final double[] AT_BORDER = {8, 32, 2, 128};

  private static final int RUNNERS_AT_BORDER = 24;
  private static final int WINNERS_AT_BORDER = 8;
  private static final int SEARCH_OF_A_HEAT_AT_BORDER = 8;
  private static final double TIMES_COMPARED_AT_BORDER = 32;

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
    if (instance.contiguity.isPresent()) {
      return Race.calculations(RUNNERS_AT_BORDER, WINNERS_AT_BORDER, heatAtBorder());
    }
    return Race.calculations(starts.size(), WINNERS, trial / TRIAL_OF_A_HEAT)
        + (costs.isShort
            ? STREAMS * (first + each)
            : STREAMS * trial + LONG_SEARCHES * (LONGER * each + first));
  }

  private long heatAtBorder() {
    return each / SEARCH_OF_A_HEAT_AT_BORDER;
  }

  /**
   * The best found first, without overload; where nothing else was, it breaks other limits. Others
   * that follow may have other sites.
   */
  List<Solution> run(Progress.Phase phase) {
    if (instance.contiguity.isPresent()) {
      return overBorders(instance.contiguity.orElseThrow(), phase);
    }
    return costs.isShort ? List.of(withinSizes(phase)) : withOverload(phase);
  }

  /**
   * Where money or seats are short, sites and sizes compete for it, and a search that moves both
   * soon loses a choice that was good as a whole: units are settled within the sizes of the choice
   * first.
   */
  private Solution withinSizes(Progress.Phase phase) {
    List<Start> winners = raced(start -> settling(start, DEAR[0]), phase);
    List<Trial> trials =
        Race.sideBySide(
            STREAMS,
            stop.within(SHARE_OF_SETTLING),
            (stream, settling) -> {
              Start start = winners.get(CHOICE[stream] % winners.size());
              Trial trial = settling(start, DEAR[stream]);
              Solution settled = search(trial, first, stream, settling, phase);
              Eviction.run(trial.where(), settled);
              // a size that costs less a year may take capital that is not there
              Solution free = settled.in(instance);
              return new Trial(
                  instance,
                  free.isFeasible() ? free : start.filled(),
                  YuanScale.of(instance, start.rounded()).nearStart());
            });
    List<Solution> found = streams(trials, each, STREAMS, stop.within(1), phase);
    return found.get(first(found, stream -> true, 0));
  }

  private Trial settling(Start start, double dear) {
    YuanScale scale = YuanScale.of(instance, start.rounded());
    return new Trial(
        instance.atSizes(start.sizeOf()), start.rounded(), scale.withOverloadUpToPlaces(dear));
  }

  /** The starts that win a race, best first, each with what it came to. */
  private List<Start> raced(Function<Start, Trial> trialOf, Progress.Phase phase) {
    List<Trial> trials = starts.stream().map(trialOf).toList();
    Trial one = trials.get(0);
    YuanScale scale = YuanScale.of(one.where(), one.start());
    double dear = costs.isShort ? scale.placeYuan() : scale.overloadYuan(TIMES_COMPARED);
    return new Race(trials, WINNERS, found -> found.yuan() + dear * found.overload())
            .run(
                trial / TRIAL_OF_A_HEAT,
                seed * SEEDS + FIRST_OF_RACE,
                stop.within(SHARE_OF_RACE),
                phase)
            .stream()
            .map(winner -> starts.get(winner.number()).settled(winner.solution().in(instance)))
            .toList();
  }

  /**
   * Units alone move, between overfull sites at the sizes of their choice; then overload gets
   * dearer until it is gone.
   */
  private List<Solution> withOverload(Progress.Phase phase) {
    Instance any = instance.atSizes(starts.get(0).sizeOf());
    YuanScale scale = YuanScale.of(any, starts.get(0).rounded().in(any));
    List<Start> winners =
        raced(
            start ->
                new Trial(
                    instance.atSizes(start.sizeOf()),
                    start.rounded(),
                    scale.withOverload(TIMES[0], HOT[0])),
            phase);
    List<Trial> trials =
        IntStream.range(0, STREAMS)
            .mapToObj(
                stream -> {
                  Start start = winners.get(START[stream] % winners.size());
                  return isPriced(stream)
                      ? new Trial(
                          instance.atSizes(start.sizeOf()),
                          start.rounded(),
                          scale.withOverload(TIMES[stream], HOT[stream]))
                      : new Trial(instance, start.filled(), scale.nearStart());
                })
            .toList();
    List<Solution> tried = streams(trials, trial, 0, stop.within(SHARE_OF_TRIALS), phase);
    double price = scale.overloadYuan(TIMES_COMPARED);
    int best = first(tried, SearchPhase::isPriced, price);
    int other = first(tried, stream -> !isSameStart(stream, best, winners.size()), price);
    int served = first(tried, stream -> tried.get(stream).isFeasible(), price);
    int second = first(tried, stream -> stream != best && isPriced(stream), price);
    List<Trial> longer =
        List.of(
            trials.get(best).from(tried.get(best)),
            new Trial(trials.get(best).where(), tried.get(best), trials.get(second).annealing()),
            new Trial(trials.get(other).where(), tried.get(other), trials.get(best).annealing()),
            new Trial(instance, tried.get(served), scale.nearStart()));
    List<Solution> found =
        streams(longer, LONGER * each, STREAMS, stop.within(SHARE_OF_LONGER), phase);
    double[] times = {TIMES[best], TIMES[second], TIMES[best], NEVER_OVERFULL};
    List<Solution> squeezed =
        Race.sideBySide(
            longer.size(),
            stop.within(1),
            (stream, part) ->
                squeezed(
                    longer.get(stream).where(),
                    found.get(stream),
                    scale,
                    times[stream],
                    stream,
                    part,
                    phase));
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
      Instance where,
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
      Trial trial = new Trial(where, now, scale.squeezing(price));
      int number = (2 + k) * STREAMS + stream;
      StopSignal round = part.within(1.0 / (SQUEEZES - k));
      now = search(trial, first / SQUEEZES, number, round, phase);
    }
    return evicted(where, now);
  }

  private static boolean isSameStart(int stream, int other, int starts) {
    return START[stream] % starts == START[other] % starts;
  }

  /** Without overload at the sizes of an instance; then every site may have any size again. */
  private Solution evicted(Instance sized, Solution overloaded) {
    Solution evicted = overloaded.in(sized);
    Eviction.run(sized, evicted);
    return evicted.in(instance);
  }

  /**
   * Catchments are grown around the sites of every choice, whose sizes stay; choices and prices of
   * overload race.
   */
  private List<Solution> overBorders(Contiguity where, Progress.Phase phase) {
    Instance any = instance.atSizes(starts.get(0).sizeOf());
    YuanScale scale = YuanScale.acrossBorders(instance, where, grown(any, where, starts.get(0)));
    List<Trial> trials =
        IntStream.range(0, RUNNERS_AT_BORDER)
            .mapToObj(
                k -> {
                  Start start = starts.get(k % starts.size());
                  double times = AT_BORDER[k / starts.size() % AT_BORDER.length];
                  Instance sized = instance.atSizes(start.sizeOf());
                  return new Trial(sized, grown(sized, where, start), scale.acrossBorders(times));
                })
            .toList();
    double dear = scale.overloadYuan(TIMES_COMPARED_AT_BORDER);
    return new Race(trials, WINNERS_AT_BORDER, found -> found.yuan() + dear * found.overload())
        .run(heatAtBorder(), seed * SEEDS, stop.within(1), phase).stream()
            .map(winner -> evicted(trials.get(winner.number()).where(), winner.solution()))
            .sorted(
                Comparator.comparing((Solution solution) -> !solution.isFeasible())
                    .thenComparingLong(Solution::yuan))
            .toList();
  }

  private Solution grown(Instance sized, Contiguity where, Start start) {
    return RegionGrowing.grow(sized, where, site -> isOpen(start, site), costs.ofArc);
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
    return Race.sideBySide(
        trials.size(),
        part,
        (stream, own) -> search(trials.get(stream), calculations, firstSeed + stream, own, phase));
  }

  private Solution search(
      Trial trial, long calculations, int number, StopSignal part, Progress.Phase phase) {
    Solution found = trial.search(calculations, seed * SEEDS + number, part);
    phase.advance(calculations);
    return found;
  }
}
