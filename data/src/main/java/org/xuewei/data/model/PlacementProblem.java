package org.xuewei.data.model;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What the optimiser solves: for one stage and planning year, choose the classes of every site and
 * one site for every demand unit. Arrays and integers only; units and sites are known by their
 * index in {@link #units} and {@link #sites}. Money is yuan a year unless named capital. Immutable,
 * thread-safe.
 *
 * <p>Arcs are the pairs that the travel limit allows. Arc <i>k</i> of unit <i>u</i> lies in {@code
 * rowStart(u) .. rowStart(u+1)-1}, ascending by cost (ties by site).
 */
public final class PlacementProblem {
  /**
   * Pupils who get one site together: the parts of an estate, or a single demand point.
   *
   * @param pupilsByBand pupils of the planning year by band of the stage, in the order of {@link
   *     Stage#bands}
   * @param unservedYuan price a year of leaving the unit without a site, above every arc's cost
   * @param currentSite index of the site that serves the unit today
   * @param whyNoArc set when, and only when, the unit has no arc
   */
  public record DemandUnit(
      String id,
      List<String> pointIds,
      List<Integer> pupilsByBand,
      long unservedYuan,
      OptionalInt currentSite,
      Optional<Plan.UnservedReason> whyNoArc) {
    public DemandUnit {
      pointIds = List.copyOf(pointIds);
      pupilsByBand = List.copyOf(pupilsByBand);
      Objects.requireNonNull(currentSite, "currentSite");
      if (unservedYuan < 0 || pupilsByBand.stream().anyMatch(pupils -> pupils < 0)) {
        throw new IllegalArgumentException("unit " + id + ": negative pupils or price");
      }
    }

    public int pupils() {
      return pupilsByBand.stream().mapToInt(Integer::intValue).sum();
    }

    private DemandUnit cutOff() {
      return new DemandUnit(
          id,
          pointIds,
          pupilsByBand,
          unservedYuan,
          currentSite,
          Optional.of(Plan.UnservedReason.NO_CONTIGUOUS_CATCHMENT));
    }
  }

  /**
   * A school or a candidate site with the sizes it may have, ascending by classes.
   *
   * @param existing true for a school of today: it keeps its first size at least; a candidate may
   *     stay closed at no cost
   */
  public record Site(String id, boolean existing, List<Size> sizes) {
    public Site {
      sizes = List.copyOf(sizes);
      if (sizes.isEmpty()) {
        throw new IllegalArgumentException("site " + id + " has no size");
      }
      for (int k = 1; k < sizes.size(); k++) {
        if (sizes.get(k - 1).classes() >= sizes.get(k).classes()) {
          throw new IllegalArgumentException("site " + id + ": sizes are not ascending");
        }
      }
    }
  }

  /**
   * @param classes classes of the stage at this size
   * @param yuanPerYear annualised capital and running cost above what the site costs untouched
   * @param capitalYuan money to be spent once to reach this size from today's
   */
  public record Size(int classes, long yuanPerYear, long capitalYuan) {
    public Size {
      if (classes < 1 || yuanPerYear < 0 || capitalYuan < 0) {
        throw new IllegalArgumentException(
            "a size has classes above 0 and no negative cost: " + classes);
      }
    }
  }

  /**
   * Limits that hold for the whole county.
   *
   * @param pupilsPerClass class-size limit
   * @param budgetCapitalYuan most capital to be spent; empty: no limit
   * @param newSchoolsAtMost most candidates to be opened; empty: no limit
   * @param exactly whether so many are to be opened; each that is missing costs {@link
   *     #missingSchoolYuan}
   */
  public record Limits(
      int pupilsPerClass,
      OptionalLong budgetCapitalYuan,
      OptionalInt newSchoolsAtMost,
      boolean exactly) {
    /** Fewer may be opened. */
    public Limits(
        int pupilsPerClass, OptionalLong budgetCapitalYuan, OptionalInt newSchoolsAtMost) {
      this(pupilsPerClass, budgetCapitalYuan, newSchoolsAtMost, false);
    }

    public Limits {
      if (exactly && newSchoolsAtMost.isEmpty()) {
        throw new IllegalArgumentException("exactly how many new schools is not said");
      }
      Objects.requireNonNull(budgetCapitalYuan, "budgetCapitalYuan");
      Objects.requireNonNull(newSchoolsAtMost, "newSchoolsAtMost");
      if (pupilsPerClass < 1) {
        throw new IllegalArgumentException("pupils per class is " + pupilsPerClass);
      }
    }
  }

  private final Stage stage;
  private final int year;
  private final Limits limits;
  private final List<DemandUnit> units;
  private final List<Site> sites;
  private final int[] rowStart;
  private final int[] arcSite;
  private final int[] arcMetres;
  private final long[] arcYuan;
  private final Optional<Contiguity> contiguity;
  private final Optional<SpreadPrice> spread;

  /**
   * @param arcMetres greatest walking distance of the unit's points to the site
   * @param arcYuan price a year of the unit's way to the site, at least 0
   * @throws InputException if pupils, seats or money sum to more than can be counted exactly
   * @throws IllegalArgumentException if the arrays do not fit together
   */
  public PlacementProblem(
      Stage stage,
      int year,
      Limits limits,
      List<DemandUnit> units,
      List<Site> sites,
      int[] rowStart,
      int[] arcSite,
      int[] arcMetres,
      long[] arcYuan) {
    this(
        stage,
        year,
        limits,
        units,
        sites,
        rowStart,
        arcSite,
        arcMetres,
        arcYuan,
        Optional.empty(),
        Optional.empty());
  }

  private PlacementProblem(
      Stage stage,
      int year,
      Limits limits,
      List<DemandUnit> units,
      List<Site> sites,
      int[] rowStart,
      int[] arcSite,
      int[] arcMetres,
      long[] arcYuan,
      Optional<Contiguity> contiguity,
      Optional<SpreadPrice> spread) {
    this.contiguity = contiguity;
    this.spread = spread;
    this.stage = stage;
    this.year = year;
    this.limits = limits;
    this.units = List.copyOf(units);
    this.sites = List.copyOf(sites);
    this.rowStart = rowStart.clone();
    this.arcSite = arcSite.clone();
    this.arcMetres = arcMetres.clone();
    this.arcYuan = arcYuan.clone();
    check();
    ProblemSums.check(this);
  }

  /**
   * The same problem with catchments that must be contiguous, without the arcs that no such
   * catchment can use; a unit left with none has {@link
   * Plan.UnservedReason#NO_CONTIGUOUS_CATCHMENT}.
   *
   * @throws IllegalArgumentException if units or sites are not those of the problem, a site is out
   *     of reach of its home unit, or two schools of today share one
   */
  public PlacementProblem contiguous(Contiguity where) {
    if (where.units() != units.size() || where.sites() != sites.size()) {
      throw new IllegalArgumentException("contiguity of other units or sites");
    }
    boolean[] taken = new boolean[units.size()];
    for (int site = 0; site < sites.size(); site++) {
      int home = where.homeUnit(site);
      if (home == Contiguity.NO_UNIT) {
        continue;
      }
      if (findArc(home, site) < 0 || (sites.get(site).existing() && taken[home])) {
        throw new IllegalArgumentException(
            "site " + sites.get(site).id() + " cannot have its unit " + units.get(home).id());
      }
      taken[home] |= sites.get(site).existing();
    }
    BitSet usable = ContiguousReach.arcs(this, where);
    int[] usableStart = new int[rowStart.length];
    List<DemandUnit> reached = new ArrayList<>();
    for (int unit = 0; unit < units.size(); unit++) {
      int left = usable.get(rowStart[unit], rowStart[unit + 1]).cardinality();
      usableStart[unit + 1] = usableStart[unit] + left;
      boolean isCutOff = left == 0 && rowStart[unit] < rowStart[unit + 1];
      reached.add(isCutOff ? units.get(unit).cutOff() : units.get(unit));
    }
    return new PlacementProblem(
        stage,
        year,
        limits,
        reached,
        sites,
        usableStart,
        usable.stream().map(arc -> arcSite[arc]).toArray(),
        usable.stream().map(arc -> arcMetres[arc]).toArray(),
        usable.stream().mapToLong(arc -> arcYuan[arc]).toArray(),
        Optional.of(where),
        spread);
  }

  /**
   * The same problem, where as many candidates are to be opened as may be.
   *
   * @throws IllegalArgumentException if any number may be opened
   */
  public PlacementProblem exactly() {
    return with(
        new Limits(
            limits.pupilsPerClass(), limits.budgetCapitalYuan(), limits.newSchoolsAtMost(), true),
        spread);
  }

  /** The same problem, which knows that its ways' prices include this one. */
  public PlacementProblem including(SpreadPrice price) {
    return with(limits, Optional.of(price));
  }

  private PlacementProblem with(Limits otherLimits, Optional<SpreadPrice> otherSpread) {
    return new PlacementProblem(
        stage,
        year,
        otherLimits,
        units,
        sites,
        rowStart,
        arcSite,
        arcMetres,
        arcYuan,
        contiguity,
        otherSpread);
  }

  private void check() {
    int arcs = arcSite.length;
    if (rowStart.length != units.size() + 1
        || rowStart[0] != 0
        || rowStart[units.size()] != arcs
        || arcMetres.length != arcs
        || arcYuan.length != arcs) {
      throw new IllegalArgumentException("rows, sites, metres and costs do not fit together");
    }
    for (int unit = 0; unit < units.size(); unit++) {
      DemandUnit demand = units.get(unit);
      if (demand.pupilsByBand().size() != stage.bands().size()) {
        throw new IllegalArgumentException("unit " + demand.id() + ": not one number a band");
      }
      if (demand.whyNoArc().isPresent() != (rowStart[unit] == rowStart[unit + 1])) {
        throw new IllegalArgumentException("unit " + demand.id() + ": arcs and reason disagree");
      }
      for (int arc = rowStart[unit]; arc < rowStart[unit + 1]; arc++) {
        boolean ascending =
            arc == rowStart[unit]
                || arcYuan[arc - 1] < arcYuan[arc]
                || (arcYuan[arc - 1] == arcYuan[arc] && arcSite[arc - 1] < arcSite[arc]);
        if (!ascending
            || arcSite[arc] < 0
            || arcSite[arc] >= sites.size()
            || arcYuan[arc] < 0
            || arcYuan[arc] > demand.unservedYuan()) {
          throw new IllegalArgumentException(
              "unit " + demand.id() + ": arcs are not ascending, or dearer than no place at all");
        }
      }
    }
  }

  public Stage stage() {
    return stage;
  }

  public int year() {
    return year;
  }

  public Limits limits() {
    return limits;
  }

  public List<DemandUnit> units() {
    return units;
  }

  public List<Site> sites() {
    return sites;
  }

  /** Present when catchments must be contiguous. */
  public Optional<Contiguity> contiguity() {
    return contiguity;
  }

  /** What of an arc's price is for the spread of ways, yuan a year. */
  public long arcSpreadYuan(int unit, int arc) {
    return spread
        .map(price -> Math.min(arcYuan[arc], price.yuan(units.get(unit).pupils(), arcMetres[arc])))
        .orElse(0L);
  }

  /** Present when the ways' prices include one for their spread. */
  public Optional<SpreadPrice> spread() {
    return spread;
  }

  public int rowStart(int unit) {
    return rowStart[unit];
  }

  public int arcs() {
    return arcSite.length;
  }

  public int arcSite(int arc) {
    return arcSite[arc];
  }

  public int arcMetres(int arc) {
    return arcMetres[arc];
  }

  public long arcYuan(int arc) {
    return arcYuan[arc];
  }

  /** New schools that are to be opened; 0 where fewer are as good. */
  public int newSchoolsWanted() {
    return limits.exactly() ? limits.newSchoolsAtMost().orElseThrow() : 0;
  }

  /**
   * Price a year of a new school that is wanted and not opened: above what opening one costs with a
   * single unit, so that it is only paid where none can be opened.
   */
  public long missingSchoolYuan() {
    long dearest = 0;
    for (Site site : sites) {
      dearest = Math.max(dearest, site.existing() ? 0 : site.sizes().get(0).yuanPerYear());
    }
    long farthest = 0;
    for (long yuan : arcYuan) {
      farthest = Math.max(farthest, yuan);
    }
    return dearest + farthest + 1;
  }

  /** The arc from a unit to a site, or -1 when the site is beyond the unit's limit. */
  public int findArc(int unit, int site) {
    for (int arc = rowStart[unit]; arc < rowStart[unit + 1]; arc++) {
      if (arcSite[arc] == site) {
        return arc;
      }
    }
    return -1;
  }

  @Override
  public String toString() {
    return "PlacementProblem["
        + stage
        + " "
        + year
        + ", "
        + units.size()
        + " units, "
        + sites.size()
        + " sites, "
        + arcs()
        + " arcs]";
  }
}
