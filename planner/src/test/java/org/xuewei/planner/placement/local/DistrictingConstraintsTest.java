package org.xuewei.planner.placement.local;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.optaplanner.core.api.score.stream.Constraint;
import org.optaplanner.core.api.score.stream.ConstraintFactory;
import org.optaplanner.core.api.score.stream.ConstraintStreamImplType;
import org.optaplanner.test.api.score.stream.ConstraintVerifier;
import org.optaplanner.test.api.score.stream.SingleConstraintAssertion;
import org.xuewei.data.model.Contiguity;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.data.model.PlacementProblem.Size;
import org.xuewei.data.model.Stage;
import org.xuewei.data.model.StopSignal;
import org.xuewei.planner.TestProblem;
import org.xuewei.planner.TestProblem.Arc;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.placement.state.Solution;

/** Every constraint alone: below its limit, at it and above. */
class DistrictingConstraintsTest {
  private static final Annealing UNPRICED = new Annealing(1, 1, Annealing.FORBIDDEN, true);
  private static final Annealing PRICED = new Annealing(1, 1, 7, true);

  /**
   * Ten pupils a class, three grades. School 0: 3 classes for nothing or 6 for 500 a year and
   * 20,000 capital. Candidates 1 and 2: 3 classes for 1,000 a year and 30,000 capital. Units of 30,
   * 30 and 6 pupils reach all three for 10, 20 and 40 yuan; the fourth reaches none.
   */
  private static TestProblem town() {
    TestProblem town =
        new TestProblem(Stage.JUNIOR)
            .pupilsPerClass(10)
            .existing(new Size(3, 0, 0), new Size(6, 500, 20_000))
            .candidate(new Size(3, 1_000, 30_000))
            .candidate(new Size(3, 1_000, 30_000));
    for (int pupils : new int[] {30, 30, 6}) {
      town.unit(List.of(pupils), 9_000, new Arc(0, 1, 10), new Arc(1, 1, 20), new Arc(2, 1, 40));
    }
    return town.unit(List.of(5), 800);
  }

  @Test
  void seatsAreBrokenByTheFirstPupilTooMany() {
    verify(DistrictingConstraints::seats, town(), UNPRICED, 0, 1, 2).penalizesBy(0);
    verify(DistrictingConstraints::seats, town(), UNPRICED, 0, 0, -1).penalizesBy(0);
    verify(DistrictingConstraints::seats, town(), UNPRICED, 0, 0, 0).penalizesBy(1);
    verify(DistrictingConstraints::seats, town(), UNPRICED, 1, 1, 1).penalizesBy(1);
    verify(DistrictingConstraints::seats, town(), PRICED, 0, 0, 0).penalizesBy(0);
  }

  /**
   * Eight classes are best divided into 3 : 5, 4 : 4 or 5 : 3. They seat 30 pupils of each band and
   * one more for each of the two classes that make no full row of grades.
   */
  @Test
  void seatsOfTwoBandsAreThoseOfTheBestDivisionOfClasses() {
    TestProblem school =
        new TestProblem(Stage.PRIMARY).pupilsPerClass(10).existing(new Size(8, 0, 0));
    school.unit(List.of(31, 30), 9_000, new Arc(0, 1, 10));
    school.unit(List.of(9, 6), 9_000, new Arc(0, 1, 10));
    verify(DistrictingConstraints::seats, school, UNPRICED, 0, -1).penalizesBy(0);
    verify(DistrictingConstraints::seats, school, UNPRICED, 0, 0).penalizesBy(1);
    verify(DistrictingConstraints::overload, school, PRICED, 0, -1).penalizesBy(0);
    verify(DistrictingConstraints::overload, school, PRICED, 0, 0).penalizesBy(7 * (40 + 36 - 62));
  }

  @Test
  void overloadCostsItsPriceForEveryPupilTooMany() {
    verify(DistrictingConstraints::overload, town(), PRICED, 0, 0, -1).penalizesBy(0);
    verify(DistrictingConstraints::overload, town(), PRICED, 0, 0, 0).penalizesBy(7 * 6);
    verify(DistrictingConstraints::overload, town(), PRICED, 1, 1, -1).penalizesBy(7 * 30);
    verify(DistrictingConstraints::overload, town(), UNPRICED, 0, 0, 0).penalizesBy(0);
  }

  @Test
  void budgetIsBrokenByTheFirstYuanTooManyInStepsOfTenThousand() {
    verify(DistrictingConstraints::budget, town(), UNPRICED, 0, 1, 2).penalizesBy(0);
    verify(DistrictingConstraints::budget, town().budget(60_000), UNPRICED, 0, 1, 2).penalizesBy(0);
    verify(DistrictingConstraints::budget, town().budget(59_999), UNPRICED, 0, 1, 2).penalizesBy(1);
    verify(DistrictingConstraints::budget, town().budget(50_000), UNPRICED, 0, 1, 2).penalizesBy(1);
    verify(DistrictingConstraints::budget, town().budget(49_999), UNPRICED, 0, 1, 2).penalizesBy(2);
    verify(DistrictingConstraints::budget, town().budget(19_999), UNPRICED, 0, 0, -1)
        .penalizesBy(1);
  }

  @Test
  void newSchoolsCountCandidatesInUse() {
    verify(DistrictingConstraints::newSchools, town(), UNPRICED, 0, 1, 2).penalizesBy(0);
    verify(DistrictingConstraints::newSchools, town().newSchoolsAtMost(2), UNPRICED, 0, 1, 2)
        .penalizesBy(0);
    verify(DistrictingConstraints::newSchools, town().newSchoolsAtMost(1), UNPRICED, 0, 1, 2)
        .penalizesBy(1);
    verify(DistrictingConstraints::newSchools, town().newSchoolsAtMost(1), UNPRICED, 0, 1, 1)
        .penalizesBy(0);
    verify(DistrictingConstraints::newSchools, town().newSchoolsAtMost(0), UNPRICED, 2, 1, 1)
        .penalizesBy(2);
  }

  /** Three units in a row; the schools lie in the first, in the second and in the last. */
  @Test
  void contiguityIsBrokenOnceForEveryCatchmentInPiecesOrWithoutItsSchool() {
    TestProblem row = new TestProblem(Stage.JUNIOR).existing(new Size(3, 0, 0));
    row.candidate(new Size(3, 1, 1)).candidate(new Size(3, 1, 1));
    for (int unit = 0; unit < 3; unit++) {
      row.unit(List.of(1), 9, new Arc(0, 1, 1), new Arc(1, 1, 2), new Arc(2, 1, 3));
    }
    PlacementProblem town =
        row.build().contiguous(new Contiguity(new int[][] {{1}, {0, 2}, {1}}, new int[] {0, 1, 2}));
    verify(DistrictingConstraints::contiguity, row.build(), UNPRICED, 0, 1, 0).penalizesBy(0);
    verify(DistrictingConstraints::contiguity, town, UNPRICED, 0, 0, 0).penalizesBy(0);
    verify(DistrictingConstraints::contiguity, town, UNPRICED, 0, 0, 2).penalizesBy(0);
    verify(DistrictingConstraints::contiguity, town, UNPRICED, 0, 1, 0).penalizesBy(1);
    verify(DistrictingConstraints::contiguity, town, UNPRICED, 0, 0, 1).penalizesBy(1);
    verify(DistrictingConstraints::contiguity, town, UNPRICED, 2, 0, 1).penalizesBy(3);
  }

  @Test
  void schoolsInUseCostTheirCheapestSizeThatHoldsAll() {
    verify(DistrictingConstraints::sizesInUse, town(), UNPRICED, -1, -1, -1).penalizesBy(0);
    verify(DistrictingConstraints::sizesInUse, town(), UNPRICED, 0, -1, -1).penalizesBy(0);
    verify(DistrictingConstraints::sizesInUse, town(), UNPRICED, 0, -1, 0).penalizesBy(500);
    verify(DistrictingConstraints::sizesInUse, town(), UNPRICED, 0, 0, 0).penalizesBy(500);
    verify(DistrictingConstraints::sizesInUse, town(), UNPRICED, 0, 1, 2).penalizesBy(2_000);
  }

  @Test
  void emptySchoolOfTodayCostsItsCheapestSizeAndAnEmptyCandidateNothing() {
    TestProblem town =
        new TestProblem(Stage.JUNIOR)
            .existing(new Size(3, 90, 0), new Size(6, 80, 5))
            .candidate(new Size(3, 1_000, 0))
            .unit(List.of(3), 9_000, new Arc(0, 1, 10), new Arc(1, 1, 20));
    verify(DistrictingConstraints::sizesOfEmptySchools, town, UNPRICED, -1).penalizesBy(80);
    verify(DistrictingConstraints::sizesOfEmptySchools, town, UNPRICED, 1).penalizesBy(80);
    verify(DistrictingConstraints::sizesOfEmptySchools, town, UNPRICED, 0).penalizesBy(0);
  }

  @Test
  void everyUnitPaysItsWay() {
    verify(DistrictingConstraints::ways, town(), UNPRICED, -1, -1, -1).penalizesBy(0);
    verify(DistrictingConstraints::ways, town(), UNPRICED, 0, 1, 2).penalizesBy(10 + 20 + 40);
  }

  @Test
  void unitsWithoutPlaceCostTheirPrice() {
    verify(DistrictingConstraints::withoutPlace, town(), UNPRICED, 0, 1, 2).penalizesBy(0);
    verify(DistrictingConstraints::withoutPlace, town(), UNPRICED, -1, 1, -1).penalizesBy(18_000);
  }

  @Test
  void unitsOutOfReachCostTheirPriceWhateverIsDone() {
    verify(DistrictingConstraints::outOfReach, town(), UNPRICED, 0, 1, 2).penalizesBy(800);
    verify(DistrictingConstraints::outOfReach, town(), UNPRICED, -1, -1, -1).penalizesBy(800);
  }

  private static SingleConstraintAssertion verify(
      BiFunction<DistrictingConstraints, ConstraintFactory, Constraint> constraint,
      TestProblem problem,
      Annealing annealing,
      int... siteOf) {
    return verify(constraint, problem.build(), annealing, siteOf);
  }

  /**
   * @param siteOf by unit that reaches a site; -1: no place
   */
  private static SingleConstraintAssertion verify(
      BiFunction<DistrictingConstraints, ConstraintFactory, Constraint> constraint,
      PlacementProblem problem,
      Annealing annealing,
      int... siteOf) {
    Instance instance = new Instance(problem);
    Solution solution = new Solution(instance);
    for (int unit = 0; unit < siteOf.length; unit++) {
      int arc = siteOf[unit] < 0 ? Solution.UNSERVED : problem.findArc(unit, siteOf[unit]);
      solution.assign(unit, arc);
    }
    Task task = new Task(instance, 1, annealing, StopSignal.NEVER);
    List<Object> given = new ArrayList<>(Districting.of(task, solution).places);
    given.add(task);
    return ConstraintVerifier.build(new DistrictingConstraints(), Districting.class, Place.class)
        .withConstraintStreamImplType(ConstraintStreamImplType.BAVET)
        .verifyThat(constraint)
        .given(given.toArray());
  }
}
