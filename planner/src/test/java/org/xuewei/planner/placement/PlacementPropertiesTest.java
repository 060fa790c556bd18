package org.xuewei.planner.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.data.model.PlacementProblem.Size;
import org.xuewei.data.model.Progress;
import org.xuewei.data.model.StopSignal;
import org.xuewei.planner.placement.RandomProblems.Rules;
import org.xuewei.planner.program.ProgramSolver;

/**
 * How cost and bound of a problem go with those of another that differs in one thing. The problems
 * are so small that the optimum is found, which trying every solution confirms.
 */
class PlacementPropertiesTest {
  private static final Work SMALL = new Work(10, 1, 60, 20, 20, 40, 20_000, 6, 1);
  private static final ProgramSolver SOLVER = new ProgramSolver(2);
  private static final int PROBLEMS = 24;

  @Test
  void moreBudgetNeverCostsMore() {
    int cheaper =
        countCheaper(
            (problem, random) ->
                ProblemVariant.withBudget(
                    problem,
                    problem.limits().budgetCapitalYuan().orElse(0) + 1 + random.nextInt(60)),
            seed -> problem(seed, new Rules(seed % 2 == 0, true, seed % 4 > 1)));
    assertThat(cheaper).isPositive();
  }

  @Test
  void moreSeatsNeverCostMore() {
    int cheaper =
        countCheaper(
            (problem, random) -> {
              int site = random.nextInt(problem.sites().size());
              List<Size> sizes = problem.sites().get(site).sizes();
              Size largest = sizes.get(sizes.size() - 1);
              return ProblemVariant.withSize(
                  problem,
                  site,
                  new Size(
                      largest.classes() + 1 + random.nextInt(9),
                      largest.yuanPerYear() + random.nextInt(60),
                      largest.capitalYuan() + random.nextInt(4)));
            },
            PlacementPropertiesTest::problem);
    assertThat(cheaper).isPositive();
  }

  @Test
  void moreReachNeverCostsMore() {
    int cheaper =
        countCheaper(PlacementPropertiesTest::withAnotherWay, PlacementPropertiesTest::problem);
    assertThat(cheaper).isPositive();
  }

  @Test
  void orderOfUnitsAndSitesChangesNoCost() {
    for (int seed = 0; seed < PROBLEMS; seed++) {
      PlacementProblem problem = problem(seed);
      assertThat(optimum(permuted(problem, seed))).isEqualTo(optimum(problem));
    }
  }

  @Test
  void orderOfUnitsAndSitesChangesNoCostOfContiguousCatchments() {
    for (int seed = 0; seed < PROBLEMS / 2; seed++) {
      PlacementProblem problem = GridTown.build(seed, 4, 2, 3, seed % 2 == 0, 0.9);
      assertThat(optimum(permuted(problem, seed))).isEqualTo(optimum(problem));
    }
  }

  @Test
  void moneyTimesAThousandCostsAThousandTimes() {
    for (int seed = 0; seed < PROBLEMS; seed++) {
      PlacementProblem problem = problem(seed);
      PlacementProblem dearer = ProblemVariant.withMoneyTimes(problem, 1_000);
      assertThat(optimum(dearer)).isEqualTo(1_000 * optimum(problem));
    }
  }

  /**
   * Checks that no problem costs more after it is made richer, and that a bound of the richer one
   * is a bound of the poorer one.
   *
   * @return problems that became cheaper
   */
  private static int countCheaper(
      BiFunction<PlacementProblem, Random, PlacementProblem> enrich,
      IntFunction<PlacementProblem> problems) {
    int cheaper = 0;
    for (int seed = 0; seed < PROBLEMS; seed++) {
      PlacementProblem poor = problems.apply(seed);
      PlacementProblem rich = enrich.apply(poor, new Random(seed));
      long ofPoor = optimum(poor);
      PlacementResult result = solve(rich);
      long ofRich = optimum(rich, result);
      assertThat(ofRich).as("seed %d", seed).isLessThanOrEqualTo(ofPoor);
      assertThat(result.lowerBoundYuan() + result.fixedYuan())
          .as("seed %d", seed)
          .isLessThanOrEqualTo(ofPoor);
      cheaper += ofRich < ofPoor ? 1 : 0;
    }
    return cheaper;
  }

  /** One more way where there is a pair without, at less than the price of no place. */
  private static PlacementProblem withAnotherWay(PlacementProblem problem, Random random) {
    List<int[]> missing =
        IntStream.range(0, problem.units().size())
            .boxed()
            .flatMap(
                unit ->
                    IntStream.range(0, problem.sites().size())
                        .filter(site -> problem.findArc(unit, site) < 0)
                        .mapToObj(site -> new int[] {unit, site}))
            .toList();
    if (missing.isEmpty()) {
      return problem;
    }
    int[] pair = missing.get(random.nextInt(missing.size()));
    return ProblemVariant.withWay(problem, pair[0], pair[1], random.nextInt(100));
  }

  private static PlacementProblem permuted(PlacementProblem problem, int seed) {
    Random random = new Random(seed);
    return ProblemVariant.permuted(
        problem, order(problem.units().size(), random), order(problem.sites().size(), random));
  }

  private static int[] order(int count, Random random) {
    List<Integer> order = IntStream.range(0, count).boxed().collect(Collectors.toList());
    Collections.shuffle(order, random);
    return order.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Cost of the solution found, with what no decision changes; no solution costs less. */
  private static long optimum(PlacementProblem problem) {
    return optimum(problem, solve(problem));
  }

  private static long optimum(PlacementProblem problem, PlacementResult result) {
    long yuan = result.objectiveYuan() + result.fixedYuan();
    assertThat(BruteForce.optimum(problem)).hasValue(yuan);
    return yuan;
  }

  private static PlacementProblem problem(int seed) {
    return problem(seed, new Rules(seed % 2 == 0, seed % 3 > 0, seed % 4 > 1));
  }

  private static PlacementProblem problem(int seed, Rules rules) {
    return RandomProblems.tiny(seed, 5, 3, rules);
  }

  private static PlacementResult solve(PlacementProblem problem) {
    return Placement.solve(problem, SMALL, 7, StopSignal.NEVER, Progress.SILENT, SOLVER);
  }
}
