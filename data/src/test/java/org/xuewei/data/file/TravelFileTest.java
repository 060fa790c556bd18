package org.xuewei.data.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xuewei.data.model.InputException;
import org.xuewei.data.model.TravelMatrix;
import org.xuewei.data.model.TravelMatrix.MissingReason;

class TravelFileTest {
  /** Two points and two sites: 小区1 reaches B at 90 m and A at 120 m, 小区2 nothing. */
  private static final TravelMatrix SMALL =
      new TravelMatrix(
          List.of("小区1", "小区2"),
          List.of("A", "B"),
          2000,
          new int[] {0, 2, 2},
          new int[] {1, 0},
          new int[] {90, 120},
          Map.of(1, MissingReason.OTHER_COMPONENT));

  @Property(tries = 200)
  void givesBackWhatWasWritten(
      @ForAll long seed,
      @ForAll @IntRange(max = 40) int points,
      @ForAll @IntRange(max = 12) int sites)
      throws IOException {
    TravelMatrix travel = randomMatrix(new Random(seed), points, sites);
    Path file = Files.createTempFile("travel", ".bin");
    try {
      TravelFile.write(travel, file);
      assertThat(TravelFile.read(file)).isEqualTo(travel);
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void writesTheDocumentedLayout(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("travel.bin");
    TravelFile.write(SMALL, file);

    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    // header 28, ids 2 x (2 + 7) and 2 x (2 + 1), rows 2 x 5, pairs 2 x 8
    assertThat(bytes.limit()).isEqualTo(28 + 18 + 6 + 10 + 16);
    assertThat(bytes.getInt(8)).isEqualTo(1);
    assertThat(bytes.getInt(24)).isEqualTo(2000);
    assertThat(bytes.get(61)).isEqualTo((byte) 2);
    assertThat(bytes.getInt(62)).isEqualTo(1);
    assertThat(bytes.getInt(66)).isEqualTo(90);
  }

  @Test
  void refusesEveryTruncation(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("travel.bin");
    TravelFile.write(SMALL, file);
    byte[] whole = Files.readAllBytes(file);

    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> TravelFile.read(file))
          .as("%d bytes", length)
          .isInstanceOf(InputException.class)
          .hasMessageContaining("travel.bin")
          .hasMessageContaining("expected");
    }
  }

  @Test
  void refusesMoreBytesThanTheCountsSay(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("travel.bin");
    TravelFile.write(SMALL, file);
    Files.write(file, new byte[] {0}, StandardOpenOption.APPEND);

    assertThatThrownBy(() -> TravelFile.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("bytes follow");
  }

  @Test
  void takesNoMemoryForCountsTheFileCannotHold(@TempDir Path folder) throws IOException {
    for (int count : new int[] {12, 16, 20}) {
      for (int value : new int[] {Integer.MAX_VALUE, -1}) {
        Path file = folder.resolve("travel.bin");
        TravelFile.write(SMALL, file);
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer.wrap(bytes).putInt(count, value);
        Files.write(file, bytes);

        assertThatThrownBy(() -> TravelFile.read(file)).isInstanceOf(InputException.class);
      }
    }
  }

  @Test
  void refusesADistanceAboveTheLimit(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("travel.bin");
    TravelFile.write(SMALL, file);
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer.wrap(bytes).putInt(24, 119);
    Files.write(file, bytes);

    assertThatThrownBy(() -> TravelFile.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("within the limit");
  }

  @Test
  void refusesADistanceBelowZeroByDemandPoint(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("travel.bin");
    TravelFile.write(SMALL, file);
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer.wrap(bytes).putInt(66, -90);
    Files.write(file, bytes);

    assertThatThrownBy(() -> TravelFile.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("travel.bin")
        .hasMessageContaining("row of 小区1");
  }

  @Property(tries = 500)
  void readsOrRefusesAnyDamage(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    Path file = Files.createTempFile("travel", ".bin");
    try {
      TravelFile.write(SMALL, file);
      byte[] bytes = Files.readAllBytes(file);
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      Files.write(file, bytes);
      assertThat(TravelFile.read(file).pointIds()).hasSize(2);
    } catch (InputException e) {
      assertThat(e).hasMessageContaining(file.getFileName().toString());
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void namesAMissingFileAndAnotherVersion(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("travel.bin");
    assertThatThrownBy(() -> TravelFile.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("travel.bin");

    TravelFile.write(SMALL, file);
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer.wrap(bytes).putInt(8, 2);
    Files.write(file, bytes);
    assertThatThrownBy(() -> TravelFile.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("version 2; expected 1");
  }

  private static TravelMatrix randomMatrix(Random random, int points, int sites) {
    int[] rowStart = new int[points + 1];
    int[] site = new int[points * sites];
    int[] metres = new int[points * sites];
    Map<Integer, MissingReason> missing = new HashMap<>();
    int entries = 0;
    for (int point = 0; point < points; point++) {
      int metresSoFar = 0;
      for (int s = 0; s < sites; s++) {
        if (random.nextInt(3) == 0) {
          site[entries] = s;
          metres[entries] = metresSoFar += random.nextInt(400);
          entries++;
        }
      }
      rowStart[point + 1] = entries;
      if (rowStart[point] == entries) {
        missing.put(point, MissingReason.values()[random.nextInt(3)]);
      }
    }
    return new TravelMatrix(
        IntStream.range(0, points).mapToObj(k -> "小区" + k).toList(),
        IntStream.range(0, sites).mapToObj(k -> "way/" + k).toList(),
        5_000 + random.nextInt(10_000),
        rowStart,
        Arrays.copyOf(site, entries),
        Arrays.copyOf(metres, entries),
        missing);
  }
}
