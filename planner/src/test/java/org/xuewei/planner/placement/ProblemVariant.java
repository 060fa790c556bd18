package org.xuewei.planner.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.xuewei.data.model.Contiguity;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.data.model.PlacementProblem.DemandUnit;
import org.xuewei.data.model.PlacementProblem.Limits;
import org.xuewei.data.model.PlacementProblem.Site;
import org.xuewei.data.model.PlacementProblem.Size;
import org.xuewei.planner.TestProblem.Arc;

/** A problem taken apart, to be put together again with something changed. */
final class ProblemVariant {
  private final PlacementProblem problem;
  private final List<DemandUnit> units;
  private final List<Site> sites;
  private final List<List<Arc>> ways = new ArrayList<>();
  private Limits limits;
  private Optional<Contiguity> contiguity;

  private ProblemVariant(PlacementProblem problem) {
    this.problem = problem;
    this.units = new ArrayList<>(problem.units());
    this.sites = new ArrayList<>(problem.sites());
    this.limits = problem.limits();
    this.contiguity = problem.contiguity();
    for (int unit = 0; unit < units.size(); unit++) {
      List<Arc> row = new ArrayList<>();
      for (int arc = problem.rowStart(unit); arc < problem.rowStart(unit + 1); arc++) {
        row.add(new Arc(problem.arcSite(arc), problem.arcMetres(arc), problem.arcYuan(arc)));
      }
      ways.add(row);
    }
  }

  static PlacementProblem withBudget(PlacementProblem problem, long yuan) {
    ProblemVariant variant = new ProblemVariant(problem);
    variant.limits =
        new Limits(
            problem.limits().pupilsPerClass(),
            OptionalLong.of(yuan),
            problem.limits().newSchoolsAtMost());
    return variant.build();
  }

  /** The site may have one more size, above its largest. */
  static PlacementProblem withSize(PlacementProblem problem, int site, Size larger) {
    ProblemVariant variant = new ProblemVariant(problem);
    Site before = problem.sites().get(site);
    List<Size> sizes = new ArrayList<>(before.sizes());
    sizes.add(larger);
    variant.sites.set(site, new Site(before.id(), before.existing(), sizes));
    return variant.build();
  }

  /** The unit may go to one more site. */
  static PlacementProblem withWay(PlacementProblem problem, int unit, int site, long yuan) {
    ProblemVariant variant = new ProblemVariant(problem);
    variant.ways.get(unit).add(new Arc(site, 100, yuan));
    return variant.build();
  }

  /** All prices, capital and the budget so many times as high. */
  static PlacementProblem withMoneyTimes(PlacementProblem problem, long times) {
    ProblemVariant variant = new ProblemVariant(problem);
    OptionalLong budget = problem.limits().budgetCapitalYuan();
    variant.limits =
        new Limits(
            problem.limits().pupilsPerClass(),
            budget.isPresent() ? OptionalLong.of(times * budget.getAsLong()) : budget,
            problem.limits().newSchoolsAtMost());
    variant.units.replaceAll(unit -> priced(unit, times * unit.unservedYuan()));
    variant.sites.replaceAll(
        site ->
            new Site(
                site.id(),
                site.existing(),
                site.sizes().stream()
                    .map(
                        size ->
                            new Size(
                                size.classes(),
                                times * size.yuanPerYear(),
                                times * size.capitalYuan()))
                    .toList()));
    variant.ways.forEach(
        row -> row.replaceAll(way -> new Arc(way.site(), way.metres(), times * way.yuan())));
    return variant.build();
  }

  /**
   * @param unitAt by new place: the unit that goes there
   * @param siteAt by new place: the site that goes there
   */
  static PlacementProblem permuted(PlacementProblem problem, int[] unitAt, int[] siteAt) {
    ProblemVariant variant = new ProblemVariant(problem);
    int[] placeOfUnit = inverse(unitAt);
    int[] placeOfSite = inverse(siteAt);
    List<List<Arc>> rows = List.copyOf(variant.ways);
    for (int place = 0; place < unitAt.length; place++) {
      variant.units.set(place, problem.units().get(unitAt[place]));
      variant.ways.set(
          place,
          new ArrayList<>(
              rows.get(unitAt[place]).stream()
                  .map(way -> new Arc(placeOfSite[way.site()], way.metres(), way.yuan()))
                  .toList()));
    }
    for (int place = 0; place < siteAt.length; place++) {
      variant.sites.set(place, problem.sites().get(siteAt[place]));
    }
    variant.contiguity =
        problem.contiguity().map(where -> permuted(where, unitAt, siteAt, placeOfUnit));
    return variant.build();
  }

  private static Contiguity permuted(
      Contiguity where, int[] unitAt, int[] siteAt, int[] placeOfUnit) {
    int[][] neighbours = new int[unitAt.length][];
    for (int place = 0; place < unitAt.length; place++) {
      neighbours[place] =
          IntStream.range(where.start(unitAt[place]), where.start(unitAt[place] + 1))
              .map(k -> placeOfUnit[where.neighbour(k)])
              .toArray();
    }
    int[] homes = IntStream.of(siteAt).map(site -> placeOfUnit[where.homeUnit(site)]).toArray();
    return new Contiguity(neighbours, homes);
  }

  private static int[] inverse(int[] order) {
    int[] place = new int[order.length];
    for (int k = 0; k < order.length; k++) {
      place[order[k]] = k;
    }
    return place;
  }

  private static DemandUnit priced(DemandUnit unit, long unservedYuan) {
    return new DemandUnit(
        unit.id(),
        unit.pointIds(),
        unit.pupilsByBand(),
        unservedYuan,
        unit.currentSite(),
        unit.whyNoArc());
  }

  private PlacementProblem build() {
    int[] rowStart = new int[units.size() + 1];
    List<Arc> all = new ArrayList<>();
    for (int unit = 0; unit < units.size(); unit++) {
      List<Arc> row = ways.get(unit);
      row.sort(Comparator.comparingLong(Arc::yuan).thenComparingInt(Arc::site));
      all.addAll(row);
      rowStart[unit + 1] = all.size();
      if (!row.isEmpty()) {
        DemandUnit before = units.get(unit);
        units.set(
            unit,
            new DemandUnit(
                before.id(),
                before.pointIds(),
                before.pupilsByBand(),
                before.unservedYuan(),
                OptionalInt.empty(),
                Optional.empty()));
      }
    }
    PlacementProblem built =
        new PlacementProblem(
            problem.stage(),
            problem.year(),
            limits,
            units,
            sites,
            rowStart,
            all.stream().mapToInt(Arc::site).toArray(),
            all.stream().mapToInt(Arc::metres).toArray(),
            all.stream().mapToLong(Arc::yuan).toArray());
    return contiguity.map(built::contiguous).orElse(built);
  }
}
