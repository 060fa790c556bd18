package org.xuewei.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.xuewei.data.model.StopSignal;

class DeadlineTest {
  @Test
  void noSecondsLeaveTheRequestAlone() {
    assertThat(Deadline.of(Optional.empty(), () -> true).stopRequested()).isTrue();
    StopSignal never = Deadline.of(Optional.empty(), StopSignal.NEVER);
    assertThat(never.within(0).stopRequested()).isFalse();
    assertThat(never.spent()).isZero();
  }

  @Test
  void partIsOverBeforeTheWholeAndARequestEndsBoth() {
    boolean[] asked = {false};
    StopSignal whole = Deadline.of(Optional.of(1000), () -> asked[0]);
    assertThat(whole.within(0).stopRequested()).isTrue();
    assertThat(whole.within(0).spent()).isEqualTo(1);
    assertThat(whole.stopRequested()).isFalse();
    assertThat(whole.spent()).isLessThan(0.5);
    asked[0] = true;
    assertThat(whole.stopRequested()).isTrue();
    assertThat(whole.within(1).stopRequested()).isTrue();
  }

  @Test
  void noTimeAtAllIsOverAtOnce() {
    assertThat(Deadline.of(Optional.of(0), StopSignal.NEVER).stopRequested()).isTrue();
  }
}
