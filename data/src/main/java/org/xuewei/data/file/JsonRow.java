package org.xuewei.data.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.xuewei.data.model.InputException;
import org.xuewei.data.yaml.Keyword;
import org.xuewei.data.yaml.NearestName;

/** An object of a JSON file whose keys are all known; messages name file and JSON pointer. */
final class JsonRow {
  private static final int SHOWN_CHARACTERS = 60;

  private final String file;
  private final String pointer;
  private final JsonNode node;

  JsonRow(String file, String pointer, JsonNode node, List<String> knownKeys) {
    this.file = file;
    this.pointer = pointer;
    this.node = node;
    if (!node.isObject()) {
      throw new InputException(file + " at " + pointer + ": expected an object");
    }
    node.fieldNames()
        .forEachRemaining(
            key -> {
              if (!knownKeys.contains(key)) {
                throw refuse(key, "unknown key" + NearestName.hint(key, knownKeys));
              }
            });
  }

  InputException refuse(String key, String problem) {
    return new InputException(file + " at " + pointer + "/" + escaped(key) + ": " + problem);
  }

  boolean has(String key) {
    return node.has(key);
  }

  String text(String key) {
    JsonNode value = value(key);
    if (!value.isTextual()) {
      throw expected(key, value, "text");
    }
    return value.textValue();
  }

  String id(String key) {
    if (text(key).isBlank()) {
      throw refuse(key, "is empty, expected an id");
    }
    return text(key);
  }

  List<String> ids(String key) {
    List<String> ids = new ArrayList<>();
    for (JsonNode item : list(key)) {
      if (!item.isTextual() || item.textValue().isBlank()) {
        throw expected(key, item, "ids");
      }
      ids.add(item.textValue());
    }
    return ids;
  }

  List<Integer> years(String key) {
    List<Integer> years = new ArrayList<>();
    for (JsonNode item : list(key)) {
      if (!item.canConvertToInt() || !item.isIntegralNumber()) {
        throw expected(key, item, "years");
      }
      years.add(item.intValue());
    }
    return years;
  }

  boolean flag(String key) {
    JsonNode value = value(key);
    if (!value.isBoolean()) {
      throw expected(key, value, "true or false");
    }
    return value.booleanValue();
  }

  JsonRow object(String key, List<String> knownKeys) {
    return new JsonRow(file, pointer + "/" + key, value(key), knownKeys);
  }

  /** A whole number of 0 or more. */
  int count(String key) {
    return Math.toIntExact(wholeNumber(key, 0, Integer.MAX_VALUE));
  }

  OptionalInt findCount(String key) {
    return has(key) ? OptionalInt.of(count(key)) : OptionalInt.empty();
  }

  /** Money of 0 or more. */
  long yuan(String key) {
    return wholeNumber(key, 0, Long.MAX_VALUE);
  }

  long wholeNumber(String key, long least, long most) {
    JsonNode value = value(key);
    if (!value.isIntegralNumber()
        || !value.canConvertToLong()
        || value.longValue() < least
        || value.longValue() > most) {
      throw expected(key, value, "a whole number from " + least + " to " + most);
    }
    return value.longValue();
  }

  <E extends Enum<E>> E oneOf(String key, Class<E> type) {
    return Keyword.parse(type, text(key))
        .orElseThrow(() -> expected(key, value(key), Keyword.choices(type)));
  }

  InputException expected(String key, String what) {
    return expected(key, value(key), what);
  }

  private JsonNode list(String key) {
    JsonNode list = value(key);
    if (!list.isArray()) {
      throw expected(key, list, "a list");
    }
    return list;
  }

  private JsonNode value(String key) {
    @Nullable JsonNode value = node.get(key);
    if (value == null) {
      throw refuse(key, "the key is missing");
    }
    return value;
  }

  private InputException expected(String key, JsonNode value, String what) {
    String text = value.toString();
    String shown =
        text.length() > SHOWN_CHARACTERS ? text.substring(0, SHOWN_CHARACTERS) + "..." : text;
    return refuse(key, "is " + shown + ", expected " + what);
  }

  private static String escaped(String key) {
    String token = key.replace("~", "~0").replace("/", "~1");
    return token.length() > SHOWN_CHARACTERS ? token.substring(0, SHOWN_CHARACTERS) + "..." : token;
  }
}
