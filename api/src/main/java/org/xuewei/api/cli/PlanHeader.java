package org.xuewei.api.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.xuewei.data.file.ScenarioFile;
import org.xuewei.data.model.Plan;
import org.xuewei.data.model.Scenario;
import org.xuewei.data.model.region.Dataset;
import org.xuewei.data.model.region.Provenance;
import org.xuewei.data.standard.Standard;
import org.xuewei.geo.layer.DatasetFolder;

/** Says of a plan what it was made from: equal inputs have equal headers. */
final class PlanHeader {
  private static final int ID_DIGITS = 10;

  private PlanHeader() {}

  /**
   * @param datasetFolder of its files the manifest alone counts for the input hash: it has the
   *     hashes of the others' content, so a GIS may rearrange the layers
   */
  static Plan.Header of(Path datasetFolder, Dataset dataset, Scenario scenario, Standard standard) {
    String inputHash = inputHash(datasetFolder, scenario, standard);
    Provenance provenance = dataset.header().provenance();
    return new Plan.Header(
        scenario.id() + "-" + inputHash.substring(0, ID_DIGITS),
        dataset.header().id(),
        scenario.id(),
        CommandLineInterface.Version.engine(),
        scenario.seed(),
        inputHash,
        standard.id(),
        scenario.baseYear(),
        scenario.planningYears(),
        provenance.dataDate(),
        provenance.attribution(),
        provenance.licence());
  }

  private static String inputHash(Path datasetFolder, Scenario scenario, Standard standard) {
    MessageDigest digest = sha256();
    try {
      digest.update(DatasetFolder.manifest(datasetFolder));
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read " + datasetFolder, failure);
    }
    digest.update(ScenarioFile.canonicalJson(scenario).getBytes(StandardCharsets.UTF_8));
    digest.update(standard.canonicalText().getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
