package org.xuewei.planner.placement.polish;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The cuts found so far, by site, each once. Not thread-safe. */
final class CutPool {
  private final List<List<Separators.Cut>> bySite = new ArrayList<>();
  private final Set<List<Integer>> known = new HashSet<>();

  CutPool(int sites) {
    for (int site = 0; site < sites; site++) {
      bySite.add(new ArrayList<>());
    }
  }

  void add(Separators.Cut cut) {
    List<Integer> key = new ArrayList<>();
    key.add(cut.site());
    Arrays.stream(cut.loose()).sorted().forEach(key::add);
    key.add(-1);
    Arrays.stream(cut.separators()).sorted().forEach(key::add);
    if (known.add(key)) {
      bySite.get(cut.site()).add(cut);
    }
  }

  List<Separators.Cut> of(int site) {
    return Collections.unmodifiableList(bySite.get(site));
  }
}
