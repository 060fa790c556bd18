package org.xuewei.planner.placement.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import org.optaplanner.core.api.score.stream.ConstraintStreamImplType;
import org.optaplanner.core.api.solver.SolutionManager;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.core.config.score.director.ScoreDirectorFactoryConfig;
import org.optaplanner.core.config.solver.EnvironmentMode;
import org.optaplanner.core.config.solver.SolverConfig;
import org.xuewei.data.model.Evaluation;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.data.model.StopSignal;
import org.xuewei.planner.evaluate.Evaluator;
import org.xuewei.planner.placement.GridTown;
import org.xuewei.planner.placement.RandomProblems;
import org.xuewei.planner.placement.RandomProblems.Rules;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.placement.state.Solution;

class DistrictingScoreTest {
  @Property(tries = 400)
  void solverEvaluatorAndConstraintStreamsAgree(
      @ForAll @IntRange(max = 1_000_000) int seed,
      @ForAll @IntRange(min = 1, max = 8) int units,
      @ForAll @IntRange(min = 1, max = 5) int sites,
      @ForAll boolean primary,
      @ForAll boolean budget,
      @ForAll boolean newSchools) {
    Rules rules = new Rules(primary, budget, newSchools);
    Instance instance = new Instance(RandomProblems.tiny(seed, units, sites, rules));
    Solution solution = randomSolution(instance, new Random(seed));
    Task task = new Task(instance, 1, Annealings.hot(instance), StopSignal.NEVER);
    Districting districting = Districting.of(task, solution);
    if (districting.places.isEmpty()) {
      return;
    }
    HardSoftLongScore score = score(incremental(task), districting);
    Indices indices = Indices.of(instance, solution);
    assertThat(score.isFeasible()).isEqualTo(indices.isFeasible());
    assertThat(score.softScore()).isEqualTo(-indices.yuan());
    Evaluation evaluation = indices.evaluation();
    assertThat(evaluation.broken().isEmpty()).isEqualTo(score.isFeasible());
    assertThat(evaluation.objectiveYuan()).isEqualTo(indices.yuan());
    assertThat(score(streams(task), districting)).isEqualTo(score);
  }

  @Property(tries = 200)
  void solverAndConstraintStreamsAgreeWhereOverloadHasAPrice(
      @ForAll @IntRange(max = 1_000_000) int seed,
      @ForAll @IntRange(min = 1, max = 8) int units,
      @ForAll @IntRange(min = 1, max = 3) int sites,
      @ForAll boolean primary,
      @ForAll boolean budget) {
    Rules rules = new Rules(primary, budget, false);
    Instance instance = new Instance(RandomProblems.tiny(seed, units, sites, rules));
    Solution solution = randomSolution(instance, new Random(seed));
    Task task = new Task(instance, 1, new Annealing(100, 1, 1 + seed % 50, true), StopSignal.NEVER);
    Districting districting = Districting.of(task, solution);
    if (!districting.places.isEmpty()) {
      assertThat(score(streams(task), districting))
          .isEqualTo(score(incremental(task), districting));
    }
  }

  @Property(tries = 200)
  void constraintStreamsBreakAsManyCatchmentsAsTheEvaluator(
      @ForAll @IntRange(max = 1_000_000) int seed, @ForAll boolean candidates) {
    PlacementProblem problem = GridTown.build(seed, 4, 3, 3, candidates, 0.7);
    Instance instance = new Instance(problem);
    Solution solution = randomSolution(instance, new Random(seed));
    Task task = new Task(instance, 1, Annealings.hot(instance), StopSignal.NEVER);
    Districting districting = Districting.of(task, solution);
    HardSoftLongScore known = score(incremental(task), districting);
    int broken = Evaluator.brokenCatchments(problem, Indices.of(instance, solution).siteOf());
    assertThat(score(streams(task), districting))
        .isEqualTo(HardSoftLongScore.of(known.hardScore() - broken, known.softScore()));
  }

  /** In full-assert mode the streams score every solution that a move leads to once more. */
  @Property(tries = 24)
  void everyMoveLeadsWhereTheConstraintStreamsSay(
      @ForAll @IntRange(max = 1_000_000) int seed,
      @ForAll boolean primary,
      @ForAll boolean limits,
      @ForAll boolean priced) {
    Rules rules = new Rules(primary, limits, limits);
    Instance instance = new Instance(RandomProblems.tiny(seed, 7, 4, rules));
    Solution best = assertedSearch(instance, new Solution(instance), priced);
    assertThat(best.yuan()).isLessThanOrEqualTo(new Solution(instance).yuan());
  }

  @Property(tries = 12)
  void noMoveAcrossABorderBreaksACatchment(
      @ForAll @IntRange(max = 1_000_000) int seed, @ForAll boolean candidates) {
    PlacementProblem problem = GridTown.build(seed, 4, 3, 3, candidates, 0.8);
    Instance instance = new Instance(problem);
    Solution best = assertedSearch(instance, homesAlone(instance), true);
    assertThat(Evaluator.brokenCatchments(problem, Indices.of(instance, best).siteOf())).isZero();
  }

  /** Every school has its own unit and no other. */
  private static Solution homesAlone(Instance instance) {
    Solution solution = new Solution(instance);
    for (int site = 0; site < instance.sites; site++) {
      int home = instance.contiguity.orElseThrow().homeUnit(site);
      solution.assign(home, instance.arcTo(home, site));
    }
    return solution;
  }

  private static Solution assertedSearch(Instance instance, Solution start, boolean priced) {
    Annealing hot = Annealings.hot(instance);
    Annealing annealing = priced ? new Annealing(hot.hotYuan(), hot.coldYuan(), 40, false) : hot;
    Task task = new Task(instance, 1_500, annealing, StopSignal.NEVER);
    task.startFrom(start);
    Districting districting = Districting.of(task, start);
    if (districting.places.isEmpty()) {
      return start;
    }
    SolverConfig config = LocalSearch.config(task, 7, EnvironmentMode.FULL_ASSERT);
    config.getScoreDirectorFactoryConfig().setAssertionScoreDirectorFactory(streams());
    return SolverFactory.<Districting>create(config).buildSolver().solve(districting).toSolution();
  }

  private static HardSoftLongScore score(SolverConfig config, Districting districting) {
    SolverFactory<Districting> factory = SolverFactory.create(config);
    return SolutionManager.<Districting, HardSoftLongScore>create(factory).update(districting);
  }

  private static SolverConfig incremental(Task task) {
    return LocalSearch.config(task, 1, EnvironmentMode.REPRODUCIBLE);
  }

  private static SolverConfig streams(Task task) {
    return incremental(task).withScoreDirectorFactory(streams());
  }

  private static ScoreDirectorFactoryConfig streams() {
    return new ScoreDirectorFactoryConfig()
        .withConstraintProviderClass(DistrictingConstraints.class)
        .withConstraintStreamImplType(ConstraintStreamImplType.BAVET);
  }

  private static Solution randomSolution(Instance instance, Random random) {
    Solution solution = new Solution(instance);
    for (int unit = 0; unit < instance.units; unit++) {
      int arcs = instance.rowStart[unit + 1] - instance.rowStart[unit];
      if (random.nextInt(4) > 0 && arcs > 0) {
        solution.assign(unit, instance.rowStart[unit] + random.nextInt(arcs));
      }
    }
    return solution;
  }
}
