package org.xuewei.planner.placement.state;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.xuewei.data.model.Contiguity;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.data.model.PlacementProblem.DemandUnit;
import org.xuewei.data.model.PlacementProblem.Site;
import org.xuewei.data.model.PlacementProblem.Size;
import org.xuewei.planner.evaluate.ClassNeed;

/**
 * A placement problem as flat arrays, read by all phases of the search. Public fields are never
 * written after construction. Rows of arcs as in {@link PlacementProblem}; columns list the arcs
 * that end in a site, ascending by unit.
 */
public final class Instance {
  /** Returned by {@link #cheapestSize} when no size of the site holds the pupils. */
  public static final int NO_SIZE = -2;

  public static final int CLOSED = -1;

  public final PlacementProblem problem;
  public final ClassNeed classNeed;
  public final int units;
  public final int sites;
  public final int bands;

  /** By unit and band: {@code unit * bands + band}. */
  public final int[] pupilsOfBand;

  public final int[] pupils;
  public final long[] unservedYuan;
  public final int[] rowStart;
  public final int[] arcUnit;
  public final int[] arcSite;
  public final long[] arcYuan;
  public final int[] columnStart;
  public final int[] columnArc;

  /** Sizes of all sites in one row: site <i>j</i> has {@code sizeStart[j] .. sizeStart[j+1]-1}. */
  public final int[] sizeStart;

  public final int[] sizeClasses;

  /** By size, where there is one grade band: most pupils that fit. Empty when there are two. */
  private final int[] seatsOfOneBand;

  /** By site: the smallest and the largest of the sizes that it may have. */
  private final int[] smallestSize;

  private final int[] largestSize;

  public final long[] sizeYuan;
  public final long[] sizeCapital;
  public final boolean[] existing;

  /** {@link Long#MAX_VALUE} without a limit. */
  public final long budget;

  public final int newSchoolsAtMost;

  /**
   * What all new schools would cost that are wanted, were none opened; each that is opened takes
   * its share off its {@link #sizeYuan}, which may thus be negative.
   */
  public final long missingYuan;

  /** Present when catchments must be contiguous. */
  public final Optional<Contiguity> contiguity;

  public Instance(PlacementProblem problem) {
    this.problem = problem;
    this.classNeed = new ClassNeed(problem.stage(), problem.limits().pupilsPerClass());
    this.units = problem.units().size();
    this.sites = problem.sites().size();
    this.bands = problem.stage().bands().size();
    this.pupilsOfBand = new int[units * bands];
    this.pupils = new int[units];
    this.unservedYuan = new long[units];
    for (int unit = 0; unit < units; unit++) {
      DemandUnit demand = problem.units().get(unit);
      for (int band = 0; band < bands; band++) {
        pupilsOfBand[unit * bands + band] = demand.pupilsByBand().get(band);
      }
      pupils[unit] = demand.pupils();
      unservedYuan[unit] = demand.unservedYuan();
    }
    this.rowStart = new int[units + 1];
    this.arcUnit = new int[problem.arcs()];
    this.arcSite = new int[problem.arcs()];
    this.arcYuan = new long[problem.arcs()];
    this.columnStart = new int[sites + 1];
    this.columnArc = new int[problem.arcs()];
    readArcs();
    this.existing = new boolean[sites];
    this.sizeStart = new int[sites + 1];
    List<Size> sizes = problem.sites().stream().flatMap(site -> site.sizes().stream()).toList();
    this.sizeClasses = sizes.stream().mapToInt(Size::classes).toArray();
    this.seatsOfOneBand =
        bands > 1 ? new int[0] : Arrays.stream(sizeClasses).map(this::seatsOfOneBand).toArray();
    this.sizeYuan = sizes.stream().mapToLong(Size::yuanPerYear).toArray();
    this.sizeCapital = sizes.stream().mapToLong(Size::capitalYuan).toArray();
    for (int site = 0; site < sites; site++) {
      Site here = problem.sites().get(site);
      existing[site] = here.existing();
      sizeStart[site + 1] = sizeStart[site] + here.sizes().size();
    }
    this.smallestSize = Arrays.copyOf(sizeStart, sites);
    this.largestSize = IntStream.range(0, sites).map(site -> sizeStart[site + 1] - 1).toArray();
    this.budget = problem.limits().budgetCapitalYuan().orElse(Long.MAX_VALUE);
    this.newSchoolsAtMost = problem.limits().newSchoolsAtMost().orElse(Integer.MAX_VALUE);
    this.missingYuan = missingYuan();
    this.contiguity = problem.contiguity();
  }

  private Instance(Instance other, int[] smallestSize, int[] largestSize) {
    this.problem = other.problem;
    this.classNeed = other.classNeed;
    this.units = other.units;
    this.sites = other.sites;
    this.bands = other.bands;
    this.pupilsOfBand = other.pupilsOfBand;
    this.pupils = other.pupils;
    this.unservedYuan = other.unservedYuan;
    this.rowStart = other.rowStart;
    this.arcUnit = other.arcUnit;
    this.arcSite = other.arcSite;
    this.arcYuan = other.arcYuan;
    this.columnStart = other.columnStart;
    this.columnArc = other.columnArc;
    this.sizeStart = other.sizeStart;
    this.sizeClasses = other.sizeClasses;
    this.seatsOfOneBand = other.seatsOfOneBand;
    this.smallestSize = smallestSize;
    this.largestSize = largestSize;
    this.sizeYuan = other.sizeYuan;
    this.sizeCapital = other.sizeCapital;
    this.existing = other.existing;
    this.budget = other.budget;
    this.newSchoolsAtMost = other.newSchoolsAtMost;
    this.missingYuan = other.missingYuan;
    this.contiguity = other.contiguity;
  }

  /**
   * The same with sizes that stay: what a site costs depends no more on its pupils.
   *
   * @param sizeOf by site: its only size, or {@link #CLOSED} to leave all of them
   */
  public Instance atSizes(int[] sizeOf) {
    return new Instance(this, chosen(sizeOf, smallestSize), chosen(sizeOf, largestSize));
  }

  private int[] chosen(int[] sizeOf, int[] otherwise) {
    return IntStream.range(0, sites)
        .map(site -> sizeOf[site] < 0 ? otherwise[site] : sizeOf[site])
        .toArray();
  }

  private long missingYuan() {
    if (problem.newSchoolsWanted() == 0) {
      return 0;
    }
    long ofOne = problem.missingSchoolYuan();
    for (int site = 0; site < sites; site++) {
      for (int size = sizeStart[site]; !existing[site] && size < sizeStart[site + 1]; size++) {
        sizeYuan[size] -= ofOne;
      }
    }
    return Math.multiplyExact(ofOne, problem.newSchoolsWanted());
  }

  private int seatsOfOneBand(int classes) {
    return classNeed.teachesGradesApart(classes)
        ? classNeed.bandSeats(0, classes)
        : classes * classNeed.pupilsPerClass();
  }

  private void readArcs() {
    for (int unit = 0; unit < units; unit++) {
      rowStart[unit + 1] = problem.rowStart(unit + 1);
      for (int arc = rowStart[unit]; arc < rowStart[unit + 1]; arc++) {
        arcUnit[arc] = unit;
        arcSite[arc] = problem.arcSite(arc);
        arcYuan[arc] = problem.arcYuan(arc);
        columnStart[arcSite[arc] + 1]++;
      }
    }
    for (int site = 0; site < sites; site++) {
      columnStart[site + 1] += columnStart[site];
    }
    int[] next = Arrays.copyOf(columnStart, sites);
    for (int arc = 0; arc < arcSite.length; arc++) {
      columnArc[next[arcSite[arc]]++] = arc;
    }
  }

  /**
   * The size with the least yearly cost that holds the pupils, as an index into the size arrays.
   *
   * @param pupilsByBand pupils of the site from {@code offset} on, one number a band
   * @return {@link #NO_SIZE} when none is large enough
   */
  public int cheapestSize(int site, int[] pupilsByBand, int offset) {
    if (bands == 1) {
      return cheapestSize(site, pupilsByBand[offset]);
    }
    int need = 0;
    int total = 0;
    for (int band = 0; band < bands; band++) {
      int ofBand = pupilsByBand[offset + band];
      need += classNeed.ofBand(band, ofBand);
      total += ofBand;
    }
    return cheapestSize(site, need, total);
  }

  /** The arc from a unit to a site, or -1. Cost: the logarithm of the units that reach the site. */
  public int arcTo(int unit, int site) {
    int low = columnStart[site];
    int high = columnStart[site + 1] - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int other = arcUnit[columnArc[middle]];
      if (other == unit) {
        return columnArc[middle];
      }
      if (other < unit) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  /** Most pupils that a size seats: all of its classes full. */
  public long seatsAtMost(int size) {
    return bands == 1
        ? seatsOfOneBand[size]
        : (long) sizeClasses[size] * classNeed.pupilsPerClass();
  }

  /** True when there are sites that need not be opened. */
  public boolean hasCandidates() {
    return IntStream.range(0, sites).anyMatch(site -> !existing[site]);
  }

  /** True when a site may have one of several sizes. */
  public boolean hasSizes() {
    return sizeClasses.length > sites;
  }

  /** Largest size of the site, as an index into the size arrays. */
  public int largestSize(int site) {
    return largestSize[site];
  }

  /**
   * Pupils that the largest size of the site cannot hold, where grades are apart by the division of
   * its classes that leaves fewest.
   */
  public int excess(int site, int[] pupilsByBand, int offset) {
    if (bands == 1) {
      return Math.max(0, pupilsByBand[offset] - seatsOfOneBand[largestSize(site)]);
    }
    int classes = sizeClasses[largestSize(site)];
    int first = pupilsByBand[offset];
    int second = pupilsByBand[offset + 1];
    if (!classNeed.teachesGradesApart(classes)) {
      return Math.max(0, first + second - classes * classNeed.pupilsPerClass());
    }
    int least = first + second;
    for (int ofFirst = 0; ofFirst <= classes && least > 0; ofFirst++) {
      int over =
          Math.max(0, first - classNeed.bandSeats(0, ofFirst))
              + Math.max(0, second - classNeed.bandSeats(1, classes - ofFirst));
      least = Math.min(least, over);
    }
    return least;
  }

  /** True when a size would seat this unit alone. */
  public boolean seats(int unit, int size) {
    int classes = sizeClasses[size];
    if (!classNeed.teachesGradesApart(classes)) {
      return pupils[unit] <= (long) classes * classNeed.pupilsPerClass();
    }
    int need = 0;
    for (int band = 0; band < bands; band++) {
      need += classNeed.ofBand(band, pupilsOfBand[unit * bands + band]);
    }
    return need <= classes;
  }

  private int cheapestSize(int site, int pupils) {
    int best = NO_SIZE;
    for (int size = smallestSize[site]; size <= largestSize[site]; size++) {
      if (pupils <= seatsOfOneBand[size] && (best == NO_SIZE || sizeYuan[size] < sizeYuan[best])) {
        best = size;
      }
    }
    return best;
  }

  private int cheapestSize(int site, int classesApart, int total) {
    int best = NO_SIZE;
    for (int size = smallestSize[site]; size <= largestSize[site]; size++) {
      int classes = sizeClasses[size];
      boolean fits =
          classNeed.teachesGradesApart(classes)
              ? classesApart <= classes
              : total <= (long) classes * classNeed.pupilsPerClass();
      if (fits && (best == NO_SIZE || sizeYuan[size] < sizeYuan[best])) {
        best = size;
      }
    }
    return best;
  }

  /**
   * Capital that sizes cost, yuan.
   *
   * @param sizeOf by site: its size, or {@link #CLOSED}
   */
  public long capitalOf(int[] sizeOf) {
    return IntStream.of(sizeOf).filter(size -> size >= 0).mapToLong(z -> sizeCapital[z]).sum();
  }

  /** Candidates among the sites that have a size. */
  public int newSchoolsOf(int[] sizeOf) {
    return (int)
        IntStream.range(0, sites).filter(site -> sizeOf[site] >= 0 && !existing[site]).count();
  }

  /** Whether sizes, by site or {@link #CLOSED}, keep the budget and the number of new schools. */
  public boolean keepsLimits(int[] sizeOf) {
    return capitalOf(sizeOf) <= budget && newSchoolsOf(sizeOf) <= newSchoolsAtMost;
  }

  /** Price of the units that have no arc: what no decision can change. */
  public long fixedYuan() {
    long yuan = 0;
    for (int unit = 0; unit < units; unit++) {
      yuan += rowStart[unit] == rowStart[unit + 1] ? unservedYuan[unit] : 0;
    }
    return yuan;
  }
}
