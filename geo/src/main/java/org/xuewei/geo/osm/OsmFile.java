package org.xuewei.geo.osm;

import com.graphhopper.reader.ReaderElement;
import com.graphhopper.reader.osm.OSMFileHeader;
import com.graphhopper.reader.osm.SkipOptions;
import com.graphhopper.reader.osm.pbf.PbfDecoder;
import com.graphhopper.reader.osm.pbf.PbfStreamSplitter;
import com.graphhopper.reader.osm.pbf.Sink;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.openstreetmap.osmosis.osmbinary.Fileformat;
import org.xuewei.data.model.InputException;

/**
 * An OpenStreetMap extract in the PBF format, read by GraphHopper's decoder in the caller's thread:
 * with its own reader's threads a damaged block could leave the caller waiting for ever.
 */
final class OsmFile {
  /** The extract of a county has a few megabytes, of Henan about a hundred. */
  private static final long LARGEST_FILE_BYTES = 256L << 20;

  /** Limits of the PBF format. */
  private static final int LARGEST_HEADER_BYTES = 64 << 10;

  private static final int LARGEST_BLOB_BYTES = 32 << 20;
  private static final String NO_TIMESTAMP = "1970-01-01";

  private final Path file;
  private final String sha256;

  private OsmFile(Path file, String sha256) {
    this.file = file;
    this.sha256 = sha256;
  }

  /**
   * Opens a file and checks that it is a complete sequence of PBF blocks.
   *
   * @throws InputException when it is missing, empty, too large, truncated or something else
   */
  static OsmFile open(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new InputException(
          file.getFileName() + " is not a file; expected an OpenStreetMap .osm.pbf file");
    }
    try {
      long bytes = Files.size(file);
      if (bytes > LARGEST_FILE_BYTES) {
        throw new InputException(
            file.getFileName()
                + " has "
                + (bytes >> 20)
                + " MB; expected the extract of one county with at most "
                + (LARGEST_FILE_BYTES >> 20)
                + " MB");
      }
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (DataInputStream in =
          new DataInputStream(
              new BufferedInputStream(
                  new DigestInputStream(Files.newInputStream(file), digest), 1 << 16))) {
        checkBlocks(in, bytes);
      }
      return new OsmFile(file, HexFormat.of().formatHex(digest.digest()));
    } catch (IOException e) {
      throw damaged(file, e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void checkBlocks(DataInputStream in, long fileBytes) throws IOException {
    long position = 0;
    boolean first = true;
    while (position < fileBytes) {
      int headerBytes = in.readInt();
      if (headerBytes <= 0 || headerBytes > LARGEST_HEADER_BYTES) {
        throw new IOException("block header of " + headerBytes + " bytes");
      }
      var header = Fileformat.BlobHeader.parseFrom(exactly(in, headerBytes));
      int blobBytes = header.getDatasize();
      if (blobBytes < 0 || blobBytes > LARGEST_BLOB_BYTES) {
        throw new IOException("block of " + blobBytes + " bytes");
      }
      if (first && !header.getType().equals("OSMHeader")) {
        throw new IOException("first block is " + header.getType());
      }
      int rawBytes = Fileformat.Blob.parseFrom(exactly(in, blobBytes)).getRawSize();
      if (rawBytes < 0 || rawBytes > LARGEST_BLOB_BYTES) {
        throw new IOException("block of " + rawBytes + " bytes");
      }
      first = false;
      position += Integer.BYTES + headerBytes + blobBytes;
    }
    if (first) {
      throw new EOFException("no block");
    }
  }

  private static byte[] exactly(InputStream in, int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new EOFException();
    }
    return bytes;
  }

  /** Name without folders. */
  String name() {
    return file.getFileName().toString();
  }

  /** SHA-256 of the file's bytes, lower-case hex. */
  String sha256() {
    return sha256;
  }

  /** Day of the extract as its header has it, ISO 8601, or {@code unknown}. */
  String date() {
    String[] date = {"unknown"};
    read(
        new SkipOptions(true, true, true),
        element -> {
          String timestamp =
              element instanceof OSMFileHeader ? element.getTag("timestamp") : NO_TIMESTAMP;
          if (!timestamp.startsWith(NO_TIMESTAMP)) {
            date[0] = timestamp.substring(0, NO_TIMESTAMP.length());
          }
        });
    return date[0];
  }

  /** Hands over the elements that are not skipped, in the file's order. */
  void read(SkipOptions skip, Consumer<ReaderElement> reader) {
    Relay relay = new Relay(reader);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      var blocks = new PbfStreamSplitter(new DataInputStream(in));
      new PbfDecoder(blocks, new CallerRuns(), 1, relay, skip).run();
    } catch (IOException e) {
      throw damaged(file, e);
    } catch (RuntimeException e) {
      throw relay.failed ? e : damaged(file, e);
    }
  }

  private static InputException damaged(Path file, Exception cause) {
    return new InputException(
        file.getFileName() + " is truncated or damaged; expected an OpenStreetMap .osm.pbf file",
        cause);
  }

  /** Tells failures of our own code from those of the decoder. */
  private static final class Relay implements Sink {
    private final Consumer<ReaderElement> reader;
    private boolean failed;

    Relay(Consumer<ReaderElement> reader) {
      this.reader = reader;
    }

    @Override
    public void process(ReaderElement element) {
      failed = true;
      reader.accept(element);
      failed = false;
    }

    @Override
    public void complete() {}
  }

  /** Never starts a thread. */
  private static final class CallerRuns extends ThreadPoolExecutor {
    CallerRuns() {
      super(0, 1, 0, TimeUnit.SECONDS, new SynchronousQueue<>());
    }

    @Override
    public void execute(Runnable task) {
      task.run();
    }
  }
}
