package org.xuewei.planner.placement.polish;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.xuewei.data.model.StopSignal;
import org.xuewei.planner.placement.bound.LinearRelaxation;
import org.xuewei.planner.placement.bound.LinearSolution;
import org.xuewei.planner.placement.bound.SitingModel;
import org.xuewei.planner.placement.state.Instance;
import org.xuewei.planner.placement.state.Solution;
import org.xuewei.planner.program.ProgramSolution;
import org.xuewei.planner.program.ProgramSolver;
import org.xuewei.planner.program.SearchLimits;

/**
 * A first solution: the relaxation with whole sizes, over the sites and arcs that its prices find
 * promising, then the units one by one into the sizes it chose. Heuristic.
 */
public final class OpenSites {
  /** Sites whose opening would raise the relaxed cost by a larger share are left out. */
  private static final double DEAREST_SITE = 0.003;

  private static final int ARCS_OF_A_UNIT = 8;

  private final Instance instance;
  private final LinearRelaxation relaxation;
  private final LinearSolution prices;

  private OpenSites(Instance instance, LinearRelaxation relaxation, LinearSolution prices) {
    this.instance = instance;
    this.relaxation = relaxation;
    this.prices = prices;
  }

  /**
   * @param leftEmpty share of the seats that undivided units are expected to leave empty; without
   *     any, no filling of sizes is found
   * @param nodes most nodes of the search tree
   * @return empty when the relaxation or the program has no solution so far
   */
  public static Optional<Solution> choose(
      Instance instance,
      LinearRelaxation relaxation,
      double leftEmpty,
      int nodes,
      ProgramSolver solver,
      StopSignal stop) {
    return relaxation
        .solution()
        .flatMap(
            prices ->
                new OpenSites(instance, relaxation, prices)
                    .solution(leftEmpty, nodes, solver, stop));
  }

  private Optional<Solution> solution(
      double leftEmpty, int nodes, ProgramSolver solver, StopSignal stop) {
    boolean[] arcs = promisingArcs();
    SitingModel model =
        new SitingModel(instance, fillableSeats(leftEmpty), this::isPromising, arc -> arcs[arc]);
    relaxation.covers().forEach(model::add);
    ProgramSolution found = solver.solveWhole(model.program(), SearchLimits.ofNodes(nodes), stop);
    return found.isFound()
        ? Optional.of(filled(model.chosen(found), model.taken(found)))
        : Optional.empty();
  }

  private int[] fillableSeats(double leftEmpty) {
    return Arrays.stream(relaxation.seats())
        .map(seats -> (int) Math.floor(seats * (1 - leftEmpty)))
        .toArray();
  }

  private boolean isPromising(int site) {
    if (instance.existing[site]) {
      return true;
    }
    double arcs = 0;
    for (int k = instance.columnStart[site]; k < instance.columnStart[site + 1]; k++) {
      arcs += Math.min(0, prices.arcReducedYuan[instance.columnArc[k]]);
    }
    double limit = DEAREST_SITE * prices.yuan;
    for (int size = instance.sizeStart[site]; size < instance.sizeStart[site + 1]; size++) {
      if (prices.chosen[size] > 0 || prices.sizeReducedYuan[size] + arcs <= limit) {
        return true;
      }
    }
    return false;
  }

  private boolean[] promisingArcs() {
    boolean[] promising = new boolean[instance.arcSite.length];
    for (int unit = 0; unit < instance.units; unit++) {
      IntStream.range(instance.rowStart[unit], instance.rowStart[unit + 1])
          .filter(arc -> isPromising(instance.arcSite[arc]))
          .boxed()
          .sorted(
              Comparator.comparing((Integer arc) -> prices.taken[arc] <= 0)
                  .thenComparingDouble(arc -> prices.arcReducedYuan[arc]))
          .limit(ARCS_OF_A_UNIT)
          .forEach(arc -> promising[arc] = true);
    }
    return promising;
  }

  /** Units with a clear place first, then the others from the dearest to leave out. */
  private Solution filled(double[] chosen, double[] taken) {
    Solution solution = new Solution(instance);
    int[] classes = new int[instance.sites];
    for (int site = 0; site < instance.sites; site++) {
      for (int size = instance.sizeStart[site]; size < instance.sizeStart[site + 1]; size++) {
        classes[site] = chosen[size] > 0.5 ? instance.sizeClasses[size] : classes[site];
      }
    }
    List<Integer> units = new ArrayList<>(IntStream.range(0, instance.units).boxed().toList());
    units.sort(
        Comparator.comparingDouble((Integer unit) -> -clearest(unit, taken))
            .thenComparing(unit -> -instance.pupils[unit]));
    for (int unit : units) {
      for (int arc : waysOf(unit, taken)) {
        if (classes[instance.arcSite[arc]] > 0 && assign(solution, unit, arc, classes)) {
          break;
        }
      }
    }
    return solution;
  }

  private List<Integer> waysOf(int unit, double[] taken) {
    return IntStream.range(instance.rowStart[unit], instance.rowStart[unit + 1])
        .boxed()
        .sorted(
            Comparator.comparingDouble((Integer arc) -> -taken[arc])
                .thenComparingLong(arc -> instance.arcYuan[arc]))
        .toList();
  }

  private double clearest(int unit, double[] taken) {
    return IntStream.range(instance.rowStart[unit], instance.rowStart[unit + 1])
        .mapToDouble(arc -> taken[arc])
        .max()
        .orElse(0);
  }

  /** Assigns the unit if its site stays within its chosen classes. */
  private boolean assign(Solution solution, int unit, int arc, int[] classes) {
    solution.assign(unit, arc);
    int size = solution.sizeOf(instance.arcSite[arc]);
    if (size >= 0
        && instance.sizeClasses[size] <= classes[instance.arcSite[arc]]
        && solution.isFeasible()) {
      return true;
    }
    solution.assign(unit, Solution.UNSERVED);
    return false;
  }
}
