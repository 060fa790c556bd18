package org.xuewei.data.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xuewei.data.model.Action;
import org.xuewei.data.model.Community;
import org.xuewei.data.model.InputException;
import org.xuewei.data.model.Plan;
import org.xuewei.data.yaml.NearestName;

/** Reads {@code plan.json} row by row, so that memory grows with the plan and not with its text. */
final class PlanReader {
  private static final long CHARACTERS_AT_MOST = 1L << 30;
  private static final ObjectReader JSON =
      new JsonMapper(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxDocumentLength(CHARACTERS_AT_MOST)
                          .maxNestingDepth(10)
                          .maxNameLength(100)
                          .maxStringLength(100_000)
                          .maxNumberLength(30)
                          .build())
                  .build())
          .reader();
  private static final List<String> KEYS =
      List.of(
          "schemaVersion",
          "header",
          "actions",
          "schools",
          "assignments",
          "communities",
          "groups",
          "certificate");

  private final String file;
  private final List<Action> actions = new ArrayList<>();
  private final List<Plan.SchoolYear> schools = new ArrayList<>();
  private final List<Plan.Assignment> assignments = new ArrayList<>();
  private final List<Community> communities = new ArrayList<>();
  private final List<Plan.Group> groups = new ArrayList<>();
  private Optional<Plan.Header> header = Optional.empty();
  private Optional<Plan.Certificate> certificate = Optional.empty();

  private PlanReader(String file) {
    this.file = file;
  }

  static Plan read(Path file) {
    try (BufferedReader in = Files.newBufferedReader(file);
        JsonParser parser = JSON.createParser(in)) {
      return new PlanReader(file.toString()).plan(parser);
    } catch (JsonProcessingException syntax) {
      throw new InputException(
          file
              + ", line "
              + (syntax.getLocation() == null ? 1 : syntax.getLocation().getLineNr())
              + ": is not a plan in JSON: "
              + syntax.getOriginalMessage().lines().findFirst().orElse(""),
          syntax);
    } catch (NoSuchFileException missing) {
      throw new InputException(file + ": there is no such file, expected a plan.json", missing);
    } catch (CharacterCodingException notUtf8) {
      throw new InputException(file + ": is not UTF-8 text", notUtf8);
    } catch (IOException unreadable) {
      throw new InputException(file + ": cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }

  private Plan plan(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new InputException(file + ": expected one JSON object");
    }
    Set<String> found = new HashSet<>();
    for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
      parser.nextToken();
      found.add(key);
      field(key, parser);
    }
    if (parser.nextToken() != null) {
      throw new InputException(file + ": has more after the plan, expected one JSON object");
    }
    for (String key : KEYS) {
      if (!found.contains(key)) {
        throw new InputException(file + " at /" + key + ": the key is missing");
      }
    }
    return new Plan(
        header.orElseThrow(),
        actions,
        schools,
        assignments,
        communities,
        groups,
        certificate.orElseThrow());
  }

  private void field(String key, JsonParser parser) throws IOException {
    switch (key) {
      case "schemaVersion" -> schemaVersion(JSON.readTree(parser));
      case "header" -> header = Optional.of(PlanRows.header(object(key, parser, PlanRows.HEADER)));
      case "actions" -> rows(parser, PlanRows.ACTION, actions);
      case "schools" -> rows(parser, PlanRows.SCHOOL, schools);
      case "assignments" -> rows(parser, PlanRows.ASSIGNMENT, assignments);
      case "communities" -> rows(parser, PlanRows.COMMUNITY, communities);
      case "groups" -> rows(parser, PlanRows.GROUP, groups);
      case "certificate" ->
          certificate =
              Optional.of(PlanRows.certificate(object(key, parser, PlanRows.CERTIFICATE)));
      default ->
          throw new InputException(
              file + " at /" + key + ": unknown key" + NearestName.hint(key, KEYS));
    }
  }

  private JsonRow object(String key, JsonParser parser, List<String> keys) throws IOException {
    return new JsonRow(file, "/" + key, JSON.readTree(parser), keys);
  }

  private <T> void rows(JsonParser parser, PlanRows.Kind<T> kind, List<T> rows) throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw new InputException(file + " at /" + kind.list() + ": expected a list");
    }
    Set<Object> seen = new HashSet<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      String pointer = "/" + kind.list() + "/" + rows.size();
      JsonNode node = JSON.readTree(parser);
      T row = kind.read().apply(new JsonRow(file, pointer, node, kind.keys()));
      if (!seen.add(kind.identity().apply(row))) {
        throw new InputException(file + " at " + pointer + ": the row is there twice");
      }
      rows.add(row);
    }
  }

  private void schemaVersion(JsonNode version) {
    if (!version.isInt() || version.intValue() != PlanFile.SCHEMA_VERSION) {
      throw new InputException(
          file + " at /schemaVersion: is " + version + ", expected " + PlanFile.SCHEMA_VERSION);
    }
  }
}
