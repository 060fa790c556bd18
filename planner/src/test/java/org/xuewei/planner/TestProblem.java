package org.xuewei.planner;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.data.model.PlacementProblem.DemandUnit;
import org.xuewei.data.model.PlacementProblem.Limits;
import org.xuewei.data.model.PlacementProblem.Site;
import org.xuewei.data.model.PlacementProblem.Size;
import org.xuewei.data.model.Plan.UnservedReason;
import org.xuewei.data.model.Stage;

/** Builds small problems of 45 pupils a class, by hand, for tests. */
public final class TestProblem {
  /** A way from a unit to a site. */
  public record Arc(int site, int metres, long yuan) {}

  private final Stage stage;
  private final List<Site> sites = new ArrayList<>();
  private final List<DemandUnit> units = new ArrayList<>();
  private final List<List<Arc>> arcs = new ArrayList<>();
  private OptionalLong budget = OptionalLong.empty();
  private OptionalInt newSchools = OptionalInt.empty();
  private boolean isExact;
  private int pupilsPerClass = 45;

  public TestProblem(Stage stage) {
    this.stage = stage;
  }

  public TestProblem existing(Size... sizes) {
    sites.add(new Site("school-" + sites.size(), true, List.of(sizes)));
    return this;
  }

  public TestProblem candidate(Size... sizes) {
    sites.add(new Site("candidate-" + sites.size(), false, List.of(sizes)));
    return this;
  }

  /** A unit of one demand point. */
  public TestProblem unit(List<Integer> pupilsByBand, long unservedYuan, Arc... ways) {
    return unit(pupilsByBand, unservedYuan, OptionalInt.empty(), 1, ways);
  }

  public TestProblem unit(
      List<Integer> pupilsByBand, long unservedYuan, OptionalInt current, int points, Arc... ways) {
    int index = units.size();
    List<String> pointIds = new ArrayList<>();
    for (int point = 0; point < points; point++) {
      pointIds.add("point-" + index + "-" + point);
    }
    Optional<UnservedReason> why =
        ways.length == 0 ? Optional.of(UnservedReason.BEYOND_LIMIT) : Optional.empty();
    units.add(new DemandUnit("unit-" + index, pointIds, pupilsByBand, unservedYuan, current, why));
    List<Arc> row = new ArrayList<>(List.of(ways));
    row.sort(Comparator.comparingLong(Arc::yuan).thenComparingInt(Arc::site));
    arcs.add(row);
    return this;
  }

  public TestProblem budget(long yuan) {
    budget = OptionalLong.of(yuan);
    return this;
  }

  public TestProblem newSchoolsAtMost(int most) {
    newSchools = OptionalInt.of(most);
    return this;
  }

  public TestProblem newSchools(int exactly) {
    newSchools = OptionalInt.of(exactly);
    isExact = true;
    return this;
  }

  public TestProblem pupilsPerClass(int most) {
    pupilsPerClass = most;
    return this;
  }

  public PlacementProblem build() {
    int[] rowStart = new int[units.size() + 1];
    List<Arc> all = new ArrayList<>();
    for (int unit = 0; unit < units.size(); unit++) {
      all.addAll(arcs.get(unit));
      rowStart[unit + 1] = all.size();
    }
    return new PlacementProblem(
        stage,
        2030,
        new Limits(pupilsPerClass, budget, newSchools, isExact),
        units,
        sites,
        rowStart,
        all.stream().mapToInt(Arc::site).toArray(),
        all.stream().mapToInt(Arc::metres).toArray(),
        all.stream().mapToLong(Arc::yuan).toArray());
  }
}
