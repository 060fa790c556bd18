package org.xuewei.geo.layer;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * SHA-256 of what the rows of a table say, however the database file arranges them: opening a
 * GeoPackage in a GIS may rewrite its pages, but not its content.
 */
final class RowDigest {
  private static final int NO_GEOMETRY = -1;

  private RowDigest() {}

  static String of(List<Row> rows) {
    MessageDigest digest = sha256();
    try (DataOutputStream out =
        new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest))) {
      for (Row row : rows) {
        addGeometry(row.geometry(), out);
        for (Object value : row.values()) {
          byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
          out.writeInt(text.length);
          out.write(text);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void addGeometry(@Nullable Geometry geometry, DataOutputStream out)
      throws IOException {
    if (geometry == null) {
      out.writeInt(NO_GEOMETRY);
    } else {
      byte[] wkb = GeometryBlob.wellKnownBinary(geometry);
      out.writeInt(wkb.length);
      out.write(wkb);
    }
  }
}
