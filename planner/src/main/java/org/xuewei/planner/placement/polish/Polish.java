package org.xuewei.planner.placement.polish;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.xuewei.data.model.StopSignal;
import org.xuewei.planner.placement.bound.ReducedCosts;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.placement.state.Solution;
import org.xuewei.planner.program.ProgramSolver;
import org.xuewei.planner.program.SearchLimits;

/**
 * Large neighbourhood search by mixed-integer programs (Pisinger and Ropke 2010). Neighbourhoods of
 * a batch share no site and no unit, are solved side by side and applied in their order, so that
 * timing changes nothing. Heuristic; only improves.
 */
public final class Polish {
  private static final SearchLimits LIMITS = new SearchLimits(100, 0, 1e-4, 0, 5);

  /** Programs that are solved again with what they violate get little each time. */
  private static final SearchLimits LIMITS_WITH_CUTS = new SearchLimits(20, 0, 1e-4, 0, 0);

  /** Neighbourhoods of a batch; part of what a seed means, so not the machine's cores. */
  private static final int BATCH = 4;

  private static final int SCHOOLS_AT_FIRST = 4;
  private static final int SCHOOLS_AT_LEAST = 3;
  private static final int SCHOOLS_AT_MOST = 16;

  /** Draws in a row that were tried before, after which neighbourhoods grow. */
  private static final int KNOWN_AT_MOST = 20;

  private final Instance instance;
  private final ProgramSolver solver;
  private final Solution solution;
  private final SplittableRandom random;
  private final Neighbourhoods neighbourhoods;
  private final Optional<CutPool> cuts;
  private final Set<Long> tried = new HashSet<>();
  private double schools = SCHOOLS_AT_FIRST;

  public Polish(
      Instance instance, Solution start, ReducedCosts costs, ProgramSolver solver, long seed) {
    this.instance = instance;
    this.solver = solver;
    this.solution = start.copy();
    this.random = new SplittableRandom(seed);
    this.neighbourhoods = new Neighbourhoods(instance, costs, solution, random);
    this.cuts = instance.contiguity.map(where -> new CutPool(instance.sites));
  }

  public Solution solution() {
    return solution;
  }

  /** What was found to keep the catchment of a site connected. */
  List<Separators.Cut> cutsOf(int site) {
    return cuts.map(pool -> pool.of(site)).orElse(List.of());
  }

  /**
   * Solves the next neighbourhoods, one batch of them.
   *
   * @param most neighbourhoods at most
   * @return neighbourhoods solved; 0 when none was asked for, a stop was requested or nothing is
   *     left to try
   */
  public int improve(int most, StopSignal stop) {
    if (most <= 0 || stop.stopRequested()) {
      return 0;
    }
    List<Neighbourhood> batch = batch(Math.min(BATCH, most));
    List<NeighbourhoodProgram.Outcome> outcomes =
        IntStream.range(0, batch.size())
            .parallel()
            .mapToObj(k -> solve(batch.get(k), k == 0, stop))
            .toList();
    for (int k = 0; k < batch.size(); k++) {
      apply(batch.get(k), outcomes.get(k));
    }
    return batch.size();
  }

  private List<Neighbourhood> batch(int most) {
    List<Neighbourhood> batch = new ArrayList<>();
    int known = 0;
    while (batch.size() < most) {
      int wanted = (int) Math.floor(schools + random.nextDouble());
      Optional<Neighbourhood> drawn = neighbourhoods.draw(wanted, batch);
      if (drawn.isEmpty() || (!batch.isEmpty() && inUse(drawn.get()) < SCHOOLS_AT_LEAST)) {
        return batch;
      }
      if (tried.add(fingerprint(drawn.get()))) {
        batch.add(drawn.get());
        known = 0;
      } else if (++known % KNOWN_AT_MOST == 0) {
        if (!batch.isEmpty() || schools >= SCHOOLS_AT_MOST) {
          return batch;
        }
        schools++;
      }
    }
    return batch;
  }

  private long inUse(Neighbourhood neighbourhood) {
    return IntStream.of(neighbourhood.sites()).filter(site -> !solution.isClosed(site)).count();
  }

  /** Equal for the same sites with the same units on the same arcs. */
  private long fingerprint(Neighbourhood neighbourhood) {
    long hash = Arrays.hashCode(neighbourhood.sites());
    for (int unit : neighbourhood.units()) {
      hash = (hash + solution.arcOf(unit)) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 32;
    }
    return hash;
  }

  /** What is left of budget and new schools goes to the first; all keep what they have. */
  private NeighbourhoodProgram.Outcome solve(
      Neighbourhood neighbourhood, boolean first, StopSignal stop) {
    NeighbourhoodProgram program =
        new NeighbourhoodProgram(instance, solution, neighbourhood, first);
    cuts.ifPresent(
        pool -> {
          for (int site : neighbourhood.sites()) {
            pool.of(site).forEach(program::add);
          }
        });
    SearchLimits limits = cuts.isPresent() ? LIMITS_WITH_CUTS : LIMITS;
    return program.solve(solver, instance.contiguity.map(Separators::new), limits, stop);
  }

  private void apply(Neighbourhood neighbourhood, NeighbourhoodProgram.Outcome outcome) {
    cuts.ifPresent(pool -> outcome.cuts().forEach(pool::add));
    if (!outcome.proved() && !outcome.cuts().isEmpty()) {
      tried.remove(fingerprint(neighbourhood));
    }
    outcome
        .better()
        .ifPresent(
            better -> {
              for (int unit : neighbourhood.units()) {
                solution.assign(unit, Solution.UNSERVED);
              }
              for (int unit : neighbourhood.units()) {
                solution.assign(unit, better.arcOf(unit));
              }
            });
    if (!outcome.proved()) {
      schools = Math.max(SCHOOLS_AT_LEAST, schools - 0.5);
    } else if (random.nextInt(3) == 0) {
      schools = Math.min(SCHOOLS_AT_MOST, schools + 0.5);
    }
  }
}
