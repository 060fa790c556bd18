package org.xuewei.data.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xuewei.data.model.InputException;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.data.model.WayStatistics;

class InstanceReaderTest {
  /** Three units in a row, 3,000 m apart; sites in the first and the last. */
  private static final String UNITS =
      """
      id demand x y candidate cost capacity
      7 4 0 0 1 11.5 10
      8 2 3000 0 0 0 0
      9 5 6000 0 1 20 6
      """;

  @TempDir private Path folder = Path.of("");

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static InstanceReader reader(Family family) {
    return new InstanceReader(family, OptionalInt.empty(), false, Optional.empty());
  }

  @Test
  void sitingCountsFixedCostAndDemandTimesKilometres() throws IOException {
    BenchmarkInstance instance = reader(Family.SITING).read(file("town.txt", UNITS)).get(0);
    assertThat(instance.name()).isEqualTo("town");
    assertThat(instance.problem().sites())
        .extracting(PlacementProblem.Site::id)
        .containsExactly("7", "9");
    assertThat(instance.problem().sites()).noneMatch(PlacementProblem.Site::existing);
    assertThat(instance.objective(new int[] {0, 0, 1})).isCloseTo(31.5 + 2 * 3, within(1e-9));
    assertThat(instance.overload(new int[] {0, 1, 1})).isEqualTo(1);
    assertThat(instance.problem().arcYuan(1) / instance.yuanOfOne()).isCloseTo(24, within(1e-6));
  }

  @Test
  void districtingHasTodaysSchoolsAndNoFixedCost() throws IOException {
    BenchmarkInstance instance = reader(Family.DISTRICTING).read(file("town.txt", UNITS)).get(0);
    assertThat(instance.problem().sites()).allMatch(PlacementProblem.Site::existing);
    assertThat(instance.objective(new int[] {0, 0, 1})).isCloseTo(6, within(1e-9));
  }

  /** The middle unit of 2 pupils is 3 km away, 2 km beyond: 2 x 0.5 x 4 beside its way of 6. */
  @Test
  void envyPricesTheSquareOfKilometresBeyond() throws IOException {
    BenchmarkInstance instance =
        reader(Family.DISTRICTING)
            .withEnvy(new Envy(1_000, 0.5))
            .read(file("town.txt", UNITS))
            .get(0);
    int[] near = {0, 0, 1};
    assertThat(instance.envy(near)).isCloseTo(4, within(1e-9));
    assertThat(instance.objective(near)).isCloseTo(6 + 4, within(1e-9));
    assertThat(instance.problem().arcYuan(2) / instance.yuanOfOne()).isCloseTo(10, within(1e-6));
    assertThat(instance.problem().arcMetres(2)).isEqualTo(3_000);
    WayStatistics ways = instance.ways(near).orElseThrow();
    assertThat(ways.meanMetres()).isCloseTo(6_000 / 11.0, within(1e-9));
    assertThat(ways.greatestMetres()).isEqualTo(3_000);
  }

  @Test
  void envyIsRefusedWhereWaysAreNotWeightedByDemand() throws IOException {
    Path file = file("c.dat", "1 1\n0 0 10 4\n");
    InstanceReader reader = reader(Family.CPMP).withEnvy(new Envy(0, 1));
    assertThatThrownBy(() -> reader.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("c.dat")
        .hasMessageContaining("--envy-weight");
  }

  @Test
  void pMedianWithoutCapacityHoldsEverybodyAnywhere() throws IOException {
    InstanceReader reader =
        new InstanceReader(Family.PMEDIAN, OptionalInt.of(1), false, Optional.empty());
    BenchmarkInstance instance = reader.read(file("town.txt", UNITS)).get(0);
    assertThat(instance.overload(new int[] {1, 1, 1})).isZero();
    assertThat(instance.problem().limits().newSchoolsAtMost()).hasValue(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "oid,a,b,d;,7,8,0.5;,8,7,0.5;,8,9,0.5;,9,8,0.5",
        "oid a b;1 7 8;2 8 7;3 8 9;4 9 8",
        "oid,a,b,d;1,7,8,0.5;2,8,7,0.5;3,8,9,0.5;4,9,8,0.5"
      })
  void readsWhichUnitsTouchWithRowNumbersAndWithout(String rows) throws IOException {
    Path connectivity = file("touch.txt", rows.replace(';', '\n'));
    PlacementProblem problem =
        new InstanceReader(Family.DISTRICTING, OptionalInt.empty(), true, Optional.of(connectivity))
            .read(file("town.txt", UNITS))
            .get(0)
            .problem();
    assertThat(problem.contiguity().orElseThrow().touch(0, 1)).isTrue();
    assertThat(problem.contiguity().orElseThrow().touch(0, 2)).isFalse();
    assertThat(problem.contiguity().orElseThrow().homeUnit(1)).isEqualTo(2);
  }

  @Test
  void capacitatedMedianFileWeighsNoWay() throws IOException {
    BenchmarkInstance instance =
        reader(Family.CPMP).read(file("c.dat", "3 2\n0 0 10 4\n3 4 10 2\n6 8 10 5\n")).get(0);
    assertThat(instance.objective(new int[] {0, 0, 2})).isCloseTo(5, within(1e-9));
    assertThat(instance.problem().limits().newSchoolsAtMost()).hasValue(2);
  }

  @Test
  void orLibraryFileGivesCostsOfWholeDemands() throws IOException {
    BenchmarkInstance instance =
        reader(Family.SITING).read(file("cap", "2 2\n10 7.5\n20 8.5\n3\n 1.5 2\n4\n 3 1\n")).get(0);
    assertThat(instance.objective(new int[] {0, 1})).isCloseTo(7.5 + 8.5 + 1.5 + 1, within(1e-9));
    assertThat(instance.problem().units().get(1).pupils()).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "h;7 4 0 0 1 2|line 2: 6 values, expected 7",
        "h;7 4 x 0 1 2 3|x is x, expected a finite number",
        "h;7 4 NaN 0 1 2 3|x is NaN, expected a finite number",
        "h;7 -4 0 0 1 2 3|demand is -4, expected a number of at least 0",
        "h;7 4 0 0 1 2 3;7 4 0 0 1 2 3|line 3: id is 7, expected an id that no other unit has",
        "h;7 4 0 0 1 2 0|no demand or no site with seats",
        "h;7 4 Infinity 0 1 2 3|line 2: x is Infinity, expected a finite number",
        "h;7 4 1e999 0 1 2 3|line 2: x is 1e999, expected a finite number",
        "h;7 4 0 0 1 NaN 3|line 2: fixed cost is NaN, expected a finite number",
        "h;7 4 0 0 1 -2 3|line 2: fixed cost is -2, expected a number of at least 0",
        "h;7 4 0 0 1 2 -3|line 2: capacity is -3, expected a number of at least 0",
        "h;7 4 0 0 1 2 3;8 4 1e300 0 0 0 0|unit 8: its dearest way costs 4.0E297",
        "h;7 4 0 0 1 1e16 3|unit 7: its dearest way costs 0.0 and the dearest site 1.0E16",
        "h;7 999999999 0 0 1 2 3;8 99999999 0 0 0 0 0|line 3: demand of unit 8 is 99999999",
        "h;7 2000000000 0 0 1 2 9|demand is 2000000000, expected a whole number"
      })
  void refusesByFileLineAndValue(String rows, String message) throws IOException {
    Path file = file("bad.txt", rows.replace(';', '\n'));
    assertThatThrownBy(() -> reader(Family.SITING).read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("bad")
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "h;1 7 8;2 8 9;3 9 8|line 2: 7 touches 8, but not the other way round",
        "h;1 7 6|id is 6, expected the id of a unit",
        "h;7|1 values, expected 2 with two ids"
      })
  void refusesConnectivityThatNamesNoUnitOrOneDirection(String rows, String message)
      throws IOException {
    Path town = file("town.txt", UNITS);
    Path connectivity = file("touch.txt", rows.replace(';', '\n'));
    InstanceReader reader =
        new InstanceReader(Family.SITING, OptionalInt.empty(), true, Optional.of(connectivity));
    assertThatThrownBy(() -> reader.read(town))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("touch.txt")
        .hasMessageContaining(message);
  }

  /** Two problems; 0-0 to 2-2 is 2.83, which counts as 2. */
  private static final String MEDIANS =
      """
      2
      1 7
      3 2 9
      1 0 0 4
      2 2 2 3
      3 6 8 5
      2 0
      1 1 9
      1 5 5 9
      """;

  @Test
  void orLibraryMedianFileHoldsSeveralProblemsWithWholeDistances() throws IOException {
    List<BenchmarkInstance> instances = reader(Family.CPMP).read(file("cap.txt", MEDIANS));
    assertThat(instances).extracting(BenchmarkInstance::name).containsExactly("cap-1", "cap-2");
    BenchmarkInstance first = instances.get(0);
    assertThat(first.objective(new int[] {0, 0, 2})).isEqualTo(2);
    assertThat(first.objective(new int[] {2, 2, 2})).isEqualTo(10 + 7);
    assertThat(first.overload(new int[] {0, 0, 0})).isEqualTo(3);
    assertThat(first.problem().limits().newSchoolsAtMost()).hasValue(2);
    assertThat(instances.get(1).problem().units()).hasSize(1);
  }

  @Test
  void orLibraryMedianFileOfOneProblemIsNamedAsTheFile() throws IOException {
    List<BenchmarkInstance> instances =
        reader(Family.CPMP).read(file("one.txt", "1\n4 0\n1 1 9\n1 5 5 9\n"));
    assertThat(instances).extracting(BenchmarkInstance::name).containsExactly("one");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1;1 7;2 1 9;1 0 0 4|ends after line 4, expected a row with point",
        "1;1 7;2 1 9;1 0 0 4;2 2 2|line 5: 3 values, expected 4 with demand",
        "1;1 7;2 1|line 3: 2 values, expected 3 with capacity",
        "1;1 7;2 1 0;1 0 0 4;2 2 2 3|line 3: capacity is 0, expected a whole number above 0",
        "1;1 7;1 1 9;1 0 y 4|line 4: y is y, expected a finite number",
        "0|line 1: number of problems is 0, expected a whole number above 0",
        "2;1 7;1 1 9;1 0 0 4|ends after line 4, expected a row with number of a problem",
        "1;1 7;1 1 9;1 0 0 4;2 7|line 5: row is 2, expected no more than 1 problems"
      })
  void refusesOrLibraryMedianFilesByLineAndField(String rows, String message) throws IOException {
    Path file = file("bad.txt", rows.replace(';', '\n'));
    assertThatThrownBy(() -> reader(Family.CPMP).read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("bad.txt")
        .hasMessageContaining(message);
  }

  @Test
  void shortMedianFileIsRefused() throws IOException {
    Path file = file("c.dat", "3 2\n0 0 10 4\n");
    assertThatThrownBy(() -> reader(Family.CPMP).read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("has 1 points, expected 3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3 2;0 0 10 4;3 4 10;6 8 10 5|line 3: 3 values, expected 4 with demand",
        "2 1;0 0 0 4;3 4 10 2|line 2: capacity of site 1 is 0, expected a whole number above 0",
        "2 1;0 0 9 4;3 4 10 -2|line 3: demand is -2",
        "2 1;0 0 9 999999999;3 4 10 99999999|line 3: demand of unit 2 is 99999999",
        "2 1;NaN 0 9 4;3 4 10 2|line 2: x is NaN",
        "9 one;0 0 9 4|line 1: number of medians is one"
      })
  void refusesMedianFileByLineAndValue(String rows, String message) throws IOException {
    Path file = file("c.dat", rows.replace(';', '\n'));
    assertThatThrownBy(() -> reader(Family.CPMP).read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("c.dat")
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2 2;10 7.5;0 8.5;3;1.5 2;4;3 1|line 3: capacity of site 2 is 0, expected a whole number",
        "2 2;10 7.5;20 8.5;3;1.5 2;4;3|ends after line 7, expected more numbers",
        "2 2;10 7.5;20 8.5;3;1.5 -2;4;3 1|line 5: cost is -2",
        "2 2;10 7.5;20 8.5;3;1.5 NaN;4;3 1|line 5: cost is NaN",
        "999999999 2;10 7.5;20 8.5|ends after line 3, expected more numbers"
      })
  void refusesOrLibraryFileByLineAndValue(String rows, String message) throws IOException {
    Path file = file("cap", rows.replace(';', '\n'));
    assertThatThrownBy(() -> reader(Family.SITING).read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("cap")
        .hasMessageContaining(message);
  }

  /** All money fits into the problem's sums, whatever the file's unit of money. */
  @ParameterizedTest
  @CsvSource({"1e-6, 1e-6", "1, 1e12", "1e12, 1", "1e14, 1e14"})
  void readsSmallAndGreatCosts(String kilometres, String fixed) throws IOException {
    String metres = String.valueOf(1_000 * Double.parseDouble(kilometres));
    Path file =
        file("town.txt", "h\n7 1 0 0 1 %s 10\n8 2 %s 0 1 %s 10\n".formatted(fixed, metres, fixed));
    BenchmarkInstance instance = reader(Family.SITING).read(file).get(0);
    double way = instance.problem().arcYuan(3) / instance.yuanOfOne();
    assertThat(way).isCloseTo(2 * Double.parseDouble(kilometres), withinPercentage(0.01));
  }

  @Test
  void pMedianWithoutANumberIsRefused() throws IOException {
    Path file = file("town.txt", UNITS);
    assertThatThrownBy(() -> reader(Family.PMEDIAN).read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("--p");
  }
}
