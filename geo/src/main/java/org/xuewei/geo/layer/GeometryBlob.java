package org.xuewei.geo.layer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/**
 * A geometry as GeoPackage stores it: header, envelope, well-known binary (OGC 12-128r18, clause
 * 2.1.3). Two dimensions, EPSG:4326.
 */
final class GeometryBlob {
  static final int SRS_ID = 4326;

  private static final int HEADER_BYTES = 8;
  private static final int XY_ENVELOPE_BYTES = 32;

  /** Bytes of the envelope by the three bits of the header that name its kind. */
  private static final int[] ENVELOPE_BYTES = {0, 32, 48, 48, 64};

  private static final int LITTLE_ENDIAN_FLAG = 0b00001;
  private static final int XY_ENVELOPE_FLAG = 0b00010;
  private static final int EMPTY_FLAG = 0b10000;

  private GeometryBlob() {}

  static byte[] wellKnownBinary(Geometry geometry) {
    return new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN).write(geometry);
  }

  static byte[] of(Geometry geometry) {
    byte[] wkb = wellKnownBinary(geometry);
    boolean empty = geometry.isEmpty();
    ByteBuffer blob =
        ByteBuffer.allocate(HEADER_BYTES + (empty ? 0 : XY_ENVELOPE_BYTES) + wkb.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put((byte) 'G')
            .put((byte) 'P')
            .put((byte) 0)
            .put((byte) (LITTLE_ENDIAN_FLAG | (empty ? EMPTY_FLAG : XY_ENVELOPE_FLAG)))
            .putInt(SRS_ID);
    if (!empty) {
      Envelope box = geometry.getEnvelopeInternal();
      blob.putDouble(box.getMinX())
          .putDouble(box.getMaxX())
          .putDouble(box.getMinY())
          .putDouble(box.getMaxY());
    }
    return blob.put(wkb).array();
  }

  /**
   * @throws IllegalArgumentException if the bytes are no such geometry
   */
  static Geometry read(byte[] blob) {
    if (blob.length < HEADER_BYTES || blob[0] != 'G' || blob[1] != 'P') {
      throw new IllegalArgumentException("geom is not a GeoPackage geometry");
    }
    int envelopeKind = (blob[3] >> 1) & 7;
    if (envelopeKind >= ENVELOPE_BYTES.length) {
      throw new IllegalArgumentException("geom has an envelope of kind " + envelopeKind);
    }
    int start = HEADER_BYTES + ENVELOPE_BYTES[envelopeKind];
    if (blob.length < start) {
      throw new IllegalArgumentException("geom ends too early");
    }
    try {
      return new WKBReader().read(Arrays.copyOfRange(blob, start, blob.length));
    } catch (ParseException | RuntimeException e) {
      throw new IllegalArgumentException("geom is damaged: " + e.getMessage(), e);
    } catch (StackOverflowError e) {
      // the reader descends once for each collection inside a collection, without a limit
      throw new IllegalArgumentException("geom has too many collections in collections", e);
    }
  }
}
