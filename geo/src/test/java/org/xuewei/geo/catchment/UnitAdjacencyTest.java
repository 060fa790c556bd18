package org.xuewei.geo.catchment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.xuewei.data.model.Contiguity;
import org.xuewei.data.model.DemandPoint;
import org.xuewei.data.model.LonLat;
import org.xuewei.data.model.PlacementProblem;
import org.xuewei.data.model.PlacementProblem.DemandUnit;
import org.xuewei.data.model.PlacementProblem.Site;
import org.xuewei.data.model.PlacementProblem.Size;
import org.xuewei.data.model.Plan.UnservedReason;
import org.xuewei.data.model.Progress;
import org.xuewei.data.model.School;
import org.xuewei.data.model.Stage;
import org.xuewei.data.model.region.Dataset;
import org.xuewei.data.model.region.Provenance;
import org.xuewei.data.model.region.Shapes;

/**
 * A strip of 2,200 m by 110 m on the equator, where 0.001 degrees are 111 m, with points {@code a},
 * {@code b}, {@code c} from west to east, 100 pupils each.
 */
class UnitAdjacencyTest {
  private static final String STRIP = "POLYGON ((3 0, 3.02 0, 3.02 0.001, 3 0.001, 3 0))";

  private final Map<String, Geometry> districts = new TreeMap<>();
  private final List<Geometry> water = new ArrayList<>();
  private final List<DemandPoint> points = new ArrayList<>();
  private final List<School> schools = new ArrayList<>();
  private final List<List<String>> units = new ArrayList<>();
  private final List<Integer> classes = new ArrayList<>();
  private int reachMetres = 2000;

  UnitAdjacencyTest() {
    districts.put("d", SmallWorld.read(STRIP));
  }

  private void unit(String... ids) {
    units.add(List.of(ids));
  }

  private void point(String id, double lon) {
    points.add(new DemandPoint(id, id, "d", new LonLat(lon, 0.0005), 100));
  }

  private void threeUnits() {
    point("a", 3.002);
    point("b", 3.010);
    point("c", 3.018);
    unit("a");
    unit("b");
    unit("c");
  }

  private void school(String id, double lon, int sizeClasses) {
    schools.add(new School(id, id, "d", new LonLat(lon, 0.0005), 0, Set.of(), List.of()));
    classes.add(sizeClasses);
  }

  private Dataset dataset() {
    return new Dataset(
        new Dataset.Header(
            "t", "T", SmallWorld.EPSG, true, new Provenance("t", "2024", "none", "none", "0")),
        List.of(),
        List.of(),
        points,
        schools,
        List.of(),
        new Shapes(districts, Map.of(), Map.of(), Map.of(), List.of(), water));
  }

  /** Every unit reaches every school. */
  private PlacementProblem problem() {
    List<DemandUnit> demand = new ArrayList<>();
    int sites = schools.size();
    int[] rowStart = new int[units.size() + 1];
    int[] arcSite = new int[units.size() * sites];
    for (int unit = 0; unit < units.size(); unit++) {
      demand.add(
          new DemandUnit(
              units.get(unit).get(0),
              units.get(unit),
              List.of(100),
              1_000,
              OptionalInt.empty(),
              sites == 0 ? Optional.of(UnservedReason.BEYOND_LIMIT) : Optional.empty()));
      rowStart[unit + 1] = (unit + 1) * sites;
      for (int site = 0; site < sites; site++) {
        arcSite[unit * sites + site] = site;
      }
    }
    List<Site> list = new ArrayList<>();
    for (int site = 0; site < sites; site++) {
      list.add(new Site(schools.get(site).id(), true, List.of(new Size(classes.get(site), 0, 0))));
    }
    return new PlacementProblem(
        Stage.JUNIOR,
        2030,
        new PlacementProblem.Limits(50, OptionalLong.empty(), OptionalInt.empty()),
        demand,
        list,
        rowStart,
        arcSite,
        new int[arcSite.length],
        new long[arcSite.length]);
  }

  private UnitAdjacency adjacency() {
    return UnitAdjacency.of(dataset(), problem(), reachMetres, Progress.SILENT);
  }

  /** The units that a unit touches. */
  private static int[] beside(UnitAdjacency adjacency, int unit) {
    Contiguity where = adjacency.contiguity();
    int[] beside = new int[where.start(unit + 1) - where.start(unit)];
    Arrays.setAll(beside, k -> where.neighbour(where.start(unit) + k));
    return beside;
  }

  @Test
  void unitsTouchWhereTheirAreasShareABorder() {
    threeUnits();
    UnitAdjacency adjacency = adjacency();
    assertThat(beside(adjacency, 0)).containsExactly(1);
    assertThat(beside(adjacency, 1)).containsExactly(0, 2);
    assertThat(adjacency.parts()).containsExactly(3);
  }

  @Test
  void unitsAcrossARiverDoNotTouch() {
    threeUnits();
    // the border of a and b, at 3.006
    water.add(SmallWorld.read("POLYGON ((3.005 -1, 3.007 -1, 3.007 1, 3.005 1, 3.005 -1))"));
    UnitAdjacency adjacency = adjacency();
    assertThat(beside(adjacency, 0)).isEmpty();
    assertThat(adjacency.parts()).containsExactly(2, 1);
  }

  @Test
  void elevenMetresOfDryBorderAreEnough() {
    threeUnits();
    water.add(
        SmallWorld.read("POLYGON ((3.005 -1, 3.007 -1, 3.007 0.0009, 3.005 0.0009, 3.005 -1))"));
    assertThat(beside(adjacency(), 0)).containsExactly(1);
  }

  @Test
  void islandsDoNotTouch() {
    threeUnits();
    districts.put(
        "d",
        SmallWorld.read(
            "MULTIPOLYGON (((3 0, 3.005 0, 3.005 0.001, 3 0.001, 3 0)),"
                + " ((3.007 0, 3.02 0, 3.02 0.001, 3.007 0.001, 3.007 0)))"));
    assertThat(adjacency().parts()).containsExactly(2, 1);
  }

  /** Their border is 445 m from either. */
  @Test
  void unitsDoNotTouchFartherOutThanAPupilMayWalk() {
    threeUnits();
    reachMetres = 440;
    assertThat(adjacency().parts()).containsExactly(1, 1, 1);
    reachMetres = 450;
    assertThat(adjacency().parts()).containsExactly(3);
  }

  @Test
  void unitOfTwoPointsTouchesWhatEitherTouches() {
    threeUnits();
    units.clear();
    unit("a", "c");
    unit("b");
    water.add(SmallWorld.read("POLYGON ((3.005 -1, 3.007 -1, 3.007 1, 3.005 1, 3.005 -1))"));
    assertThat(beside(adjacency(), 0)).containsExactly(1);
  }

  @Test
  void schoolLiesInTheNearestUnit() {
    threeUnits();
    school("s", 3.011, 2);
    assertThat(adjacency().contiguity().homeUnit(0)).isEqualTo(1);
  }

  /** Near b, the nearer has it; the other's next is c, 0.005 degrees from it, not a, 0.011. */
  @Test
  void secondSchoolOfAUnitTakesItsNextUnit() {
    threeUnits();
    school("farther", 3.013, 2);
    school("nearer", 3.011, 2);
    UnitAdjacency adjacency = adjacency();
    assertThat(adjacency.contiguity().homeUnit(0)).isEqualTo(2);
    assertThat(adjacency.contiguity().homeUnit(1)).isEqualTo(1);
    assertThat(adjacency.schoolsElsewhere()).containsExactly("farther");
    assertThat(adjacency.schoolsWithout()).isEmpty();
  }

  @Test
  void schoolForWhichNoUnitIsLeftHasNone() {
    threeUnits();
    units.remove(2);
    units.remove(1);
    school("farther", 3.003, 2);
    school("nearer", 3.002, 2);
    UnitAdjacency adjacency = adjacency();
    assertThat(adjacency.contiguity().homeUnit(0)).isEqualTo(Contiguity.NO_UNIT);
    assertThat(adjacency.schoolsWithout()).containsExactly("farther");
  }

  /** One class of 50 seats none of the units of 100 pupils. */
  @Test
  void schoolThatCannotSeatAnyUnitHasNone() {
    threeUnits();
    school("tiny", 3.002, 1);
    assertThat(adjacency().schoolsWithout()).containsExactly("tiny");
  }

  /** The contract that a contiguous catchment is one area on the map. */
  @Test
  void connectedUnitsOfASchoolAreOneAreaOnTheMap() {
    threeUnits();
    Geometry area =
        Catchments.of(dataset(), Map.of("a", "s", "b", "s", "c", "t"), Progress.SILENT)
            .list()
            .get(0)
            .lonLat();
    assertThat(beside(adjacency(), 0)).containsExactly(1);
    assertThat(area.getNumGeometries()).isEqualTo(1);
  }
}
