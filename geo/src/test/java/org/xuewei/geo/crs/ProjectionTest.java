package org.xuewei.geo.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTReader;
import org.xuewei.data.model.InputException;
import org.xuewei.data.model.LonLat;

class ProjectionTest {
  private static final double MILLIMETRE = 0.001;

  /** Expected values by PROJ 9.1.1 (cs2cs). */
  @ParameterizedTest
  @CsvSource({
    "4547, 395835.792568, 3124187.457725",
    "4548, 101191.688927, 3130423.576213",
    "32649, 690244.820249, 3124004.488978"
  })
  void agreesWithProjToTheMillimetre(int epsg, double easting, double northing) {
    Coordinate metres = Projection.metric(epsg).toMetric(new LonLat(112.9388, 28.2282));

    assertThat(metres.x).isCloseTo(easting, within(MILLIMETRE));
    assertThat(metres.y).isCloseTo(northing, within(MILLIMETRE));
  }

  @Property(tries = 200)
  void comesBackToTheSamePlace(
      @ForAll @DoubleRange(min = 112.5, max = 115.5) double lon,
      @ForAll @DoubleRange(min = 31, max = 37) double lat) {
    Projection zone38 = Projection.metric(4547);

    LonLat back = zone38.toLonLat(zone38.toMetric(new LonLat(lon, lat)));

    assertThat(back.lon()).isCloseTo(lon, within(1e-8));
    assertThat(back.lat()).isCloseTo(lat, within(1e-8));
  }

  @Test
  void projectsGeometriesAsItsPositions() throws Exception {
    Projection utm33 = Projection.metric(32633);
    Geometry line = new WKTReader().read("LINESTRING (14.4 35.9, 14.5 35.8)");

    Geometry metric = utm33.toMetric(line);

    assertThat(metric.getCoordinates()[1].distance(utm33.toMetric(new LonLat(14.5, 35.8))))
        .isLessThan(MILLIMETRE);
    assertThat(utm33.toLonLat(metric).equalsExact(line, 1e-9)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "109.5, 34, 4546",
    "112.4, 34, 4546",
    "112.5, 34, 4547",
    "113.6, 34.7, 4547",
    "115.5, 32, 4548",
    "118.4, 32, 4548",
    "118.5, 32, 32650",
    "109.4, 34, 32649",
    "113.6, -7, 32749",
    "14.4, 35.9, 32633",
    "9.55, 47.15, 32632",
    "-51.2, -30, 32722",
    "180, 10, 32660"
  })
  void choosesTheZoneOfThePlace(double lon, double lat, int epsg) {
    assertThat(Projection.metricEpsgFor(new LonLat(lon, lat))).isEqualTo(epsg);
  }

  @Test
  void refusesUnknownNumbers() {
    assertThatThrownBy(() -> Projection.metric(123456))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("EPSG:123456");
  }

  @ParameterizedTest
  @CsvSource({"4326", "4490", "2277"})
  void refusesDegreesAndFeet(int epsg) {
    assertThatThrownBy(() -> Projection.metric(epsg))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("metres");
  }
}
