package org.xuewei.geo.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class GeometryBlobTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "POINT (113.1234567890123 -34.5)",
        "LINESTRING (0 0, 1 1, 2 0.1)",
        "POLYGON ((0 0, 9 0, 9 9, 0 0), (5 1, 8 1, 8 4, 5 1))",
        "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))",
        "POLYGON EMPTY",
        "MULTIPOLYGON EMPTY"
      })
  void givesBackTheGeometry(String wkt) throws ParseException {
    Geometry geometry = new WKTReader().read(wkt);

    assertThat(GeometryBlob.read(GeometryBlob.of(geometry)).equalsExact(geometry)).isTrue();
  }

  @Test
  void startsWithHeaderAndEnvelope() throws ParseException {
    ByteBuffer blob =
        ByteBuffer.wrap(GeometryBlob.of(new WKTReader().read("LINESTRING (1 2, 3 4)")))
            .order(ByteOrder.LITTLE_ENDIAN);

    assertThat(blob.get(3)).isEqualTo((byte) 0b011);
    assertThat(blob.getInt(4)).isEqualTo(4326);
    // min x, max x, min y, max y
    assertThat(blob.getDouble(8)).isEqualTo(1);
    assertThat(blob.getDouble(16)).isEqualTo(3);
    assertThat(blob.getDouble(24)).isEqualTo(2);
    assertThat(blob.getDouble(32)).isEqualTo(4);
  }

  @Test
  void refusesBytesThatAreNoGeometry() throws ParseException {
    byte[] blob = GeometryBlob.of(new WKTReader().read("LINESTRING (1 2, 3 4)"));
    for (int length = 0; length < blob.length; length++) {
      byte[] cut = Arrays.copyOf(blob, length);
      assertThatThrownBy(() -> GeometryBlob.read(cut))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("geom");
    }
  }

  @Test
  void refusesAMillionCollectionsInOneAnother() {
    int depth = 1_000_000;
    ByteBuffer blob = ByteBuffer.allocate(8 + 9 * depth).order(ByteOrder.LITTLE_ENDIAN);
    blob.put((byte) 'G').put((byte) 'P').put((byte) 0).put((byte) 1).putInt(4326);
    for (int k = 0; k < depth; k++) {
      blob.put((byte) 1).putInt(7).putInt(1);
    }

    assertThatThrownBy(() -> GeometryBlob.read(blob.array()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("too many collections");
  }
}
