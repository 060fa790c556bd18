package org.xuewei.planner.placement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xuewei.data.model.Progress;
import org.xuewei.data.model.StopSignal;
import org.xuewei.planner.placement.construct.Interchange;
import org.xuewei.planner.placement.construct.Start;
import org.xuewei.planner.placement.polish.OpenSites;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.program.ProgramSolver;

/** Chooses the sites and sizes that searches start from, some for every round of them. */
final class StartPhase {
  /** Choices of sites that the searches of a round start from. */
  static final int MOST_STARTS = 4;

  /**
   * Shares of the seats that undivided units are expected to leave empty, where money or seats are
   * short; the choice of sites depends on it.
   */
  private static final double[] LEFT_EMPTY = {0.025, 0.015};

  /** The same where nothing is short: what contiguous catchments leave, and what others do. */
  private static final double[] LEFT_EMPTY_BY_CONTIGUOUS = {0, 0.01};

  private static final double[] LEFT_EMPTY_BY_FREE = {0};

  private final Instance instance;
  private final Work work;
  private final Progress progress;

  /** Made already; empty where choices of interchanges are to become starts. */
  private List<Start> opened = List.of();

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
   * @return whether any did
   */
  boolean open(OpenSites sites, ProgramSolver solver, StopSignal stop) {
    try (Progress.Phase phase = progress.start("open", LEFT_EMPTY.length)) {
      List<List<Start>> ofShares =
          Arrays.stream(LEFT_EMPTY)
              .parallel()
              .mapToObj(
                  share -> {
                    List<Start> chosen = sites.choose(share, work.nodes(), solver, stop);
                    phase.advance(1);
                    return chosen;
                  })
              .toList();
      opened = inTurn(ofShares).stream().limit(MOST_STARTS).toList();
      return !opened.isEmpty();
    }
  }

  /**
   * Looks for better choices near some.
   *
   * @param first by site: the size, or {@link Instance#CLOSED}
   * @param boundYuan no choice costs less, without units that have no arc
   */
  void interchange(List<int[]> first, long boundYuan, StopSignal stop) {
    double[] shares =
        instance.contiguity.isPresent() ? LEFT_EMPTY_BY_CONTIGUOUS : LEFT_EMPTY_BY_FREE;
    long most = (long) shares.length * work.choices();
    try (Progress.Phase phase = progress.start("interchange", most)) {
      List<List<Map.Entry<List<Integer>, Interchange>>> found = new ArrayList<>();
      for (int k = 0; k < shares.length; k++) {
        Interchange interchange =
            new Interchange(instance, shares[k], work.choices(), phase::advance);
        interchange.improve(first, boundYuan, stop.within(1.0 / (shares.length - k)));
        found.add(interchange.choices().stream().map(one -> Map.entry(one, interchange)).toList());
      }
      inTurn(found).forEach(one -> choices.putIfAbsent(one.getKey(), one.getValue()));
    }
  }

  /** The starts of a round: the next choices, over again where there are no more. */
  List<Start> ofRound(int round) {
    return opened.isEmpty()
        ? choices.entrySet().stream()
            .skip((long) round * MOST_STARTS % choices.size())
            .limit(MOST_STARTS)
            .map(choice -> choice.getValue().start(choice.getKey()))
            .toList()
        : opened;
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
