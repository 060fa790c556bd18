package org.xuewei.planner.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.xuewei.data.model.Progress;
import org.xuewei.data.model.StopSignal;
import org.xuewei.planner.placement.state.Solution;

/**
 * Short searches of many choices, of which those go on that end best: every heat has half as many,
 * each with twice the work (sequential halving, Karnin, Koren and Somekh 2013).
 */
final class Race {
  /** A trial by its number, and what its searches found so far. */
  record Runner(int number, Solution solution) {}

  private final List<Trial> trials;
  private final int winners;
  private final ToDoubleFunction<Solution> price;

  /**
   * @param winners how many are left at the end, at least 1
   * @param price of a solution: less is better
   */
  Race(List<Trial> trials, int winners, ToDoubleFunction<Solution> price) {
    this.trials = trials;
    this.winners = winners;
    this.price = price;
  }

  /** Score calculations of all heats. */
  static long calculations(int trials, int winners, long ofFirstHeat) {
    long sum = 0;
    long each = ofFirstHeat;
    for (int left = trials; left > winners; left = half(left, winners)) {
      sum += left * each;
      each *= 2;
    }
    return sum;
  }

  private static int half(int left, int winners) {
    return Math.max(winners, left / 2);
  }

  /**
   * @param calculations score calculations of a search in the first heat
   * @param seed of the first search; others have the next
   * @return the best first; without a search where there are no more than may win
   */
  List<Runner> run(long calculations, long seed, StopSignal stop, Progress.Phase phase) {
    List<Runner> runners =
        IntStream.range(0, trials.size())
            .mapToObj(number -> new Runner(number, trials.get(number).start()))
            .toList();
    long each = calculations;
    for (int heat = 0; runners.size() > winners; heat++) {
      List<Runner> now = runners;
      long work = each;
      long firstSeed = seed + (long) heat * trials.size();
      List<Runner> found =
          new ArrayList<>(
              sideBySide(
                  now.size(),
                  stop.within(0.5),
                  (k, part) -> {
                    Runner runner = now.get(k);
                    Trial trial = trials.get(runner.number()).from(runner.solution());
                    Solution better = trial.search(work, firstSeed + runner.number(), part);
                    phase.advance(work);
                    return new Runner(runner.number(), better);
                  }));
      found.sort(Comparator.comparingDouble(runner -> price.applyAsDouble(runner.solution())));
      runners = found.subList(0, half(found.size(), winners));
      each *= 2;
    }
    return runners;
  }

  /** Runs searches in parallel; those that wait share what is left of limited time. */
  static <T> List<T> sideBySide(
      int number, StopSignal part, BiFunction<Integer, StopSignal, T> search) {
    int atATime = 1 + ForkJoinPool.getCommonPoolParallelism();
    AtomicInteger waiting = new AtomicInteger(number);
    return IntStream.range(0, number)
        .parallel()
        .mapToObj(
            which -> {
              double share = (double) atATime / waiting.getAndDecrement();
              return search.apply(which, part.within(Math.min(1, share)));
            })
        .toList();
  }
}
