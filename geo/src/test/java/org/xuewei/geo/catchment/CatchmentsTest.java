package org.xuewei.geo.catchment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.xuewei.data.model.Progress;

class CatchmentsTest {
  private static final String DISTRICT = "POLYGON ((3 0, 3.002 0, 3.002 0.001, 3 0.001, 3 0))";
  private static final String LEFT = "POLYGON ((3 0, 3.001 0, 3.001 0.001, 3 0.001, 3 0))";
  private static final String RIGHT =
      "POLYGON ((3.001 0, 3.002 0, 3.002 0.001, 3.001 0.001, 3.001 0))";
  private static final String ACROSS = "LINESTRING (3.001 -0.001, 3.001 0.002)";

  private static Geometry areaOf(Catchments catchments, String schoolId) {
    return catchments.list().stream()
        .filter(catchment -> catchment.schoolId().equals(schoolId))
        .findFirst()
        .orElseThrow()
        .lonLat();
  }

  private static void assertArea(Catchments catchments, String schoolId, String wkt) {
    assertThat(areaOf(catchments, schoolId).equalsTopo(SmallWorld.read(wkt)))
        .as(schoolId + " is " + areaOf(catchments, schoolId))
        .isTrue();
  }

  private static SmallWorld district() {
    return new SmallWorld().district("d", DISTRICT);
  }

  @Test
  void dividesTheDistrictAlongAStreetAndNotHalfwayBetweenPoints() {
    Catchments catchments =
        district()
            .road("residential", ACROSS)
            .point("a", 3.0002, 0.0005, "S2")
            .point("b", 3.0012, 0.0005, "S1")
            .catchments();

    assertThat(catchments.list()).extracting(Catchment::schoolId).containsExactly("S1", "S2");
    assertThat(catchments.uncoveredPointIds()).isEmpty();
    assertArea(catchments, "S2", LEFT);
    assertArea(catchments, "S1", RIGHT);
    assertThat(catchments.list().get(0).pointIds()).containsExactly("b");
  }

  @Test
  void measuresTheAreaInTheMetricSystem() {
    Catchments catchments = district().point("a", 3.0002, 0.0005, "S").catchments();

    // 0.002 x 0.001 degrees at the equator: 222.64 m x 110.57 m, times 0.9996 squared for UTM
    assertThat(catchments.list().get(0).areaSquareMetres())
        .isCloseTo(222.639 * 110.574 * 0.9996 * 0.9996, within(2.0));
  }

  /** The perimeter is 4 sides; a strip of 1 by 2 has 4 pi 2 / 36. */
  @Test
  void compactnessOfASquareIsPiQuarters() {
    // degrees of latitude and longitude differ by 0.7 % at the equator
    double side = 0.001 * 111.319_5 / 110.574_3;
    String square = "POLYGON ((3 0, 3.001 0, 3.001 %1$s, 3 %1$s, 3 0))".formatted(side);
    Catchments one =
        new SmallWorld().district("d", square).point("a", 3.0005, 0.0005, "S").catchments();
    assertThat(one.list().get(0).compactness()).isCloseTo(Math.PI / 4, within(1e-4));

    String strip = "POLYGON ((3 0, 3.002 0, 3.002 %1$s, 3 %1$s, 3 0))".formatted(side);
    Catchments long2 =
        new SmallWorld().district("d", strip).point("a", 3.0005, 0.0005, "S").catchments();
    assertThat(long2.list().get(0).compactness()).isCloseTo(8 * Math.PI / 36, within(1e-4));
  }

  @Test
  void meanAndLeastCompactnessCountEveryCatchmentOnce() {
    Catchments two =
        district()
            .road("residential", ACROSS)
            .point("a", 3.0002, 0.0005, "S2")
            .point("b", 3.0012, 0.0005, "S1")
            .catchments();
    assertThat(two.compactness().getCount()).isEqualTo(2);
    assertThat(two.compactness().getAverage()).isCloseTo(Math.PI / 4, within(1e-3));
    assertThat(two.compactness().getMin()).isCloseTo(Math.PI / 4, within(1e-3));
    assertThat(new SmallWorld().catchments().compactness().getCount()).isZero();
  }

  @Test
  void dividesABlockHalfwayBetweenPointsOfDifferentSchools() {
    Catchments catchments =
        district()
            .point("a", 3.0002, 0.0005, "S1")
            .point("a2", 3.0004, 0.0005, "S1")
            .point("b", 3.0012, 0.0005, "S2")
            .catchments();

    assertArea(catchments, "S1", "POLYGON ((3 0, 3.0008 0, 3.0008 0.001, 3 0.001, 3 0))");
    assertArea(
        catchments, "S2", "POLYGON ((3.0008 0, 3.002 0, 3.002 0.001, 3.0008 0.001, 3.0008 0))");
  }

  @Test
  void deadEndsAndPathsBoundNothing() {
    Catchments catchments =
        district()
            .road("residential", "LINESTRING (3.001 -0.001, 3.001 0.0009)")
            .road("footway", ACROSS)
            .road("track", ACROSS)
            .point("a", 3.0002, 0.0005, "S1")
            .point("b", 3.0012, 0.0005, "S2")
            .catchments();

    assertArea(catchments, "S1", "POLYGON ((3 0, 3.0007 0, 3.0007 0.001, 3 0.001, 3 0))");
  }

  @Test
  void emptyBlockJoinsTheNearestBlockWithDemandOverSharedBorders() {
    // blocks from west to east: a, empty, empty, b; the first empty one is nearer to a
    Catchments catchments =
        district()
            .road("residential", "LINESTRING (3.0005 -0.001, 3.0005 0.002)")
            .road("residential", ACROSS)
            .road("residential", "LINESTRING (3.0015 -0.001, 3.0015 0.002)")
            .point("a", 3.0002, 0.0005, "S1")
            .point("b", 3.0018, 0.0005, "S2")
            .catchments();

    assertArea(catchments, "S1", LEFT);
    assertArea(catchments, "S2", RIGHT);
  }

  @Test
  void islandWithoutDemandJoinsTheNearestBlockWithDemand() {
    Catchments catchments =
        district()
            .district("island", "POLYGON ((3.003 0, 3.004 0, 3.004 0.001, 3.003 0.001, 3.003 0))")
            .road("residential", ACROSS)
            .point("a", 3.0002, 0.0005, "S1")
            .point("b", 3.0012, 0.0005, "S2")
            .catchments();

    assertArea(catchments, "S1", LEFT);
    assertThat(areaOf(catchments, "S2").getNumGeometries()).isEqualTo(2);
  }

  @Test
  void whatLiesNearestToAPointWithoutASchoolIsInNoCatchment() {
    Catchments catchments =
        district()
            .road("residential", ACROSS)
            .road("residential", "LINESTRING (3.0015 -0.001, 3.0015 0.002)")
            .point("a", 3.0002, 0.0005, "S1")
            .point("b", 3.0012, 0.0005, "")
            .catchments();

    assertThat(catchments.list()).hasSize(1);
    assertArea(catchments, "S1", LEFT);
  }

  @Test
  void pointsOfDifferentSchoolsOnOneSpotShareABorderThroughIt() {
    Catchments catchments =
        district()
            .point("a", 3.00043, 0.00052, "S1")
            .point("b", 3.00043, 0.00052, "S2")
            .point("c", 3.00043, 0.00052, "S3")
            .point("d", 3.00043, 0.00052, "")
            .point("e", 3.0013, 0.0002, "S1")
            .catchments();

    assertThat(catchments.uncoveredPointIds()).isEmpty();
    assertThat(catchments.list()).hasSize(3);
    CoverageAssert.assertWritable(catchments);
    CoverageAssert.assertWhole(catchments, SmallWorld.read(DISTRICT));
  }

  @Test
  void pointsOnAStreetAreCoveredWhateverSchoolTheirNeighboursGoTo() {
    Catchments catchments =
        district()
            .road("residential", "LINESTRING (3.0009 -0.001, 3.0011 0.002)")
            .point("a", 3.0002, 0.0005, "S1")
            .point("b", 3.0012, 0.0005, "S2")
            .point("on1", 3.001, 0.0005, "S3")
            .point("on2", 3.001, 0.0005, "S4")
            .point("on3", 3.00097, 0.00005, "S2")
            .catchments();

    assertThat(catchments.uncoveredPointIds()).isEmpty();
    assertThat(catchments.list()).hasSize(4);
    CoverageAssert.assertWritable(catchments);
  }

  @Test
  void pointsOfManySchoolsOnOneSpotOfAStreetAreAllCovered() {
    SmallWorld world =
        district()
            .road("residential", "LINESTRING (3.0009 -0.001, 3.0010003 0.00041, 3.0011 0.002)")
            .point("west", 3.0002, 0.0005, "S0")
            .point("east", 3.0018, 0.0005, "S1");
    for (int school = 0; school < 7; school++) {
      world.point("p" + school, 3.0010003, 0.00041, "S" + school);
      world.point("q" + school, 3.00098, 0.0002, "S" + school);
      world.point("r" + school, 3.0, 0.001, "S" + school);
    }
    Catchments catchments = world.catchments();

    assertThat(catchments.uncoveredPointIds()).isEmpty();
    CoverageAssert.assertWritable(catchments);
    CoverageAssert.assertWhole(catchments, SmallWorld.read(DISTRICT));
  }

  @Test
  void pointOutsideEveryDistrictIsNamedAndChangesNothing() {
    Catchments catchments =
        district()
            .point("a", 3.0002, 0.0005, "S1")
            .point("far", 3.1, 0.0005, "S1")
            .point("far2", 3.1, 0.0005, "S2")
            .catchments();

    assertThat(catchments.uncoveredPointIds()).containsExactly("far", "far2");
    assertThat(catchments.list()).hasSize(1);
    assertArea(catchments, "S1", DISTRICT);
    assertThat(catchments.list().get(0).pointIds()).containsExactly("a", "far");
  }

  @Test
  void neighboursShareTheVertexWhereAThirdStreetEnds() {
    Catchments catchments =
        district()
            .road("residential", ACROSS)
            .road("residential", "LINESTRING (3.001 0.0004, 3.003 0.0004)")
            .point("a", 3.0002, 0.0005, "S1")
            .point("b", 3.0012, 0.0002, "S2")
            .point("c", 3.0012, 0.0008, "S3")
            .catchments();

    assertThat(areaOf(catchments, "S1").getCoordinates()).contains(new Coordinate(3.001, 0.0004));
    CoverageAssert.assertWritable(catchments);
    assertThat(catchments.colours()).isEqualTo(Map.of("S1", 0, "S2", 1, "S3", 2));
  }

  @Test
  void catchmentsThatMeetOnlyInACornerMayHaveOneColour() {
    Catchments catchments =
        district()
            .road("residential", ACROSS)
            .road("residential", "LINESTRING (2.999 0.0005, 3.003 0.0005)")
            .point("a", 3.0002, 0.0002, "S1")
            .point("b", 3.0012, 0.0002, "S2")
            .point("c", 3.0002, 0.0008, "S3")
            .point("d", 3.0012, 0.0008, "S4")
            .catchments();

    assertThat(catchments.colours()).isEqualTo(Map.of("S1", 0, "S2", 1, "S3", 1, "S4", 0));
  }

  @Test
  void worldWithoutDistrictsHasNoCatchments() {
    Catchments catchments = new SmallWorld().point("a", 3, 0, "S").catchments();

    assertThat(catchments.list()).isEmpty();
    assertThat(catchments.uncoveredPointIds()).containsExactly("a");
  }

  @Test
  void refusesAnAssignmentOfAnUnknownPoint() {
    SmallWorld world = district();
    assertThatThrownBy(() -> Catchments.of(world.dataset(), Map.of("nobody", "S"), Progress.SILENT))
        .hasMessageContaining("nobody");
  }
}
