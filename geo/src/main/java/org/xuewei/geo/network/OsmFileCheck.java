package org.xuewei.geo.network;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openstreetmap.osmosis.osmbinary.Fileformat.Blob;
import org.openstreetmap.osmosis.osmbinary.Fileformat.BlobHeader;
import org.xuewei.data.model.InputException;

/**
 * Looks through an OpenStreetMap file before GraphHopper reads it, which trusts every size in the
 * file and waits for ever when one of its threads runs out of memory.
 */
final class OsmFileCheck {
  /** Limits of the PBF format: 64 KiB a blob header, 32 MiB a blob, packed or unpacked. */
  private static final int HEADER_BYTES_AT_MOST = 64 << 10;

  private static final int BLOB_BYTES_AT_MOST = 32 << 20;

  private OsmFileCheck() {}

  /**
   * @throws InputException if the file is missing, is not in the PBF format, or is cut off
   */
  static void check(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new InputException(file + ": no such file; expected an OpenStreetMap .osm.pbf file");
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      checkBlocks(new DataInputStream(in));
    } catch (EOFException e) {
      throw new InputException(
          file + ": ends in the middle of a block; expected a whole OpenStreetMap .osm.pbf file",
          e);
    } catch (IOException e) {
      throw new InputException(
          file
              + ": is damaged or no PBF file ("
              + e.getMessage()
              + "); expected an OpenStreetMap .osm.pbf file",
          e);
    }
  }

  private static void checkBlocks(DataInputStream in) throws IOException {
    int blocks = 0;
    while (!atEnd(in)) {
      BlobHeader header = BlobHeader.parseFrom(read(in, in.readInt(), HEADER_BYTES_AT_MOST));
      if (blocks == 0 && !header.getType().equals("OSMHeader")) {
        throw new IOException("starts with a block of another kind");
      }
      Blob blob = Blob.parseFrom(read(in, header.getDatasize(), BLOB_BYTES_AT_MOST));
      checkSize(blob.getRawSize(), BLOB_BYTES_AT_MOST);
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
