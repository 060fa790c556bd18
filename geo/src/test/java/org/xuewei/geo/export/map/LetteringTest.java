package org.xuewei.geo.export.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.util.List;
import org.junit.jupiter.api.Test;

class LetteringTest {
  private static final Lettering REGULAR = Lettering.regular(10, Color.BLACK);
  private static final Lettering BOLD = Lettering.bold(10, Color.BLACK);
  private static final double BOX_WIDTH = 6;

  @Test
  void setsChineseInFullWidth() {
    assertThat(REGULAR.width("学位")).isEqualTo(20);
    assertThat(BOLD.width("学位")).isEqualTo(20);
  }

  @Test
  void hasTheRareCharactersOfTheGeneralTableInBoldToo() {
    assertThat(REGULAR.width("齉")).isEqualTo(10);
    assertThat(BOLD.width("齉")).isEqualTo(10);
  }

  @Test
  void hasEuropeanLetters() {
    String letters = "ĦħġżċŠčßéłőŞțΩЖ";

    letters
        .codePoints()
        .mapToObj(Character::toString)
        .forEach(letter -> assertThat(REGULAR.width(letter)).isPositive().isNotEqualTo(BOX_WIDTH));
  }

  @Test
  void drawsABoxForACharacterThatNoFontHas() {
    assertThat(REGULAR.width("\ue000")).isEqualTo(BOX_WIDTH);
    assertThat(Typeface.REGULAR.outline("\ue000", 10, 0, 0).getBounds2D().getHeight())
        .isCloseTo(7.2, within(1e-9));
  }

  @Test
  void boxIsHollow() {
    assertThat(Typeface.REGULAR.outline("\ue000", 100, 0, 0).contains(30, -36)).isFalse();
  }

  @Test
  void cleansToOnePrintableLine() {
    assertThat(Lettering.clean(" a\n\tb\u200b\u0000 e\u0301 \ud800")).isEqualTo("a b é");
    assertThat(Lettering.clean("x".repeat(1_000_000))).hasSize(200);
  }

  @Test
  void shortensWithAnEllipsis() {
    String shortened = REGULAR.shortened("Kullegg San Benedettu", 60);

    assertThat(shortened).startsWith("Kullegg").endsWith("…");
    assertThat(REGULAR.width(shortened)).isLessThanOrEqualTo(60);
    assertThat(REGULAR.shortened("学", 60)).isEqualTo("学");
  }

  @Test
  void wrapsAtBlanksAndBetweenChineseCharacters() {
    assertThat(REGULAR.wrapped("pupils beyond their limit", 75, 2))
        .containsExactly("pupils beyond", "their limit");
    assertThat(REGULAR.wrapped("超出出行限值的学生", 50, 2)).isEqualTo(List.of("超出出行限", "值的学生"));
    assertThat(REGULAR.wrapped("", 50, 2)).containsExactly("");
  }

  @Test
  void wrapsAWordWiderThanTheLine() {
    List<String> lines = REGULAR.wrapped("x".repeat(100), 50, 3);

    assertThat(lines).hasSize(3).allMatch(line -> REGULAR.width(line) <= 50);
  }

  @Test
  void becomesSmallerToFit() {
    Lettering fitting = BOLD.fitting("A long value", 40, 4);

    assertThat(fitting.width("A long value")).isLessThanOrEqualTo(40.001);
    assertThat(BOLD.fitting("A long value", 1, 4).size()).isEqualTo(4);
    assertThat(BOLD.fitting("A", 100, 4)).isEqualTo(BOLD);
  }
}
