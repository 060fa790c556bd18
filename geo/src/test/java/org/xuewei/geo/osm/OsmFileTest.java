package org.xuewei.geo.osm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.graphhopper.reader.osm.SkipOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openstreetmap.osmosis.osmbinary.Fileformat.Blob;
import org.openstreetmap.osmosis.osmbinary.Fileformat.BlobHeader;
import org.xuewei.data.model.DataIssues;
import org.xuewei.data.model.InputException;
import org.xuewei.data.model.Progress;
import org.xuewei.geo.world.ChessboardTown;

@Timeout(60)
class OsmFileTest {
  private static final Path LIECHTENSTEIN =
      Path.of("../data/samples/liechtenstein/liechtenstein-2021-05-05.osm.pbf");

  private final Path folder;

  OsmFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void takesTheDateOfTheHeader() throws IOException {
    OsmFile town = OsmFile.open(ChessboardTown.write(folder));
    assertThat(town.provenance().dataDate()).isEqualTo(ChessboardTown.DATA_DATE);
  }

  @Test
  void takesTheDateOfTheNewestObjectWhenTheHeaderHasNone() throws IOException {
    byte[] bytes = Files.readAllBytes(LIECHTENSTEIN);
    Path file = folder.resolve("cut.osm.pbf");
    Files.write(file, withoutHeaderDate(bytes));

    assertThat(OsmFile.open(file).provenance().dataDate()).isEqualTo("2021-05-05");
  }

  @Test
  void refusesAFileThatIsMissingOrEmptyOrOfAnotherKind() throws IOException {
    assertRefused(folder.resolve("missing.osm.pbf"));
    assertRefused(folder);
    assertRefused(file(new byte[0]));
    assertRefused(file("<osm version=\"0.6\"/>".getBytes(StandardCharsets.UTF_8)));
    assertRefused(file("PK\u0003\u0004".getBytes(StandardCharsets.UTF_8)));
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write(Files.readAllBytes(LIECHTENSTEIN), 0, 10_000);
    }
    assertRefused(file(zipped.toByteArray()));
  }

  @Test
  void refusesATruncatedFileWhereverItEnds() throws IOException {
    byte[] whole = Files.readAllBytes(LIECHTENSTEIN);
    for (int length : new int[] {1, 3, 4, 50, 5_000, whole.length / 2, whole.length - 1}) {
      assertThatThrownBy(() -> read(file(Arrays.copyOf(whole, length))))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("given.osm.pbf")
          .hasMessageContaining("expected an OpenStreetMap .osm.pbf file");
    }
  }

  @Test
  void endsWithADatasetOrAnInputErrorWhateverBytesAreDamaged() throws IOException {
    byte[] town = Files.readAllBytes(ChessboardTown.write(folder));
    Random random = new Random(7);
    int refused = 0;
    for (int round = 0; round < 150; round++) {
      byte[] damaged = town.clone();
      for (int k = 0; k < 6; k++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      try {
        OsmImport.read(file(damaged), options(), new DataIssues(), Progress.SILENT);
      } catch (InputException e) {
        refused++;
      }
    }
    assertThat(refused).isPositive();
  }

  @Test
  void refusesBlocksThatClaimToUnpackToGigabytes() throws IOException {
    byte[] blob = Blob.newBuilder().setRawSize(Integer.MAX_VALUE).build().toByteArray();
    byte[] header =
        BlobHeader.newBuilder().setType("OSMHeader").setDatasize(blob.length).build().toByteArray();
    ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + header.length + blob.length);
    assertRefused(file(bytes.putInt(header.length).put(header).put(blob).array()));
  }

  @Test
  void refusesManySmallBlocksThatUnpackToGigabytesTogether() throws IOException {
    byte[] blob = Blob.newBuilder().setRawSize(32 << 20).build().toByteArray();
    byte[] header =
        BlobHeader.newBuilder().setType("OSMHeader").setDatasize(blob.length).build().toByteArray();
    int blocks = (4 << 10) / 32 + 1;
    ByteBuffer bytes = ByteBuffer.allocate(blocks * (Integer.BYTES + header.length + blob.length));
    for (int k = 0; k < blocks; k++) {
      bytes.putInt(header.length).put(header).put(blob);
    }
    assertRefused(file(bytes.array()));
  }

  private static void read(Path file) {
    OsmFile.open(file).read(SkipOptions.none(), element -> {});
  }

  private static OsmImport.Options options() {
    return new OsmImport.Options("town", "Town", 8, 500);
  }

  private static void assertRefused(Path file) {
    assertThatThrownBy(() -> OsmFile.open(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(file.getFileName().toString())
        .hasMessageContaining("expected an OpenStreetMap .osm.pbf file");
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("given.osm.pbf"), bytes);
  }

  /** The file with its first block replaced by one that says nothing. */
  private static byte[] withoutHeaderDate(byte[] file) throws IOException {
    ByteBuffer old = ByteBuffer.wrap(file);
    byte[] oldHeader = new byte[old.getInt()];
    old.get(oldHeader);
    old.position(old.position() + BlobHeader.parseFrom(oldHeader).getDatasize());

    byte[] blob =
        Blob.newBuilder().setRaw(com.google.protobuf.ByteString.EMPTY).build().toByteArray();
    byte[] header =
        BlobHeader.newBuilder().setType("OSMHeader").setDatasize(blob.length).build().toByteArray();
    ByteBuffer bytes =
        ByteBuffer.allocate(Integer.BYTES + header.length + blob.length + old.remaining());
    return bytes.putInt(header.length).put(header).put(blob).put(old).array();
  }
}
