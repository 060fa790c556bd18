package org.xuewei.planner.placement.bound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.xuewei.data.model.Contiguity;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.planner.placement.RandomProblems;
import org.xuewei.planner.placement.state.Instance;

class SiteKnapsackTest {
  private static final double TINY = 1e-6;

  /** A size earns at most its value, and that is at most the quick one. */
  @Property(tries = 300)
  void noChoiceOfUnitsThatFitsEarnsMore(@ForAll long seed) {
    Instance instance = new Instance(RandomProblems.tiny(seed, 8, 3));
    Random random = new Random(seed);
    double[] price = random.doubles(instance.units, -100, 1_500).toArray();
    for (int site = 0; site < instance.sites; site++) {
      SiteKnapsack knapsack = new SiteKnapsack(instance, site, SiteKnapsack.room(instance));
      knapsack.exact(true);
      knapsack.take(arc -> price[instance.arcUnit[arc]] - instance.arcYuan[arc]);
      for (int size = instance.sizeStart[site]; size < instance.sizeStart[site + 1]; size++) {
        double value = knapsack.value(size);
        assertThat(value).isGreaterThanOrEqualTo(best(instance, site, size, price) - TINY);
        assertThat(knapsack.valueAtMost(size)).isGreaterThanOrEqualTo(value - TINY);
      }
    }
  }

  /** One grade band or two, connected at random. */
  @Property(tries = 300)
  void noConnectedChoiceThatFitsEarnsMoreThanTheConnectedValue(@ForAll long seed) {
    PlacementProblem problem = RandomProblems.tiny(seed, 8, 3);
    Random random = new Random(seed);
    Contiguity where = anywhere(problem, random);
    Instance instance = new Instance(problem.contiguous(where));
    double[] price = random.doubles(instance.units, -100, 1_500).toArray();
    for (int site = 0; site < instance.sites; site++) {
      SiteKnapsack any = new SiteKnapsack(instance, site, SiteKnapsack.room(instance));
      SiteKnapsack connected = new SiteKnapsack(instance, site, SiteKnapsack.room(instance));
      connected.connect(site);
      any.take(arc -> price[instance.arcUnit[arc]] - instance.arcYuan[arc]);
      connected.take(arc -> price[instance.arcUnit[arc]] - instance.arcYuan[arc]);
      for (int size = instance.sizeStart[site]; size < instance.sizeStart[site + 1]; size++) {
        double value = connected.value(size);
        int home = where.homeUnit(site);
        double best = best(instance, site, size, price, units -> hangTogether(where, home, units));
        assertThat(value).isGreaterThanOrEqualTo(best - TINY);
        assertThat(value).isLessThanOrEqualTo(any.value(size) + TINY);
        double[] share = new double[instance.units];
        connected.addShares(size, 1, share);
        assertThat(DoubleStream.of(share)).allMatch(one -> one == 0 || one == 1);
      }
    }
  }

  private static Contiguity anywhere(PlacementProblem problem, Random random) {
    int units = problem.units().size();
    boolean[][] touch = new boolean[units][units];
    for (int unit = 0; unit < units; unit++) {
      for (int other = 0; other < unit; other++) {
        touch[unit][other] = random.nextInt(3) == 0;
        touch[other][unit] = touch[unit][other];
      }
    }
    int[][] neighbours = new int[units][];
    for (int unit = 0; unit < units; unit++) {
      boolean[] row = touch[unit];
      neighbours[unit] = IntStream.range(0, units).filter(other -> row[other]).toArray();
    }
    int[] homes = new int[problem.sites().size()];
    BitSet taken = new BitSet();
    for (int site = 0; site < homes.length; site++) {
      int here = site;
      int[] inReach =
          IntStream.range(0, problem.arcs())
              .filter(arc -> problem.arcSite(arc) == here)
              .map(arc -> unitOf(problem, arc))
              .filter(unit -> !taken.get(unit))
              .toArray();
      homes[site] =
          inReach.length == 0 ? Contiguity.NO_UNIT : inReach[random.nextInt(inReach.length)];
      if (homes[site] != Contiguity.NO_UNIT) {
        taken.set(homes[site]);
      }
    }
    return new Contiguity(neighbours, homes);
  }

  private static int unitOf(PlacementProblem problem, int arc) {
    return IntStream.range(0, problem.units().size())
        .filter(unit -> problem.rowStart(unit) <= arc && arc < problem.rowStart(unit + 1))
        .findFirst()
        .orElseThrow();
  }

  private static boolean hangTogether(Contiguity where, int home, BitSet units) {
    if (units.isEmpty()) {
      return true;
    }
    BitSet left = (BitSet) units.clone();
    ArrayDeque<Integer> reached = new ArrayDeque<>(List.of(home));
    while (!reached.isEmpty()) {
      int unit = reached.remove();
      if (left.get(unit)) {
        left.clear(unit);
        IntStream.range(0, where.units())
            .filter(other -> where.touch(unit, other))
            .forEach(reached::add);
      }
    }
    return left.isEmpty();
  }

  private static double best(Instance instance, int site, int size, double[] price) {
    return best(instance, site, size, price, units -> true);
  }

  private static double best(
      Instance instance, int site, int size, double[] price, Predicate<BitSet> allowed) {
    int first = instance.columnStart[site];
    int units = instance.columnStart[site + 1] - first;
    double most = 0;
    for (int chosen = 0; chosen < 1 << units; chosen++) {
      int[] pupils = new int[instance.bands];
      double earned = 0;
      BitSet here = new BitSet();
      for (int k = 0; k < units; k++) {
        if ((chosen >> k & 1) == 1) {
          int arc = instance.columnArc[first + k];
          int unit = instance.arcUnit[arc];
          here.set(unit);
          earned += price[unit] - instance.arcYuan[arc];
          for (int band = 0; band < instance.bands; band++) {
            pupils[band] += instance.pupilsOfBand[unit * instance.bands + band];
          }
        }
      }
      if (instance.classNeed.fits(pupils, instance.sizeClasses[size]) && allowed.test(here)) {
        most = Math.max(most, earned);
      }
    }
    return most;
  }
}
