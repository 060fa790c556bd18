package org.xuewei.geo.catchment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.xuewei.data.model.DemandPoint;

/** Random streets and points in a district of three parts, about 2.2 km x 1.1 km. */
class CatchmentsPropertyTest {
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final double WIDTH = 0.02;
  private static final double HEIGHT = 0.01;

  @Property(tries = 40)
  void everyPointIsCoveredByAValidCoverageThatFillsTheDistricts(
      @ForAll long seed,
      @ForAll @IntRange(max = 40) int roads,
      @ForAll @IntRange(min = 1, max = 60) int points,
      @ForAll @IntRange(min = 1, max = 8) int schools) {
    SmallWorld world = world(new Random(seed), roads, points, schools, 0);

    Catchments catchments = world.catchments();

    assertThat(catchments.uncoveredPointIds()).isEmpty();
    CoverageAssert.assertWritable(catchments);
    CoverageAssert.assertCovers(catchments, world.points(), world.schoolOfPoint());
    CoverageAssert.assertWhole(
        catchments, FACTORY.buildGeometry(world.districts().values()).union());
  }

  @Property(tries = 20)
  void everyAssignedPointIsCoveredWhereOthersHaveNoSchool(
      @ForAll long seed,
      @ForAll @IntRange(max = 40) int roads,
      @ForAll @IntRange(min = 1, max = 60) int points,
      @ForAll @IntRange(min = 1, max = 8) int schools) {
    SmallWorld world = world(new Random(seed), roads, points, schools, 0.3);

    Catchments catchments = world.catchments();

    assertThat(catchments.uncoveredPointIds()).isEmpty();
    CoverageAssert.assertWritable(catchments);
    CoverageAssert.assertCovers(catchments, world.points(), world.schoolOfPoint());
  }

  /**
   * A street comes back a few centimetres beside itself: the sliver between its two ways ends
   * before the point at their turn, once lines are on the grid.
   */
  @Example
  void pointAtTheTipOfASliverIsCovered() {
    SmallWorld world = world(new Random(-254523), 2, 36, 3, 0.3);

    Catchments catchments = world.catchments();

    assertThat(catchments.uncoveredPointIds()).isEmpty();
    CoverageAssert.assertWritable(catchments);
    CoverageAssert.assertCovers(catchments, world.points(), world.schoolOfPoint());
  }

  /** A border that rises by one grid step passes through the middle of the face beside it. */
  @Example
  void faceWhoseInteriorPointLiesOnARoundedBorderKeepsItsSchool() {
    SmallWorld world = world(new Random(5700734464883548691L), 1, 46, 7, 0);

    Catchments catchments = world.catchments();

    assertThat(catchments.uncoveredPointIds()).isEmpty();
    CoverageAssert.assertWritable(catchments);
    CoverageAssert.assertCovers(catchments, world.points(), world.schoolOfPoint());
  }

  @Property(tries = 5)
  void sameWorldGivesTheSameCatchments(@ForAll long seed) {
    Catchments once = world(new Random(seed), 20, 30, 5, 0.1).catchments();
    Catchments again = world(new Random(seed), 20, 30, 5, 0.1).catchments();

    assertThat(again.list().toString()).isEqualTo(once.list().toString());
  }

  private static SmallWorld world(
      Random random, int roads, int points, int schools, double unservedShare) {
    SmallWorld world = new SmallWorld();
    double split = WIDTH * (0.2 + 0.6 * random.nextDouble());
    double bend = 0.001 * random.nextDouble();
    world.district(
        "west", area(0, 0, split, 0, split + bend, HEIGHT / 3, split, HEIGHT, 0, HEIGHT));
    world.district(
        "east", area(split, 0, WIDTH, 0, WIDTH, HEIGHT, split, HEIGHT, split + bend, HEIGHT / 3));
    world.district("island", area(0.022, 0, 0.024, 0, 0.023, 0.002));
    List<Coordinate> corners = new ArrayList<>();
    for (int i = 0; i < roads; i++) {
      Coordinate[] path = new Coordinate[2 + random.nextInt(4)];
      for (int k = 0; k < path.length; k++) {
        boolean joins = !corners.isEmpty() && random.nextInt(3) == 0;
        path[k] = joins ? corners.get(random.nextInt(corners.size())).copy() : place(random);
        corners.add(path[k]);
      }
      world.road(random.nextInt(5) == 0 ? "track" : "residential", FACTORY.createLineString(path));
    }
    for (int i = 0; i < points; i++) {
      Coordinate place = place(random);
      int kind = random.nextInt(10);
      if (kind < 2 && !corners.isEmpty()) {
        place = corners.get(random.nextInt(corners.size()));
      } else if (kind < 4 && i > 0) {
        DemandPoint twin = world.points().get(random.nextInt(i));
        place = new Coordinate(twin.location().lon(), twin.location().lat());
      } else if (kind == 4) {
        place = new Coordinate(3 + split, 0.009);
      }
      place.x = Math.min(Math.max(place.x, 3.0001), 3 + WIDTH - 0.0001);
      place.y = Math.min(Math.max(place.y, 0.0001), HEIGHT - 0.0001);
      String school = random.nextDouble() < unservedShare ? "" : "S" + random.nextInt(schools);
      world.point(String.format("p%03d", i), place.x, place.y, school);
    }
    return world;
  }

  private static Coordinate place(Random random) {
    return new Coordinate(
        3 + WIDTH * (1.2 * random.nextDouble() - 0.1), HEIGHT * (1.2 * random.nextDouble() - 0.1));
  }

  private static Geometry area(double... offsets) {
    Coordinate[] ring = new Coordinate[offsets.length / 2 + 1];
    for (int i = 0; i < offsets.length / 2; i++) {
      ring[i] = new Coordinate(3 + offsets[2 * i], offsets[2 * i + 1]);
    }
    ring[ring.length - 1] = ring[0].copy();
    return FACTORY.createPolygon(ring);
  }
}
