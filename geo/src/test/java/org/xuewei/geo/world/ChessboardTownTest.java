package org.xuewei.geo.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.graphhopper.reader.ReaderElement;
import com.graphhopper.reader.osm.OSMInputFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChessboardTownTest {
  @Test
  void isReadByTheOpenStreetMapReader(@TempDir Path folder) throws Exception {
    Map<ReaderElement.Type, Integer> counts = new EnumMap<>(ReaderElement.Type.class);
    try (OSMInputFile in = new OSMInputFile(ChessboardTown.write(folder).toFile()).open()) {
      for (ReaderElement e = in.getNext(); e != null; e = in.getNext()) {
        counts.merge(e.getType(), 1, Integer::sum);
      }
    }
    // streets: 9 ranks, 10 whole files and 2 parts of one, lane and path, island 12, ferry 1
    // areas: 2 districts, 4 homes, 6 buildings, 1 school, 1 meadow, 1 strait = 15
    assertThat(counts).containsEntry(ReaderElement.Type.WAY, 9 + 10 + 2 + 2 + 12 + 1 + 15);
    // crossings 11 x 9 + island 36 + lane 2 + path 2; corners 14 x 4 + 5; school points 2, gate 1
    assertThat(counts).containsEntry(ReaderElement.Type.NODE, 99 + 36 + 2 + 2 + 56 + 5 + 2 + 1);
    assertThat(counts).containsEntry(ReaderElement.Type.RELATION, 2);
  }

  @Test
  void isTheSameFileEveryTime(@TempDir Path folder) throws Exception {
    byte[] first = Files.readAllBytes(ChessboardTown.write(folder));
    assertThat(Files.readAllBytes(ChessboardTown.write(folder))).isEqualTo(first);
  }
}
