package org.xuewei.geo.osm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xuewei.data.model.Stage;

class SchoolStagesTest {
  @ParameterizedTest
  @CsvSource({
    "isced:level, 1, PRIMARY",
    "isced:level, 2, JUNIOR",
    "isced:level, 1;2, PRIMARY JUNIOR",
    "isced:level, 0-2, PRIMARY JUNIOR",
    "isced:level, '2,3', JUNIOR",
    "school, primary, PRIMARY",
    "school, primary;secondary, PRIMARY JUNIOR",
    "school:type, lower_secondary, JUNIOR",
    "school:type, junior_high, JUNIOR",
    "school:type, 小学, PRIMARY"
  })
  void readsStagesOfTags(String key, String value, String stages) {
    assertThat(SchoolStages.of(Map.of(key, value)).orElseThrow())
        .extracting(Stage::name)
        .containsExactlyInAnyOrder(stages.split(" ", -1));
  }

  @ParameterizedTest
  @CsvSource({
    "isced:level, 0",
    "isced:level, 3",
    "school, kindergarten",
    "school, upper_secondary",
    "school:type, senior_secondary",
    "school:type, high_school"
  })
  void leavesOutSchoolsOfOtherStages(String key, String value) {
    assertThat(SchoolStages.of(Map.of(key, value))).isEmpty();
  }

  @Test
  void saysNothingWithoutTags() {
    assertThat(SchoolStages.of(Map.of("name", "Primary School"))).contains(Set.of());
    assertThat(SchoolStages.of(Map.of("school:type", "public"))).contains(Set.of());
  }
}
