package org.xuewei.geo.osm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xuewei.data.model.DataIssues;
import org.xuewei.data.model.Progress;
import org.xuewei.data.model.School;
import org.xuewei.data.model.Stage;
import org.xuewei.geo.world.ChessboardTown;
import org.xuewei.geo.world.TownMap;

/** One street with homes north of it and the ground of a school, 80 m x 80 m, south of it. */
class SchoolsTest {
  private final Path folder;
  private final TownMap map = new TownMap(ChessboardTown::at);

  SchoolsTest(@TempDir Path folder) {
    this.folder = folder;
    map.district(900, "District", 1000, -500, -500, 500, 500);
    map.street(-400, 0, 100, 0, 8, "highway=residential");
    map.rectangle(901, 10, 10, 90, 90, "landuse=residential");
  }

  @Test
  void areaTakesNameAndStagesOfTheNodesOnItsGround() throws IOException {
    map.rectangle(902, 10, -90, 90, -10, "amenity=school");
    map.point(903, 30, -50, "amenity=school", "isced:level=1", "name=First");
    map.point(904, 60, -50, "amenity=school", "isced:level=2", "name=Second");

    assertThat(schools())
        .singleElement()
        .satisfies(
            school -> {
              assertThat(school.id()).isEqualTo("school-w902");
              assertThat(school.name()).isEqualTo("First");
              assertThat(school.stages()).containsExactlyInAnyOrder(Stage.PRIMARY, Stage.JUNIOR);
            });
  }

  @Test
  void areaThatNamesItsStagesKeepsThem() throws IOException {
    map.rectangle(902, 10, -90, 90, -10, "amenity=school", "isced:level=1", "name=Area");
    map.point(903, 30, -50, "amenity=school", "isced:level=2", "name=Node");

    assertThat(schools())
        .singleElement()
        .satisfies(
            school -> {
              assertThat(school.name()).isEqualTo("Area");
              assertThat(school.stages()).containsExactly(Stage.PRIMARY);
            });
  }

  private List<School> schools() throws IOException {
    Path file = folder.resolve("town.osm.pbf");
    map.write(file, Instant.parse("2020-01-01T00:00:00Z"));
    return OsmImport.read(
            file, new OsmImport.Options("town", "Town", 8, 500), new DataIssues(), Progress.SILENT)
        .schools();
  }
}
