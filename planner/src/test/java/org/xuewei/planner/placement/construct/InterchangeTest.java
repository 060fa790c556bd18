package org.xuewei.planner.placement.construct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.xuewei.data.model.PlacementProblem.Size;
import org.xuewei.data.model.Stage;
import org.xuewei.data.model.StopSignal;
import org.xuewei.planner.TestProblem;
import org.xuewei.planner.TestProblem.Arc;
import org.xuewei.planner.placement.RandomProblems;
import org.xuewei.planner.placement.state.Instance;

class InterchangeTest {
  private static final StopSignal NEVER = () -> false;

  private static List<Start> improved(Instance instance, int most, int[] first) {
    Interchange interchange = new Interchange(instance, 0, 400, most, tried -> {});
    interchange.improve(List.of(first), 0, NEVER);
    return interchange.choices().stream().limit(4).map(interchange::start).toList();
  }

  private static int[] ofToday(Instance instance) {
    int[] sizeOf = new int[instance.sites];
    Arrays.setAll(
        sizeOf, site -> instance.existing[site] ? instance.sizeStart[site] : Instance.CLOSED);
    return sizeOf;
  }

  private static int[] array(List<Integer> sizeOf) {
    return sizeOf.stream().mapToInt(Integer::intValue).toArray();
  }

  private static double yuan(Instance instance, int[] sizeOf) {
    double sizes =
        IntStream.of(sizeOf).filter(size -> size >= 0).mapToLong(z -> instance.sizeYuan[z]).sum();
    SeatTransport transport = SeatTransport.of(instance, sizeOf);
    double dearest = DoubleStream.of(transport.seatYuan()).max().orElse(0);
    return sizes + transport.yuan() + dearest * transport.overloadOfWholeUnits();
  }

  /** Candidate 1 is nearer to both and no dearer: it takes the place of candidate 0. */
  @Test
  void betterSiteTakesThePlaceOfAnother() {
    Instance instance =
        new Instance(
            new TestProblem(Stage.JUNIOR)
                .pupilsPerClass(10)
                .candidate(new Size(3, 500, 0))
                .candidate(new Size(3, 500, 0))
                .unit(List.of(10), 9_000, new Arc(1, 100, 10), new Arc(0, 100, 90))
                .unit(List.of(20), 9_000, new Arc(1, 100, 30), new Arc(0, 100, 80))
                .build());
    Start best = improved(instance, 100, new int[] {0, Instance.CLOSED}).get(0);
    assertThat(best.sizeOf()).containsExactly(Instance.CLOSED, 1);
    assertThat(best.filled().yuan()).isEqualTo(500 + 10 + 30);
  }

  /** Two towns with a nearer candidate each: both take their places in one round. */
  @Test
  void changesThatDoNotTouchAreTakenTogether() {
    Instance instance =
        new Instance(
            new TestProblem(Stage.JUNIOR)
                .pupilsPerClass(10)
                .candidate(new Size(1, 500, 0))
                .candidate(new Size(1, 500, 0))
                .candidate(new Size(1, 500, 0))
                .candidate(new Size(1, 500, 0))
                .unit(List.of(10), 9_000, new Arc(1, 100, 10), new Arc(0, 100, 90))
                .unit(List.of(10), 9_000, new Arc(3, 100, 10), new Arc(2, 100, 80))
                .build());
    long[] rounds = {0};
    int[] first = {0, Instance.CLOSED, 2, Instance.CLOSED};
    Interchange interchange = new Interchange(instance, 0, 400, 100, tried -> rounds[0]++);
    interchange.improve(List.of(first), 1_020, NEVER);
    assertThat(interchange.choices().get(0))
        .containsExactly(Instance.CLOSED, 1, Instance.CLOSED, 3);
    assertThat(rounds[0]).isEqualTo(1);
  }

  @Test
  void choicesKeepLimitsAndNoneIsDearerThanTheFirst() {
    int changed = 0;
    for (int seed = 0; seed < 200; seed++) {
      Instance instance = new Instance(RandomProblems.tiny(seed, 8, 5));
      int[] first = ofToday(instance);
      List<Start> starts = improved(instance, 200, first);
      double before = yuan(instance, first);
      assertThat(yuan(instance, starts.get(0).sizeOf())).isLessThanOrEqualTo(before + 1e-6);
      changed += Arrays.equals(first, starts.get(0).sizeOf()) ? 0 : 1;
      for (Start start : starts) {
        assertThat(instance.capitalOf(start.sizeOf())).isLessThanOrEqualTo(instance.budget);
        assertThat(instance.newSchoolsOf(start.sizeOf()))
            .isLessThanOrEqualTo(instance.newSchoolsAtMost);
        assertThat(start.filled().isFeasible()).isTrue();
      }
    }
    assertThat(changed).isGreaterThan(20);
  }

  @Test
  void cheapestChoiceComesFirstAndThenTheOneItBeganWith() {
    int others = 0;
    for (int seed = 0; seed < 50; seed++) {
      Instance instance = new Instance(RandomProblems.tiny(seed, 8, 5));
      int[] first = ofToday(instance);
      Interchange interchange = new Interchange(instance, 0, 400, 20, tried -> {});
      interchange.improve(List.of(first), 0, NEVER);
      List<int[]> choices = interchange.choices().stream().map(InterchangeTest::array).toList();
      double least = yuan(instance, choices.get(0));
      assertThat(choices)
          .allSatisfy(one -> assertThat(yuan(instance, one)).isGreaterThan(least - 1));
      if (!Arrays.equals(choices.get(0), first)) {
        assertThat(choices.get(1)).isEqualTo(first);
        others++;
      }
    }
    assertThat(others).isGreaterThan(5);
  }

  @Test
  void noMoreChoicesAreTriedThanAsked() {
    Instance instance = new Instance(RandomProblems.tiny(3, 8, 5));
    int[] first = ofToday(instance);
    long[] tried = {0};
    new Interchange(instance, 0, 400, 5, more -> tried[0] += more)
        .improve(List.of(first), 0, NEVER);
    assertThat(tried[0]).isBetween(1L, 5L);
  }
}
