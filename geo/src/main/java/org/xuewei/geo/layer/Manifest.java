package org.xuewei.geo.layer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.xuewei.data.model.InputException;
import org.xuewei.data.model.region.Dataset;

/**
 * The first page of a dataset's folder, {@code manifest.json}.
 *
 * @param layers what each table of {@code layers.gpkg} holds, by table name
 * @param issues number of issues by code
 * @param files SHA-256 of the other files in lower-case hex, by file name
 */
record Manifest(
    int schemaVersion,
    Dataset.Header dataset,
    Map<String, LayerContent> layers,
    Map<String, Integer> issues,
    Map<String, String> files) {
  static final int SCHEMA_VERSION = 1;

  private static final long LARGEST_FILE_BYTES = 1 << 20;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
              DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
              DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  private static final DefaultPrettyPrinter LINES =
      new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));

  Manifest {
    layers = Collections.unmodifiableMap(new LinkedHashMap<>(layers));
    issues = Collections.unmodifiableMap(new LinkedHashMap<>(issues));
    files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
  }

  /**
   * @param sha256 of the rows as {@link RowDigest} counts them
   */
  record LayerContent(int rows, String sha256) {
    LayerContent {
      if (rows < 0) {
        throw new IllegalArgumentException("a layer has " + rows + " rows");
      }
    }
  }

  void write(Path file) throws IOException {
    Files.writeString(file, JSON.writer(LINES).writeValueAsString(this) + "\n");
  }

  static Manifest read(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        throw new InputException(file + ": no such file; expected a dataset's folder to have it");
      }
      if (Files.size(file) > LARGEST_FILE_BYTES) {
        throw new InputException(
            file + ": is larger than " + LARGEST_FILE_BYTES + " bytes; expected a manifest");
      }
      JsonNode json = JSON.readTree(Files.readAllBytes(file));
      JsonNode version = json.path("schemaVersion");
      if (!version.isInt() || version.intValue() != SCHEMA_VERSION) {
        throw new InputException(
            file
                + ": schemaVersion is "
                + (version.isMissingNode() ? "missing" : version)
                + "; expected "
                + SCHEMA_VERSION);
      }
      return JSON.treeToValue(json, Manifest.class);
    } catch (JsonProcessingException e) {
      throw new InputException(
          file + ": is not a dataset's manifest (" + e.getOriginalMessage() + ")", e);
    } catch (IOException e) {
      throw new InputException(file + ": cannot be read (" + e.getMessage() + ")", e);
    }
  }
}
