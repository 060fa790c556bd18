package org.xuewei.geo.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xuewei.data.model.InputException;
import org.xuewei.geo.generate.CountyOptions.Pairing;

final class CountyOptionsTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void refusesNumbersOutsideTheirRange() {
    CountyOptions usual = CountyOptions.of(1);
    assertThatThrownBy(() -> usual.withNumbers(99, 16, 16))
        .isInstanceOf(InputException.class)
        .hasMessage("--points is 99, expected a whole number from 100 to 200000");
    assertThatThrownBy(() -> usual.withNumbers(1200, 15, 16))
        .hasMessage("--sites is 15, expected a whole number from 16 to 10000");
    assertThatThrownBy(() -> usual.withNumbers(1200, 150, 31))
        .hasMessage("--years is 31, expected a whole number from 1 to 30");
  }

  @Test
  void wantsThreePointsForEachSite() {
    assertThatThrownBy(() -> CountyOptions.of(1).withNumbers(440, 150, 16))
        .hasMessage("--points is 440, expected at least 3 for each of the 150 sites: 450");
  }

  @Test
  void pairingNeedsARuralSchoolInEveryTownship() {
    assertThatThrownBy(() -> new Pairing(5, 20, 19))
        .hasMessage("--pairing, rural schools is 19, expected a whole number from 20 to 5000");
  }

  @Test
  void countiesOfAProvinceDifferInSeedSizeAndPlace() {
    List<CountyOptions> counties = SyntheticProvince.counties(CountyOptions.of(4), 20);
    assertThat(counties).hasSize(20);
    assertThat(counties.stream().map(CountyOptions::seed)).doesNotHaveDuplicates();
    assertThat(counties.stream().map(c -> c.place().id())).doesNotHaveDuplicates();
    assertThat(counties.stream().map(CountyOptions::points).collect(Collectors.toSet()))
        .hasSizeGreaterThan(10)
        .allMatch(points -> points >= 720 && points <= 1680);
    assertThat(SyntheticProvince.counties(CountyOptions.of(4), 20)).isEqualTo(counties);
  }

  @Test
  void provinceIsNotWrittenOverOtherFiles() throws Exception {
    Files.writeString(folder.resolve("letter.txt"), "Dear planner");
    assertThatThrownBy(() -> SyntheticProvince.checkReplaceable(folder, 2))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("letter.txt");
  }

  @Test
  void ordinalsAreChinese() {
    assertThat(IntStream.of(1, 10, 12, 20, 35, 100).mapToObj(PlaceNames::ordinal))
        .containsExactly("第一", "第十", "第十二", "第二十", "第三十五", "第100");
  }

  @Test
  void villagesOfATownshipHaveDifferentNames() {
    assertThat(new PlaceNames(3, 0).villages(2500)).hasSize(2500).doesNotHaveDuplicates();
  }
}
