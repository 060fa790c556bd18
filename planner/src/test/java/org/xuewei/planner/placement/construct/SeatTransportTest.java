package org.xuewei.planner.placement.construct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.xuewei.data.model.PlacementProblem.Size;
import org.xuewei.data.model.Stage;
import org.xuewei.planner.TestProblem;
import org.xuewei.planner.TestProblem.Arc;
import org.xuewei.planner.placement.RandomProblems;
import org.xuewei.planner.placement.state.Instance;

class SeatTransportTest {
  private static final double TOLERANCE = 1e-6;

  /** Both want site 0, which seats 30: ten of the second go on, who lose 3 yuan each, not 9. */
  @Test
  void unitThatLosesLessIsDivided() {
    Instance instance =
        new Instance(
            new TestProblem(Stage.JUNIOR)
                .pupilsPerClass(10)
                .existing(new Size(3, 0, 0))
                .existing(new Size(3, 0, 0))
                .unit(List.of(20), 9_000, new Arc(0, 100, 20), new Arc(1, 100, 200))
                .unit(List.of(20), 9_000, new Arc(0, 100, 40), new Arc(1, 100, 100))
                .build());
    SeatTransport transport = SeatTransport.of(instance, new int[] {0, 1});
    assertThat(transport.yuan()).isCloseTo(20 + 20 + 50, within(TOLERANCE));
    assertThat(transport.shares()).containsExactly(1, 0, 0.5, 0.5);
    assertThat(transport.seatYuan()).containsExactly(3, 0);
    assertThat(transport.leavesOut()).isFalse();
  }

  @Test
  void pupilsWithoutSeatPayTheirPrice() {
    Instance instance =
        new Instance(
            new TestProblem(Stage.JUNIOR)
                .pupilsPerClass(10)
                .existing(new Size(3, 0, 0))
                .unit(List.of(40), 4_000, new Arc(0, 100, 40))
                .build());
    SeatTransport transport = SeatTransport.of(instance, new int[] {0});
    assertThat(transport.yuan()).isCloseTo(30 + 1_000, within(TOLERANCE));
    assertThat(transport.leavesOut()).isTrue();
  }

  /** Complementary slackness proves the optimum of a linear program without solving another. */
  @Test
  void pricesProveThatNoTransportIsCheaper() {
    for (int seed = 0; seed < 300; seed++) {
      Instance instance = new Instance(RandomProblems.tiny(seed, 9, 5));
      int[] sizeOf = sizes(instance, new Random(seed));
      assertOptimal(instance, sizeOf, SeatTransport.of(instance, sizeOf));
    }
  }

  @Test
  void changedSitesLeaveAnOptimalTransport() {
    for (int seed = 0; seed < 300; seed++) {
      Instance instance = new Instance(RandomProblems.tiny(seed, 9, 5));
      Random random = new Random(seed);
      int[] sizeOf = sizes(instance, random);
      SeatTransport transport = SeatTransport.of(instance, sizeOf);
      for (int change = 0; change < 6; change++) {
        int site = random.nextInt(instance.sites);
        int sizes = instance.sizeStart[site + 1] - instance.sizeStart[site];
        int size = random.nextInt(sizes + 1) - 1;
        sizeOf[site] = size < 0 ? Instance.CLOSED : instance.sizeStart[site] + size;
        SeatTransport before = transport;
        double yuan = before.yuan();
        transport = transport.with(site, sizeOf[site]);
        assertOptimal(instance, sizeOf, transport);
        assertThat(transport.yuan())
            .isCloseTo(SeatTransport.of(instance, sizeOf).yuan(), within(TOLERANCE));
        assertThat(before.yuan()).isEqualTo(yuan);
      }
    }
  }

  /** A tenth of 20 seats stays empty: two of the pupils go on to the dearer site. */
  @Test
  void seatsThatAreLeftEmptyGoToNobody() {
    Instance instance =
        new Instance(
            new TestProblem(Stage.JUNIOR)
                .pupilsPerClass(10)
                .existing(new Size(2, 0, 0))
                .existing(new Size(2, 0, 0))
                .unit(List.of(20), 9_000, new Arc(0, 100, 20), new Arc(1, 100, 200))
                .build());
    int[] sizeOf = {0, 1};
    assertThat(SeatTransport.of(instance, sizeOf).yuan()).isCloseTo(20, within(TOLERANCE));
    assertThat(SeatTransport.of(instance, sizeOf, 0.1).yuan())
        .isCloseTo(18 + 20, within(TOLERANCE));
    assertThat(SeatTransport.of(instance, sizeOf, 0.1).with(0, Instance.CLOSED).yuan())
        .isCloseTo(18 * 10 + 2 * 450, within(TOLERANCE));
  }

  private static int[] sizes(Instance instance, Random random) {
    int[] sizeOf = new int[instance.sites];
    for (int site = 0; site < sizeOf.length; site++) {
      int sizes = instance.sizeStart[site + 1] - instance.sizeStart[site];
      sizeOf[site] =
          random.nextInt(3) > 0
              ? instance.sizeStart[site] + random.nextInt(sizes)
              : Instance.CLOSED;
    }
    return sizeOf;
  }

  private static void assertOptimal(Instance instance, int[] sizeOf, SeatTransport transport) {
    double[] shares = transport.shares();
    double[] seatYuan = transport.seatYuan();
    double[] load = new double[instance.sites];
    double dual = 0;
    for (int unit = 0; unit < instance.units; unit++) {
      int pupils = instance.pupils[unit];
      double served = 0;
      double least = instance.unservedYuan[unit];
      for (int arc = instance.rowStart[unit]; arc < instance.rowStart[unit + 1]; arc++) {
        int site = instance.arcSite[arc];
        served += shares[arc];
        load[site] += shares[arc] * pupils;
        if (sizeOf[site] >= 0) {
          least = Math.min(least, instance.arcYuan[arc] + seatYuan[site] * pupils);
        } else {
          assertThat(shares[arc]).isZero();
        }
      }
      assertThat(served).isBetween(0.0, 1 + TOLERANCE);
      dual += pupils == 0 ? 0 : least;
    }
    for (int site = 0; site < instance.sites; site++) {
      long seats = sizeOf[site] < 0 ? 0 : instance.seatsAtMost(sizeOf[site]);
      assertThat(load[site]).isLessThanOrEqualTo(seats + TOLERANCE);
      dual -= sizeOf[site] < 0 ? 0 : seatYuan[site] * seats;
    }
    assertThat(transport.yuan()).isCloseTo(dual, within(TOLERANCE * Math.max(1, Math.abs(dual))));
  }
}
