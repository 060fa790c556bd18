package org.xuewei.planner.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.xuewei.data.model.PlacementProblem.Size;
import org.xuewei.data.model.Progress;
import org.xuewei.data.model.Stage;
import org.xuewei.data.model.StopSignal;
import org.xuewei.planner.TestProblem;
import org.xuewei.planner.TestProblem.Arc;
import org.xuewei.planner.placement.local.Annealing;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.placement.state.Solution;

class RaceTest {
  private static final long DEAR = 1_000_000;

  /** Two schools side by side for 40 pupils; larger sizes cost more. */
  private static final Instance TWO_SCHOOLS =
      new Instance(
          new TestProblem(Stage.JUNIOR)
              .pupilsPerClass(10)
              .existing(sizes())
              .existing(sizes())
              .unit(List.of(10), 90_000, new Arc(0, 100, 10), new Arc(1, 100, 30))
              .unit(List.of(10), 90_000, new Arc(0, 100, 10), new Arc(1, 100, 30))
              .unit(List.of(10), 90_000, new Arc(1, 100, 10), new Arc(0, 100, 30))
              .unit(List.of(10), 90_000, new Arc(1, 100, 10), new Arc(0, 100, 30))
              .build());

  private static Size[] sizes() {
    return new Size[] {new Size(3, 0, 0), new Size(6, 1_000, 0), new Size(9, 2_000, 0)};
  }

  /** Everybody at the first school, at sizes of the two. */
  private static Trial trial(int first, int second) {
    Solution crowded = new Solution(TWO_SCHOOLS);
    for (int unit = 0; unit < TWO_SCHOOLS.units; unit++) {
      crowded.assign(unit, TWO_SCHOOLS.arcTo(unit, 0));
    }
    Instance sized = TWO_SCHOOLS.atSizes(new int[] {first, TWO_SCHOOLS.sizeStart[1] + second});
    return new Trial(sized, crowded, new Annealing(20, 1, 50, false));
  }

  private static List<Trial> allSizes() {
    return IntStream.range(0, 9).mapToObj(k -> trial(k / 3, k % 3)).toList();
  }

  private static List<Race.Runner> run(List<Trial> trials, int winners, Progress.Phase phase) {
    return new Race(trials, winners, found -> found.yuan() + DEAR * found.overload())
        .run(200, 7, StopSignal.NEVER, phase);
  }

  /** The least seats in all are enough once two units have gone to the other school. */
  @Test
  void choiceThatLooksOverfullWinsOnceItsUnitsHaveSettled() {
    List<Race.Runner> winners = run(allSizes(), 1, Progress.SILENT.start("", 0));
    assertThat(winners).hasSize(1);
    assertThat(winners.get(0).number()).isZero();
    assertThat(winners.get(0).solution().overload()).isZero();
    assertThat(winners.get(0).solution().yuan()).isEqualTo(4 * 10);
  }

  @Test
  void winnersComeCheapestFirstAndAgainInAnotherRun() {
    List<Race.Runner> winners = run(allSizes(), 3, Progress.SILENT.start("", 0));
    assertThat(winners)
        .extracting(winner -> winner.solution().yuan())
        .isSorted()
        .containsExactly(40L, 1_040L, 1_040L);
    assertThat(run(allSizes(), 3, Progress.SILENT.start("", 0)))
        .extracting(Race.Runner::number)
        .containsExactlyElementsOf(winners.stream().map(Race.Runner::number).toList());
  }

  @Test
  void everyHeatHasHalfAsManyWithTwiceTheWork() {
    AtomicLong done = new AtomicLong();
    Progress counting =
        (name, total) ->
            new Progress.Phase() {
              @Override
              public void advance(long count) {
                done.addAndGet(count);
              }

              @Override
              public void note(String text) {}

              @Override
              public void close() {}
            };
    assertThat(run(allSizes(), 2, counting.start("", 0))).hasSize(2);
    assertThat(done.get()).isEqualTo(9 * 200 + 4 * 400);
    assertThat(Race.calculations(9, 2, 200)).isEqualTo(done.get());
  }

  @Test
  void noMoreThanMayWinGoOnWithoutASearch() {
    List<Race.Runner> winners = run(allSizes().subList(0, 4), 4, Progress.SILENT.start("", 0));
    assertThat(winners).extracting(Race.Runner::number).containsExactly(0, 1, 2, 3);
    assertThat(winners.get(0).solution().overload()).isPositive();
  }
}
