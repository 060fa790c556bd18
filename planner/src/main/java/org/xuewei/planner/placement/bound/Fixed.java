package org.xuewei.planner.placement.bound;

import java.util.BitSet;

/**
 * Candidates that must be open, and sites that must be closed, in a part of all solutions. Sets are
 * not changed after construction.
 */
record Fixed(BitSet open, BitSet closed) {
  static final Fixed NONE = new Fixed(new BitSet(), new BitSet());

  boolean isFree(int site) {
    return !open.get(site) && !closed.get(site);
  }

  Fixed withOpen(int site) {
    return new Fixed(with(open, site), closed);
  }

  Fixed withClosed(int site) {
    return new Fixed(open, with(closed, site));
  }

  private static BitSet with(BitSet sites, int site) {
    BitSet more = (BitSet) sites.clone();
    more.set(site);
    return more;
  }
}
