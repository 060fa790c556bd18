package org.xuewei.geo.osm;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openstreetmap.osmosis.osmbinary.Fileformat.Blob;
import org.openstreetmap.osmosis.osmbinary.Fileformat.BlobHeader;
import org.xuewei.data.model.InputException;

/**
 * Looks through the blocks of an OpenStreetMap file before GraphHopper reads it, which trusts every
 * size in the file and waits for ever when one of its threads runs out of memory.
 */
public final class OsmFileCheck {
  /** Limits of the PBF format: 64 KiB a blob header, 32 MiB a blob, packed or unpacked. */
  private static final int HEADER_BYTES_AT_MOST = 64 << 10;

  private static final int BLOB_BYTES_AT_MOST = 32 << 20;

  /** The extract of a county has a few megabytes, of Henan about a hundred. */
  private static final long FILE_BYTES_AT_MOST = 256L << 20;

  /** Sixteen times the largest file; maps unpack to two or three times their size. */
  private static final long UNPACKED_BYTES_AT_MOST = 16 * FILE_BYTES_AT_MOST;

  private OsmFileCheck() {}

  /**
   * @throws InputException if the file is missing, is too large for a county, is not in the PBF
   *     format, or is cut off
   */
  public static void check(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new InputException(file + ": no such file; expected an OpenStreetMap .osm.pbf file");
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      if (Files.size(file) > FILE_BYTES_AT_MOST) {
        throw new InputException(
            file
                + " has "
                + (Files.size(file) >> 20)
                + " MiB; expected the extract of a county with at most "
                + (FILE_BYTES_AT_MOST >> 20)
                + " MiB");
      }
      checkBlocks(new DataInputStream(in));
    } catch (IOException e) {
      throw damaged(file, e);
    }
  }

  static InputException damaged(Path file, Exception cause) {
    return new InputException(
        file + " is truncated or damaged; expected an OpenStreetMap .osm.pbf file", cause);
  }

  private static void checkBlocks(DataInputStream in) throws IOException {
    int blocks = 0;
    long unpackedBytes = 0;
    while (!atEnd(in)) {
      BlobHeader header = BlobHeader.parseFrom(read(in, in.readInt(), HEADER_BYTES_AT_MOST));
      if (blocks == 0 && !header.getType().equals("OSMHeader")) {
        throw new IOException("starts with a block of another kind");
      }
      Blob blob = Blob.parseFrom(read(in, header.getDatasize(), BLOB_BYTES_AT_MOST));
      checkSize(blob.getRawSize(), BLOB_BYTES_AT_MOST);
      unpackedBytes += blob.getRawSize();
      if (unpackedBytes > UNPACKED_BYTES_AT_MOST) {
        throw new IOException("unpacks to more than " + UNPACKED_BYTES_AT_MOST + " bytes");
      }
      blocks++;
    }
    if (blocks < 2) {
      throw new IOException("holds no map data");
    }
  }

  private static boolean atEnd(DataInputStream in) throws IOException {
    in.mark(1);
    if (in.read() < 0) {
      return true;
    }
    in.reset();
    return false;
  }

  private static byte[] read(DataInputStream in, int bytes, int bytesAtMost) throws IOException {
    checkSize(bytes, bytesAtMost);
    byte[] content = new byte[bytes];
    in.readFully(content);
    return content;
  }

  private static void checkSize(int bytes, int bytesAtMost) throws IOException {
    if (bytes < 0 || bytes > bytesAtMost) {
      throw new IOException("a block of " + Integer.toUnsignedString(bytes) + " bytes");
    }
  }
}
