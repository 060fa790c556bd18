package org.xuewei.geo.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.xuewei.data.model.InputException;
import org.xuewei.data.model.Progress;
import org.xuewei.geo.world.ChessboardTown;

class NetworkFilesTest {
  @Test
  void leavesNoGraphBehind(@TempDir Path folder) throws IOException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    long before = graphFolders(temporary);
    try (WalkingNetwork network = open(ChessboardTown.write(folder))) {
      assertThat(network.graphHopper().getBaseGraph().getEdges()).isPositive();
      assertThat(graphFolders(temporary)).isEqualTo(before);
    }
    assertThat(graphFolders(temporary)).isEqualTo(before);
  }

  @Test
  @Timeout(60)
  void refusesDamagedFilesWithAnInputException(@TempDir Path folder) throws IOException {
    byte[] town = Files.readAllBytes(ChessboardTown.write(folder));
    Path file = folder.resolve("bad.osm.pbf");

    for (int length : new int[] {0, 1, 4, 20, 60, town.length / 2, town.length - 1}) {
      Files.write(file, Arrays.copyOf(town, length));
      assertThatThrownBy(() -> open(file))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("bad.osm.pbf")
          .hasMessageContaining("expected");
    }
    Files.writeString(file, "<osm/>");
    assertThatThrownBy(() -> open(file)).isInstanceOf(InputException.class);
    assertThatThrownBy(() -> open(folder.resolve("none.osm.pbf")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no such file");
  }

  @Test
  @Timeout(60)
  void survivesScrambledContent(@TempDir Path folder) throws IOException {
    byte[] town = Files.readAllBytes(ChessboardTown.write(folder));
    for (int from = 200; from < town.length - 40; from += town.length / 6) {
      Path file = folder.resolve("scrambled.osm.pbf");
      Files.write(file, town);
      try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
        bytes.seek(from);
        for (int k = 0; k < 40; k++) {
          bytes.write(0xFF - 3 * k);
        }
      }
      try (WalkingNetwork network = open(file)) {
        assertThat(network.graphHopper().getBaseGraph().getEdges()).isPositive();
      } catch (InputException e) {
        assertThat(e).hasMessageContaining("scrambled.osm.pbf");
      }
    }
  }

  private static WalkingNetwork open(Path file) {
    return WalkingNetwork.open(file, Progress.SILENT);
  }

  private static long graphFolders(Path temporary) throws IOException {
    try (Stream<Path> files = Files.list(temporary)) {
      return files.filter(f -> f.getFileName().toString().startsWith("xuewei-walking-")).count();
    }
  }
}
