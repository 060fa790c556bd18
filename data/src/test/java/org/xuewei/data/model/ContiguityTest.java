package org.xuewei.data.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ContiguityTest {
  @Test
  void tellsWhichUnitsTouch() {
    Contiguity row = new Contiguity(new int[][] {{1}, {2, 0}, {1}}, new int[] {2});
    assertThat(row.touch(1, 0)).isTrue();
    assertThat(row.touch(0, 2)).isFalse();
    assertThat(row.neighbour(row.start(1))).isZero();
    assertThat(row.homeUnit(0)).isEqualTo(2);
  }

  @Test
  void refusesWhatIsNotSymmetricOrOutOfRange() {
    assertThatThrownBy(() -> new Contiguity(new int[][] {{1}, {}}, new int[0]))
        .hasMessageContaining("not the other way round");
    assertThatThrownBy(() -> new Contiguity(new int[][] {{0}}, new int[0]))
        .hasMessageContaining("cannot touch");
    assertThatThrownBy(() -> new Contiguity(new int[][] {{2}, {}}, new int[0]))
        .hasMessageContaining("cannot touch");
    assertThatThrownBy(() -> new Contiguity(new int[][] {{}}, new int[] {1}))
        .hasMessageContaining("no unit 1");
  }
}
