package org.xuewei.geo.osm;

import com.graphhopper.reader.ReaderElement;
import com.graphhopper.reader.osm.SkipOptions;
import com.graphhopper.reader.osm.pbf.PbfDecoder;
import com.graphhopper.reader.osm.pbf.PbfStreamSplitter;
import com.graphhopper.reader.osm.pbf.Sink;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
import org.xuewei.data.model.InputException;
import org.xuewei.data.model.region.Provenance;

/**
 * An OpenStreetMap extract in the PBF format, read by GraphHopper's decoder in the caller's thread:
 * with its own reader's threads a damaged block could leave the caller waiting for ever.
 */
final class OsmFile {
  private final Path file;

  private OsmFile(Path file) {
    this.file = file;
  }

  /**
   * Opens a file and looks through its blocks.
   *
   * @throws InputException as {@link OsmFileCheck#check}
   */
  static OsmFile open(Path file) {
    OsmFileCheck.check(file);
    return new OsmFile(file);
  }

  /** Name without folders. */
  String name() {
    return file.getFileName().toString();
  }

  /** Name, date and hash of the file with OpenStreetMap's licence. */
  Provenance provenance() {
    try (InputStream forDate = input();
        InputStream forHash = input()) {
      return new Provenance(
          name(),
          DataDate.of(forDate),
          "ODbL-1.0",
          "© OpenStreetMap contributors",
          sha256(forHash));
    } catch (IOException | RuntimeException e) {
      throw OsmFileCheck.damaged(file, e);
    }
  }

  private static String sha256(InputStream in) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Hands over the elements that are not skipped, in the file's order. */
  void read(SkipOptions skip, Consumer<ReaderElement> reader) {
    Relay relay = new Relay(reader);
    try (InputStream in = input()) {
      var blocks = new PbfStreamSplitter(new DataInputStream(in));
      new PbfDecoder(blocks, new CallerRuns(), 1, relay, skip).run();
    } catch (IOException e) {
      throw OsmFileCheck.damaged(file, e);
    } catch (RuntimeException e) {
      throw relay.failed ? e : OsmFileCheck.damaged(file, e);
    }
  }

  private InputStream input() throws IOException {
    return new BufferedInputStream(Files.newInputStream(file), 1 << 16);
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
