package org.xuewei.api.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xuewei.data.model.DataIssues;
import org.xuewei.data.model.Progress;
import org.xuewei.data.model.Stage;
import org.xuewei.data.model.TravelMatrix;
import org.xuewei.data.model.region.Dataset;
import org.xuewei.data.standard.Standard;
import org.xuewei.geo.layer.DatasetFolder;
import org.xuewei.geo.network.WalkingNetwork;
import org.xuewei.geo.osm.OsmImport;

/** An OpenStreetMap extract read and measured. */
record ImportStep(Dataset dataset, TravelMatrix travel, DataIssues issues) {

  /**
   * @param limitMetres distances are measured as far as this
   */
  static ImportStep of(
      Path osmFile,
      String id,
      String name,
      int adminLevel,
      int limitMetres,
      Standard standard,
      Progress progress) {
    DataIssues issues = new DataIssues();
    OsmImport.Options options =
        new OsmImport.Options(id, name, adminLevel, residentsOfTwoClasses(standard));
    Dataset dataset = OsmImport.read(osmFile, options, issues, progress);
    List<WalkingNetwork.Gate> gates = new ArrayList<>();
    dataset.schools().forEach(s -> gates.add(new WalkingNetwork.Gate(s.id(), s.gate())));
    dataset.candidates().forEach(c -> gates.add(new WalkingNetwork.Gate(c.id(), c.gate())));
    try (WalkingNetwork network = WalkingNetwork.open(osmFile, progress)) {
      TravelMatrix travel =
          network.travel(dataset.demandPoints(), gates, limitMetres, issues, progress);
      return new ImportStep(dataset, travel, issues);
    }
  }

  /** Writes the dataset folder. */
  void write(Path folder, Progress progress) {
    try (Progress.Phase phase = progress.start("write dataset", 0)) {
      DatasetFolder.write(dataset, issues.list(), Optional.of(travel), folder);
    }
  }

  /** Residents whose children fill two classes even where the share of pupils is at its highest. */
  private static int residentsOfTwoClasses(Standard standard) {
    int most = Integer.MAX_VALUE;
    for (Stage stage : Stage.values()) {
      int pupils = 2 * standard.integer("class_size." + stage.key() + ".max");
      double pupilsPerThousand =
          standard.decimals("demand.pupils_per_1000_residents." + stage.key() + ".range").get(1);
      most = (int) Math.min(most, pupils * 1000 / pupilsPerThousand);
    }
    return most;
  }
}
