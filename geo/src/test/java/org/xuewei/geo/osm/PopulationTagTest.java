package org.xuewei.geo.osm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PopulationTagTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "9513 | 9513 | true",
        "0 | 0 | true",
        "9 513 | 9513 | false",
        "9,513 | 9513 | false",
        "1.234.567 | 1234567 | false",
        "9'513 | 9513 | false",
        "approx 400 | 400 | false",
        "~400 | 400 | false",
        "ca. 400 | 400 | false",
        "约3200人 | 3200 | false",
        "412 (2011) | 412 | false"
      })
  void readsFiguresAsPeopleWriteThem(String text, int residents, boolean exact) {
    assertThat(PopulationTag.parse(text)).contains(new PopulationTag(residents, exact));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "many",
        "-5",
        "400;500",
        "400-500",
        "2.5",
        "1.2 million",
        "999999999",
        "12 34"
      })
  void refusesWhatIsNoSingleFigure(String text) {
    assertThat(PopulationTag.parse(text)).isEmpty();
  }
}
