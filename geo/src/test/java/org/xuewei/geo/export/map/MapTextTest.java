package org.xuewei.geo.export.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class MapTextTest {
  @Test
  void followsTheLanguageOfTheLocale() {
    assertThat(MapText.of(Locale.SIMPLIFIED_CHINESE)).isSameAs(MapText.CHINESE);
    assertThat(MapText.of(Locale.forLanguageTag("mt"))).isSameAs(MapText.ENGLISH);
  }

  @Test
  void bothLanguagesHaveTheSameWords() {
    assertThat(MapText.CHINESE.keys()).isEqualTo(MapText.ENGLISH.keys());
  }

  @Test
  void countsWithThousandsAndSingular() {
    assertThat(MapText.ENGLISH.count("classes", 1)).isEqualTo("1 class");
    assertThat(MapText.ENGLISH.count("classes", 1240)).isEqualTo("1,240 classes");
    assertThat(MapText.CHINESE.count("classes", 24)).isEqualTo("24 班");
  }

  @Test
  void ranksRoadsByTheirClass() {
    assertThat(RoadRank.ofHighway("trunk")).isEqualTo(RoadRank.MAJOR);
    assertThat(RoadRank.ofHighway("tertiary_link")).isEqualTo(RoadRank.LOCAL);
    assertThat(RoadRank.ofHighway("something else")).isEqualTo(RoadRank.PATH);
  }
}
