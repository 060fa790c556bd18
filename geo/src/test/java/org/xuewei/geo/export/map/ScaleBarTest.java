package org.xuewei.geo.export.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import net.sf.geographiclib.Geodesic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;

class ScaleBarTest {
  private static final Rectangle2D FRAME = new Rectangle2D.Double(0, 0, 1000, 800);

  @ParameterizedTest
  @CsvSource({"14.18, 14.58, 35.78, 36.08", "113.8, 115.9, 32.1, 34.4", "9.5, 9.52, 47.1, 47.11"})
  void isAsLongAsItSays(double west, double east, double south, double north) {
    Envelope extent = new Envelope(west, east, south, north);
    LocalProjection projection = LocalProjection.fitting(extent, FRAME);
    ScaleBar bar = ScaleBar.of(projection.metresPerUnit(), 200);

    double lon = extent.centre().x;
    double lat = extent.centre().y;
    double lonDegrees = bar.units() / (projection.x(lon + 0.5) - projection.x(lon - 0.5));
    double latDegrees = bar.units() / (projection.y(lat - 0.5) - projection.y(lat + 0.5));
    double alongParallel = Geodesic.WGS84.Inverse(lat, lon, lat, lon + lonDegrees).s12;
    double alongMeridian = Geodesic.WGS84.Inverse(lat, lon, lat + latDegrees, lon).s12;

    assertThat(alongParallel).isCloseTo(bar.metres(), within(0.01 * bar.metres()));
    assertThat(alongMeridian).isCloseTo(bar.metres(), within(0.01 * bar.metres()));
  }

  @ParameterizedTest
  @CsvSource({"30, 200, 5000", "9.9, 100, 500", "10, 100, 1000", "0.5, 210, 100", "1e5, 200, 2e7"})
  void isTheLongestRoundLength(double metresPerUnit, double longest, double metres) {
    assertThat(ScaleBar.of(metresPerUnit, longest).metres()).isEqualTo(metres);
  }

  @Test
  void saysKilometresFromOneThousandMetres() {
    assertThat(ScaleBar.of(10, 100).label(MapText.ENGLISH)).isEqualTo("1 km");
    assertThat(ScaleBar.of(5, 100).label(MapText.CHINESE)).isEqualTo("500 米");
  }
}
