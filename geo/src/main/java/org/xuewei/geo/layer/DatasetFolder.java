package org.xuewei.geo.layer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.xuewei.data.file.TravelFile;
import org.xuewei.data.model.DataIssue;
import org.xuewei.data.model.DemandPoint;
import org.xuewei.data.model.InputException;
import org.xuewei.data.model.TravelMatrix;
import org.xuewei.data.model.region.Dataset;
import org.xuewei.data.model.register.CountyRegisters;

/**
 * A dataset as a folder: {@code manifest.json}, {@code layers.gpkg} with a table a layer and the
 * issues of the import, and {@code travel.bin} where distances are known. Equal datasets give equal
 * bytes. {@code docs/dataset-folder.md} describes the files.
 */
public final class DatasetFolder {
  private static final String MANIFEST = "manifest.json";
  private static final String LAYERS = "layers.gpkg";
  private static final String TRAVEL = "travel.bin";

  /**
   * With the two files that SQLite puts beside a database while it is open elsewhere, and the one
   * that macOS leaves in every folder that it has shown.
   */
  private static final Set<String> FILES =
      Set.of(MANIFEST, LAYERS, LAYERS + "-wal", LAYERS + "-shm", TRAVEL, ".DS_Store");

  private DatasetFolder() {}

  /** What a folder holds. */
  public record Content(Dataset dataset, List<DataIssue> issues, Optional<TravelMatrix> travel) {
    public Content {
      issues = List.copyOf(issues);
      travel.ifPresent(
          matrix -> {
            if (!belongs(matrix, dataset)) {
              throw new IllegalArgumentException("the travel matrix is of another dataset");
            }
          });
    }
  }

  /**
   * Writes the folder, in the place of an earlier dataset if there is one.
   *
   * @throws InputException if the folder holds anything but a dataset, or cannot be written
   * @throws IllegalArgumentException if the matrix is of other points and sites than the dataset's
   */
  public static void write(
      Dataset dataset, List<DataIssue> issues, Optional<TravelMatrix> travel, Path folder) {
    write(dataset, issues, travel, Optional.empty(), folder);
  }

  /**
   * Writes the folder with the county's registers.
   *
   * @throws InputException if the folder holds anything but a dataset, or cannot be written
   * @throws IllegalArgumentException if the matrix is of other points and sites than the dataset's
   */
  public static void write(
      Dataset dataset,
      List<DataIssue> issues,
      Optional<TravelMatrix> travel,
      Optional<CountyRegisters> registers,
      Path folder) {
    Content content = new Content(dataset, issues, travel);
    try {
      new FolderSwap(folder, MANIFEST, FILES)
          .write(partial -> writeFiles(content, registers, partial));
    } catch (IOException e) {
      throw new InputException(folder + ": cannot be written (" + e.getMessage() + ")", e);
    }
  }

  /**
   * Says before long work whether a dataset may be written to a place.
   *
   * @throws InputException if something else than an empty folder or a dataset is there
   */
  public static void checkReplaceable(Path folder) {
    try {
      new FolderSwap(folder, MANIFEST, FILES).checkReplaceable();
    } catch (IOException e) {
      throw new InputException(
          folder + ": cannot be read (" + e.getMessage() + "), expected a folder for a dataset", e);
    }
  }

  private static void writeFiles(Content content, Optional<CountyRegisters> registers, Path folder)
      throws IOException {
    Dataset.Header header = content.dataset().header();
    Map<Table, List<Row>> tables =
        new LinkedHashMap<>(DatasetRows.of(content.dataset(), content.issues()));
    registers.ifPresent(lists -> tables.putAll(RegisterRows.of(lists)));
    Map<String, Manifest.LayerContent> layers = new LinkedHashMap<>();
    try (GeoPackageWriter writer =
        GeoPackageWriter.create(
            folder.resolve(LAYERS), lastChange(header.provenance().dataDate()))) {
      tables.forEach(
          (table, plainRows) -> {
            List<Row> rows = header.synthetic() ? SyntheticMark.on(plainRows) : plainRows;
            writer.write(header.synthetic() ? SyntheticMark.on(table) : table, rows);
            layers.put(table.name(), new Manifest.LayerContent(rows.size(), RowDigest.of(rows)));
          });
      writer.finish();
    }
    Map<String, String> files = new TreeMap<>();
    if (content.travel().isPresent()) {
      TravelFile.write(content.travel().get(), folder.resolve(TRAVEL));
      files.put(TRAVEL, sha256(folder.resolve(TRAVEL)));
    }
    Map<String, Integer> issues = new TreeMap<>();
    content.issues().forEach(issue -> issues.merge(issue.code(), 1, Integer::sum));
    new Manifest(Manifest.SCHEMA_VERSION, header, layers, issues, files)
        .write(folder.resolve(MANIFEST));
  }

  /** The day of the data stands for the time of change, so that no clock gets into the file. */
  private static String lastChange(String dataDate) {
    String day =
        dataDate.matches("\\d{4}-\\d\\d-\\d\\d.*") ? dataDate.substring(0, 10) : "1970-01-01";
    return day + "T00:00:00.000Z";
  }

  /**
   * Reads a folder and checks that it still holds what was written.
   *
   * @throws InputException naming the file (and table and row) that is missing, of another version,
   *     damaged or changed
   */
  public static Content read(Path folder) {
    Manifest manifest = Manifest.read(folder.resolve(MANIFEST));
    Path layers = folder.resolve(LAYERS);
    DatasetFromRows rows =
        new DatasetFromRows(readTables(DatasetTables.ALL, layers, manifest), layers);
    Dataset dataset = rows.dataset(manifest.dataset());
    Optional<TravelMatrix> travel = readTravel(folder.resolve(TRAVEL), manifest, dataset);
    return new Content(dataset, rows.issues(), travel);
  }

  /**
   * The manifest's bytes, which name a dataset: as long as {@link #read} does not refuse the
   * folder, equal manifests are those of equal datasets.
   */
  public static byte[] manifest(Path folder) throws IOException {
    return Files.readAllBytes(folder.resolve(MANIFEST));
  }

  /**
   * Reads the county's registers, where the dataset has them.
   *
   * @throws InputException as {@link #read} does
   */
  public static Optional<CountyRegisters> readRegisters(Path folder) {
    Manifest manifest = Manifest.read(folder.resolve(MANIFEST));
    if (!manifest.layers().containsKey(RegisterTables.DEMAND.name())) {
      return Optional.empty();
    }
    Path layers = folder.resolve(LAYERS);
    try {
      return Optional.of(RegisterRows.registers(readTables(RegisterTables.ALL, layers, manifest)));
    } catch (IllegalArgumentException e) {
      throw new InputException(
          layers + ": " + e.getMessage() + "; expected registers that fit together", e);
    }
  }

  private static Map<Table, List<Row>> readTables(
      List<Table> wanted, Path file, Manifest manifest) {
    boolean synthetic = manifest.dataset().synthetic();
    Map<Table, List<Row>> tables = new LinkedHashMap<>();
    try (GeoPackageReader reader = GeoPackageReader.open(file)) {
      for (Table table : wanted) {
        Manifest.LayerContent expected = manifest.layers().get(table.name());
        if (expected == null) {
          throw new InputException(
              file + ": the manifest has no layer " + table.name() + "; expected one");
        }
        List<Row> rows = reader.read(synthetic ? SyntheticMark.on(table) : table, expected.rows());
        if (rows.size() != expected.rows() || !RowDigest.of(rows).equals(expected.sha256())) {
          throw new InputException(
              file
                  + ", table "
                  + table.name()
                  + ": differs from what was imported; expected "
                  + expected.rows()
                  + " rows as the manifest has them (import again after changing data)");
        }
        tables.put(table, synthetic ? SyntheticMark.off(table, rows, file) : rows);
      }
    }
    return tables;
  }

  private static Optional<TravelMatrix> readTravel(Path file, Manifest manifest, Dataset dataset) {
    String expected = manifest.files().get(TRAVEL);
    if (expected == null) {
      return Optional.empty();
    }
    TravelMatrix travel = TravelFile.read(file);
    try {
      if (!sha256(file).equals(expected)) {
        throw new InputException(
            file + ": was changed; expected SHA-256 " + expected + " as the manifest has it");
      }
    } catch (IOException e) {
      throw new InputException(file + ": cannot be read (" + e.getMessage() + ")", e);
    }
    if (!belongs(travel, dataset)) {
      throw new InputException(
          file + ": has other points or sites than layers.gpkg; expected the same, in order");
    }
    return Optional.of(travel);
  }

  private static boolean belongs(TravelMatrix travel, Dataset dataset) {
    return travel.siteIds().equals(dataset.siteIds())
        && travel.pointIds().equals(dataset.demandPoints().stream().map(DemandPoint::id).toList());
  }

  private static String sha256(Path file) throws IOException {
    MessageDigest digest = RowDigest.sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
