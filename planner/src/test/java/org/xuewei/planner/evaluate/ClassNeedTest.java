package org.xuewei.planner.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.xuewei.data.model.Stage;

class ClassNeedTest {
  private final ClassNeed primary = new ClassNeed(Stage.PRIMARY, 45);
  private final ClassNeed junior = new ClassNeed(Stage.JUNIOR, 50);

  @Test
  void fillsTwoClassesOfEveryGradeExactly() {
    assertThat(primary.needed(new int[] {270, 270}, 12)).isEqualTo(12);
    assertThat(primary.fits(new int[] {270, 270}, 12)).isTrue();
  }

  @Test
  void opensOneMoreClassForOnePupilMore() {
    assertThat(primary.needed(new int[] {271, 270}, 12)).isEqualTo(13);
    assertThat(primary.fits(new int[] {271, 270}, 12)).isFalse();
  }

  @Test
  void opensAClassInEveryGradeThatIsOneAbove() {
    // 273 = 91 + 91 + 91: three classes a grade; 136 = 46 + 45 + 45: 2 + 1 + 1
    assertThat(primary.needed(new int[] {273, 136}, 12)).isEqualTo(13);
  }

  @Test
  void doesNotLetOneBandUseTheSeatsOfTheOther() {
    assertThat(primary.fits(new int[] {300, 200}, 12)).isFalse();
  }

  @Test
  void mixesGradesInASchoolWithFewerClassesThanGrades() {
    assertThat(primary.needed(new int[] {200, 25}, 5)).isEqualTo(5);
    assertThat(primary.needed(new int[] {200, 26}, 5)).isEqualTo(6);
    assertThat(junior.needed(new int[] {101}, 2)).isEqualTo(3);
  }

  @Test
  void spreadsJuniorPupilsOverThreeGrades() {
    assertThat(junior.needed(new int[] {300}, 6)).isEqualTo(6);
    assertThat(junior.needed(new int[] {302}, 6)).isEqualTo(8);
  }

  @Test
  void needsNoClassForNobody() {
    assertThat(primary.fits(new int[] {0, 0}, 0)).isTrue();
    assertThat(primary.fits(new int[] {1, 0}, 0)).isFalse();
  }

  @Property
  void bandSeatsAreTheMostThatFit(
      @ForAll @IntRange(max = 40) int classes, @ForAll @IntRange(min = 1, max = 60) int perClass) {
    ClassNeed need = new ClassNeed(Stage.JUNIOR, perClass);
    int seats = need.bandSeats(0, classes);
    assertThat(need.ofBand(0, seats)).isLessThanOrEqualTo(classes);
    assertThat(need.ofBand(0, seats + 1)).isGreaterThan(classes);
  }

  @Property
  void needGrowsWithPupils(@ForAll @IntRange(max = 2000) int pupils) {
    assertThat(primary.ofBand(0, pupils + 1)).isGreaterThanOrEqualTo(primary.ofBand(0, pupils));
  }
}
