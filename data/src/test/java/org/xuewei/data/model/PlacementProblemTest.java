package org.xuewei.data.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.xuewei.data.model.PlacementProblem.DemandUnit;
import org.xuewei.data.model.PlacementProblem.Limits;
import org.xuewei.data.model.PlacementProblem.Site;
import org.xuewei.data.model.PlacementProblem.Size;

class PlacementProblemTest {
  private static final long MOST = ProblemSums.MOST_YUAN;

  @Test
  void countsMoneyUpToTheGreatestSumThatIsExact() {
    PlacementProblem problem = oneSchool(1, MOST - 7, new Size(3, 7, MOST));
    assertThat(problem.units().get(0).unservedYuan()).isEqualTo(MOST - 7);
  }

  @Test
  void refusesSumsBeyondWhatIsExactByUnitOrSite() {
    refuses(() -> oneSchool(1, MOST + 1, new Size(3, 0, 0)), "unit home: 9007199254740993 more");
    refuses(() -> oneSchool(1, Long.MAX_VALUE, new Size(3, 0, 0)), "unit home");
    refuses(() -> oneSchool(1, MOST - 7, new Size(3, 8, 0)), "site school: 8 more");
    refuses(() -> oneSchool(1, 9, new Size(3, Long.MAX_VALUE, 0)), "site school");
    refuses(() -> oneSchool(1, 9, new Size(3, 0, MOST + 1)), "yuan of capital");
    refuses(() -> oneSchool(1, 9, new Size(Integer.MAX_VALUE, 0, 0)), "seats");
    refuses(() -> twoUnits(Integer.MAX_VALUE, 1), "unit b: 1 more");
  }

  private static void refuses(Runnable problem, String message) {
    assertThatThrownBy(problem::run)
        .isInstanceOf(InputException.class)
        .hasMessageContaining(message)
        .hasMessageContaining("expected");
  }

  /**
   * Units 0 to 4 in a row, but 2 and 3 do not touch; the school lies in unit 1 and has a way from
   * all but unit 0. So unit 2 may go there, and 3 and 4 may not.
   */
  @Test
  void waysThatNoContiguousCatchmentCanUseAreGone() {
    PlacementProblem row = row(new int[] {1, 2, 3, 4});
    PlacementProblem contiguous =
        row.contiguous(new Contiguity(new int[][] {{1}, {0, 2}, {1}, {4}, {3}}, new int[] {1}));
    assertThat(IntStream.range(0, 5).mapToObj(unit -> contiguous.findArc(unit, 0) >= 0))
        .containsExactly(false, true, true, false, false);
    assertThat(contiguous.units())
        .extracting(DemandUnit::whyNoArc)
        .containsExactly(
            Optional.of(Plan.UnservedReason.BEYOND_LIMIT),
            Optional.empty(),
            Optional.empty(),
            Optional.of(Plan.UnservedReason.NO_CONTIGUOUS_CATCHMENT),
            Optional.of(Plan.UnservedReason.NO_CONTIGUOUS_CATCHMENT));
    assertThat(contiguous.arcYuan(contiguous.findArc(2, 0))).isEqualTo(12);
    assertThat(contiguous.arcMetres(contiguous.findArc(2, 0))).isEqualTo(102);
  }

  /** Unit 1 has no way and cuts unit 0 from the school in unit 2. */
  @Test
  void unitWithoutAWayCutsOffThoseBehindIt() {
    PlacementProblem contiguous =
        row(new int[] {0, 2, 3, 4})
            .contiguous(
                new Contiguity(new int[][] {{1}, {0, 2}, {1, 3}, {2, 4}, {3}}, new int[] {2}));
    assertThat(IntStream.range(0, 5).mapToObj(unit -> contiguous.findArc(unit, 0) >= 0))
        .containsExactly(false, false, true, true, true);
  }

  /** Five units of one pupil; the k-th pays 10 + k yuan for 100 + k metres where it has a way. */
  private static PlacementProblem row(int[] withWay) {
    boolean[] has = new boolean[5];
    IntStream.of(withWay).forEach(unit -> has[unit] = true);
    int[] rowStart = new int[6];
    for (int unit = 0; unit < 5; unit++) {
      rowStart[unit + 1] = rowStart[unit] + (has[unit] ? 1 : 0);
    }
    List<DemandUnit> units =
        IntStream.range(0, 5).mapToObj(k -> unit("unit-" + k, 1, 900, has[k])).toList();
    return new PlacementProblem(
        Stage.JUNIOR,
        2030,
        new Limits(10, OptionalLong.empty(), OptionalInt.empty()),
        units,
        List.of(new Site("school", true, List.of(new Size(3, 0, 0)))),
        rowStart,
        new int[withWay.length],
        IntStream.of(withWay).map(k -> 100 + k).toArray(),
        IntStream.of(withWay).mapToLong(k -> 10 + k).toArray());
  }

  private static PlacementProblem oneSchool(int pupils, long unservedYuan, Size size) {
    return new PlacementProblem(
        Stage.JUNIOR,
        2030,
        new Limits(10, OptionalLong.empty(), OptionalInt.empty()),
        List.of(unit("home", pupils, unservedYuan, true)),
        List.of(new Site("school", true, List.of(size))),
        new int[] {0, 1},
        new int[1],
        new int[1],
        new long[1]);
  }

  private static PlacementProblem twoUnits(int pupils, int ofSecond) {
    return new PlacementProblem(
        Stage.JUNIOR,
        2030,
        new Limits(10, OptionalLong.empty(), OptionalInt.empty()),
        List.of(unit("a", pupils, 9, false), unit("b", ofSecond, 9, false)),
        List.of(),
        new int[3],
        new int[0],
        new int[0],
        new long[0]);
  }

  private static DemandUnit unit(String id, int pupils, long unservedYuan, boolean hasWay) {
    return new DemandUnit(
        id,
        List.of(id),
        List.of(pupils),
        unservedYuan,
        OptionalInt.empty(),
        hasWay ? Optional.empty() : Optional.of(Plan.UnservedReason.BEYOND_LIMIT));
  }
}
