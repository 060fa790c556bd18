package org.xuewei.planner.placement.state;

import java.util.Arrays;

/**
 * A solution that changes in place, with its cost kept up to date. Every site has the cheapest size
 * that holds its pupils; a candidate without units is closed. May break seats, budget and number of
 * new schools in between: see {@link #isFeasible}. Not thread-safe.
 */
public final class Solution {
  public static final int UNSERVED = -1;

  private final Instance instance;
  private final int[] arcOf;
  private final int[] load;
  private final int[] sizeOf;
  private final int[] unitsAt;
  private long yuan;
  private long capital;
  private int opened;
  private int overfull;
  private long overload;
  private final int[] excess;

  /** Nobody has a place; schools of today keep their first size. */
  public Solution(Instance instance) {
    this.instance = instance;
    this.arcOf = new int[instance.units];
    this.load = new int[instance.sites * instance.bands];
    this.sizeOf = new int[instance.sites];
    this.unitsAt = new int[instance.sites];
    this.excess = new int[instance.sites];
    Arrays.fill(arcOf, UNSERVED);
    Arrays.fill(sizeOf, Instance.CLOSED);
    yuan = instance.missingYuan;
    for (long price : instance.unservedYuan) {
      yuan += price;
    }
    for (int site = 0; site < instance.sites; site++) {
      resize(site);
    }
  }

  /** Copies a solution of the same instance into this one. */
  public void set(Solution other) {
    System.arraycopy(other.arcOf, 0, arcOf, 0, arcOf.length);
    System.arraycopy(other.load, 0, load, 0, load.length);
    System.arraycopy(other.sizeOf, 0, sizeOf, 0, sizeOf.length);
    System.arraycopy(other.unitsAt, 0, unitsAt, 0, unitsAt.length);
    System.arraycopy(other.excess, 0, excess, 0, excess.length);
    yuan = other.yuan;
    capital = other.capital;
    opened = other.opened;
    overfull = other.overfull;
    overload = other.overload;
  }

  public Solution copy() {
    Solution copy = new Solution(instance);
    copy.set(this);
    return copy;
  }

  /** The same assignment in an instance that differs in its sizes alone. */
  public Solution in(Instance other) {
    Solution same = new Solution(other);
    for (int unit = 0; unit < arcOf.length; unit++) {
      same.assign(unit, arcOf[unit]);
    }
    return same;
  }

  /**
   * Sends a unit along an arc of its row.
   *
   * @param arc an arc of the unit, or {@link #UNSERVED}
   */
  public void assign(int unit, int arc) {
    int before = arcOf[unit];
    if (before == arc) {
      return;
    }
    yuan += priceOf(unit, arc) - priceOf(unit, before);
    arcOf[unit] = arc;
    if (before >= 0) {
      change(instance.arcSite[before], unit, -1);
    }
    if (arc >= 0) {
      change(instance.arcSite[arc], unit, 1);
    }
  }

  private void change(int site, int unit, int sign) {
    int bands = instance.bands;
    for (int band = 0; band < bands; band++) {
      load[site * bands + band] += sign * instance.pupilsOfBand[unit * bands + band];
    }
    unitsAt[site] += sign;
    resize(site);
  }

  private void resize(int site) {
    int before = sizeOf[site];
    int after =
        unitsAt[site] == 0 && !instance.existing[site]
            ? Instance.CLOSED
            : instance.cheapestSize(site, load, site * instance.bands);
    if (before == Instance.NO_SIZE || after == Instance.NO_SIZE) {
      overload -= excess[site];
      excess[site] =
          after == Instance.NO_SIZE ? instance.excess(site, load, site * instance.bands) : 0;
      overload += excess[site];
    }
    if (before == after) {
      return;
    }
    sizeOf[site] = after;
    count(site, before, -1);
    count(site, after, 1);
  }

  private void count(int site, int size, int sign) {
    if (size != Instance.CLOSED) {
      int paid = size == Instance.NO_SIZE ? instance.largestSize(site) : size;
      yuan += sign * instance.sizeYuan[paid];
      capital += sign * instance.sizeCapital[paid];
    }
    overfull += size == Instance.NO_SIZE ? sign : 0;
    opened += size != Instance.CLOSED && !instance.existing[site] ? sign : 0;
  }

  private long priceOf(int unit, int arc) {
    return arc < 0 ? instance.unservedYuan[unit] : instance.arcYuan[arc];
  }

  /** The objective; an overfull site costs as much as its largest size. */
  public long yuan() {
    return yuan;
  }

  public long capital() {
    return capital;
  }

  /** New schools in use. */
  public int opened() {
    return opened;
  }

  /** Sites with more pupils than their largest size holds. */
  public int overfull() {
    return overfull;
  }

  /** Pupils above the largest sizes of their sites, as {@link Instance#excess} counts them. */
  public long overload() {
    return overload;
  }

  /** Pupils above the largest size of the site. */
  public int excess(int site) {
    return excess[site];
  }

  /** Contiguity aside. */
  public boolean isFeasible() {
    return overfull == 0 && capital <= instance.budget && opened <= instance.newSchoolsAtMost;
  }

  public int arcOf(int unit) {
    return arcOf[unit];
  }

  public int siteOf(int unit) {
    return arcOf[unit] < 0 ? -1 : instance.arcSite[arcOf[unit]];
  }

  /** Index into the instance's sizes, or {@link Instance#CLOSED}, {@link Instance#NO_SIZE}. */
  public int sizeOf(int site) {
    return sizeOf[site];
  }

  public boolean isClosed(int site) {
    return sizeOf[site] == Instance.CLOSED;
  }

  public int load(int site, int band) {
    return load[site * instance.bands + band];
  }

  public int unitsAt(int site) {
    return unitsAt[site];
  }
}
