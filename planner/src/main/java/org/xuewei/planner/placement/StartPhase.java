package org.xuewei.planner.placement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.xuewei.data.model.Progress;
import org.xuewei.data.model.StopSignal;
import org.xuewei.planner.placement.construct.Interchange;
import org.xuewei.planner.placement.construct.Start;
import org.xuewei.planner.placement.polish.OpenSites;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.program.ProgramSolver;

/** Chooses the sites and sizes that searches start from, some for every round of them. */
final class StartPhase {
  /** Choices of sites that the searches of a round are to compare. */
  private static final int STARTS_OF_A_ROUND = 24;

  /** Making a start takes work for every way: so many ways in all the starts of a round. */
  private static final int WAYS_OF_A_ROUND = 2_000_000;

  private static final int STARTS_AT_LEAST = 4;

  /** Shares of the seats that programs expect undivided units to leave empty; 0 costs most time. */
  private static final double[] LEFT_EMPTY_IN_PROGRAMS = {0, 0.025, 0.015};

  private static final int MOST_BY_PROGRAMS = 9;

  /** The same by interchanges, where sites have several sizes: how much differs. */
  private static final double[] LEFT_EMPTY_BY_SIZES = {0, 0.005, 0.015, 0.025};

  /** Changes of a choice that an interchange tries before it takes the best. */
  private static final int CHANGES_OF_A_ROUND = 400;

  private static final double[] LEFT_EMPTY_BY_CONTIGUOUS = {0, 0.01};
  private static final double[] LEFT_EMPTY_BY_FREE = {0};

  private final Instance instance;
  private final Work work;
  private final Progress progress;

  /** Choices in the order in which searches start from them, each with what made it. */
  private final Map<List<Integer>, Interchange> choices = new LinkedHashMap<>();

  StartPhase(Instance instance, Work work, Progress progress) {
    this.instance = instance;
    this.work = work;
    this.progress = progress;
  }

  /**
   * Lets programs with whole sizes choose, each of which expects another share of the seats to stay
   * empty.
   *
   * @return by site: the size, or {@link Instance#CLOSED}; empty when no program found any
   */
  List<int[]> open(OpenSites sites, ProgramSolver solver, StopSignal stop) {
    try (Progress.Phase phase = progress.start("open", LEFT_EMPTY_IN_PROGRAMS.length)) {
      List<List<int[]>> ofShares =
          Arrays.stream(LEFT_EMPTY_IN_PROGRAMS)
              .parallel()
              .mapToObj(
                  share -> {
                    List<int[]> chosen = sites.choose(share, work.nodes(), solver, stop);
                    phase.advance(1);
                    return chosen;
                  })
              .toList();
      return inTurn(ofShares).stream().limit(MOST_BY_PROGRAMS).toList();
    }
  }

  /**
   * Looks for better choices near some.
   *
   * @param first by site: the size, or {@link Instance#CLOSED}
   * @param boundYuan no choice costs less, without units that have no arc
   */
  void interchange(List<int[]> first, long boundYuan, StopSignal stop) {
    double[] shares = leftEmpty();
    long most = (long) shares.length * work.choices();
    try (Progress.Phase phase = progress.start("interchange", most)) {
      List<Interchange> interchanges = new ArrayList<>();
      List<List<Map.Entry<List<Integer>, Interchange>>> found = new ArrayList<>();
      for (int k = 0; k < shares.length; k++) {
        Interchange interchange =
            new Interchange(
                instance, shares[k], CHANGES_OF_A_ROUND, work.choices(), phase::advance);
        interchanges.add(interchange);
        interchange.improve(first, boundYuan, stop.within(1.0 / (shares.length - k)));
        found.add(interchange.choices().stream().map(one -> Map.entry(one, interchange)).toList());
      }
      Interchange any = interchanges.get(0);
      found.add(
          first.stream()
              .map(sizes -> Map.entry(IntStream.of(sizes).boxed().toList(), any))
              .toList());
      inTurn(found).forEach(one -> choices.putIfAbsent(one.getKey(), one.getValue()));
    }
  }

  private double[] leftEmpty() {
    return instance.hasSizes()
        ? LEFT_EMPTY_BY_SIZES
        : instance.contiguity.isPresent() ? LEFT_EMPTY_BY_CONTIGUOUS : LEFT_EMPTY_BY_FREE;
  }

  /** The starts of a round: the next choices, over again where there are no more. */
  List<Start> ofRound(int round) {
    int ways = WAYS_OF_A_ROUND / Math.max(1, instance.arcSite.length);
    int most = Math.max(STARTS_AT_LEAST, Math.min(STARTS_OF_A_ROUND, ways));
    return choices.entrySet().stream()
        .skip((long) round * most % choices.size())
        .limit(most)
        .toList()
        .parallelStream()
        .map(choice -> choice.getValue().start(choice.getKey()))
        .toList();
  }

  /** The first of every list, then the second. */
  private static <T> List<T> inTurn(List<List<T>> lists) {
    List<T> inTurn = new ArrayList<>();
    int longest = lists.stream().mapToInt(List::size).max().orElse(0);
    for (int k = 0; k < longest; k++) {
      for (List<T> list : lists) {
        if (k < list.size()) {
          inTurn.add(list.get(k));
        }
      }
    }
    return inTurn;
  }
}
