package org.xuewei.data.yaml;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.xuewei.data.model.InputException;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A value of a YAML file and its place. Reading a value as what it is not throws an {@link
 * InputException} that names the place, the value and what was expected.
 */
public final class YamlValue {
  private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9]\\d{0,17})");
  private static final Pattern DECIMAL =
      Pattern.compile("-?\\d{1,18}(\\.\\d{1,18})?([eE][+-]?\\d{1,2})?");
  private static final int KEY_CHARACTERS_AT_MOST = 100;
  private static final int TEXT_CHARACTERS_AT_MOST = 2_000;
  private static final int SHOWN_CHARACTERS = 60;

  private final String file;
  private final String path;
  private final int line;
  private final Node node;

  YamlValue(String file, String path, int line, Node node) {
    this.file = file;
    this.path = path;
    this.line = line;
    this.node = node;
  }

  Node node() {
    return node;
  }

  /** Keys from the top of the file down to this value, with dots. */
  public String path() {
    return path;
  }

  /** For example {@code henan.yaml, line 17, class_size.primary.max}. */
  public String place() {
    return file + (line > 0 ? ", line " + line : "") + (path.isEmpty() ? "" : ", " + path);
  }

  /** An exception that names this place and says {@code problem}. */
  public InputException refuse(String problem) {
    return new InputException(place() + ": " + problem);
  }

  /** An exception that names this place, this value and what was expected. */
  public InputException expected(String what) {
    return refuse((isMissing() ? "has no value" : "is " + shown()) + ", expected " + what);
  }

  public boolean isMapping() {
    return node instanceof MappingNode && node.getTag().equals(Tag.MAP);
  }

  public boolean isList() {
    return node instanceof SequenceNode && node.getTag().equals(Tag.SEQ);
  }

  /** True for a written {@code null} or {@code ~}. */
  public boolean isNull() {
    return node instanceof ScalarNode && node.getTag().equals(Tag.NULL) && !isMissing();
  }

  /** True when a key is followed by nothing. */
  public boolean isMissing() {
    return node instanceof ScalarNode && node.getTag().equals(Tag.NULL) && scalar().isEmpty();
  }

  /** The mapping's values by key, in the order of the file; a repeated key is refused. */
  public Map<String, YamlValue> fields() {
    if (!isMapping()) {
      throw expected("keys and values");
    }
    Map<String, YamlValue> fields = new LinkedHashMap<>();
    for (NodeTuple tuple : ((MappingNode) node).getValue()) {
      Node keyNode = tuple.getKeyNode();
      int keyLine = lineOf(keyNode);
      if (!(keyNode instanceof ScalarNode)) {
        throw new YamlValue(file, path, keyLine, keyNode).refuse("a key must be plain text");
      }
      String key = ((ScalarNode) keyNode).getValue();
      if (key.length() > KEY_CHARACTERS_AT_MOST || key.lines().count() > 1) {
        throw new YamlValue(file, path, keyLine, keyNode)
            .refuse("a key is longer than " + KEY_CHARACTERS_AT_MOST + " characters or one line");
      }
      String fieldPath = path.isEmpty() ? key : path + "." + key;
      YamlValue field = new YamlValue(file, fieldPath, keyLine, tuple.getValueNode());
      if (fields.put(key, field) != null) {
        throw field.refuse("the key is given twice");
      }
    }
    return fields;
  }

  /** The mapping with the keys that it may hold; any other is refused. */
  public YamlObject object(String... knownKeys) {
    return new YamlObject(this, List.of(knownKeys));
  }

  public List<YamlValue> items() {
    if (!isList()) {
      throw expected(node instanceof SequenceNode ? "a list without a tag" : "a list");
    }
    List<Node> nodes = ((SequenceNode) node).getValue();
    return IntStream.range(0, nodes.size())
        .mapToObj(index -> item(nodes.get(index), index))
        .toList();
  }

  private YamlValue item(Node item, int index) {
    return new YamlValue(file, path + "[" + index + "]", lineOf(item), item);
  }

  /** Text that is not blank; a number is its text too. */
  public String text() {
    if (!(node instanceof ScalarNode) || node.getTag().equals(Tag.NULL) || scalar().isBlank()) {
      throw expected("text");
    }
    if (scalar().length() > TEXT_CHARACTERS_AT_MOST) {
      throw expected("at most " + TEXT_CHARACTERS_AT_MOST + " characters");
    }
    return scalar();
  }

  public boolean flag() {
    if (isPlain() && (scalar().equals("true") || scalar().equals("false"))) {
      return scalar().equals("true");
    }
    throw expected("true or false");
  }

  /** A whole number in a range, both ends included. */
  public long wholeNumber(long least, long most) {
    if (isPlain() && INTEGER.matcher(scalar()).matches()) {
      long number = Long.parseLong(scalar());
      if (least <= number && number <= most) {
        return number;
      }
      if (number > most) {
        throw expected("a whole number from " + least + " to " + most);
      }
    }
    throw expected("a whole number " + range(least, most));
  }

  public int integer(int least, int most) {
    return Math.toIntExact(wholeNumber(least, most));
  }

  /** A number in a range, both ends included. */
  public BigDecimal decimal(BigDecimal least, BigDecimal most) {
    if (isPlain() && DECIMAL.matcher(scalar()).matches()) {
      BigDecimal number = new BigDecimal(scalar());
      if (least.compareTo(number) <= 0 && number.compareTo(most) <= 0) {
        return number;
      }
    }
    throw expected("a number from " + least.toPlainString() + " to " + most.toPlainString());
  }

  /** One of the constants, as {@link Keyword} writes them. */
  public <E extends Enum<E>> E oneOf(Class<E> type) {
    return Optional.of(node)
        .filter(ScalarNode.class::isInstance)
        .flatMap(scalar -> Keyword.parse(type, scalar()))
        .orElseThrow(() -> expected(Keyword.choices(type)));
  }

  /** The value on one line: {@code 45}, {@code [12, 18]}, <code>{12: 10.0}</code>. */
  public String flowText() {
    return node instanceof ScalarNode ? scalar() : flow();
  }

  private String flow() {
    if (isMapping()) {
      return fields().entrySet().stream()
          .map(field -> field.getKey() + ": " + field.getValue().flow())
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (node instanceof SequenceNode) {
      return items().stream().map(YamlValue::flow).collect(Collectors.joining(", ", "[", "]"));
    }
    return node.getTag().equals(Tag.STR) ? quoted(scalar()) : scalar();
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** Zero in a value that stands inside another file's value. */
  private int lineOf(Node inner) {
    return line == 0 ? 0 : inner.getStartMark().getLine() + 1;
  }

  private static String range(long least, long most) {
    if (most >= Integer.MAX_VALUE) {
      return "of " + least + " or more";
    }
    return "from " + least + " to " + most;
  }

  private boolean isPlain() {
    return node instanceof ScalarNode scalar && scalar.getScalarStyle() == ScalarStyle.PLAIN;
  }

  private String scalar() {
    return ((ScalarNode) node).getValue();
  }

  private String shown() {
    if (!(node instanceof ScalarNode)) {
      return node instanceof SequenceNode ? "a list" : "a group of keys";
    }
    return isPlain() ? cut(scalar()) : "\"" + cut(scalar()) + "\"";
  }

  /** The start of a text, short enough for a message. */
  static String cut(String text) {
    String line = text.lines().findFirst().orElse("");
    return line.length() > SHOWN_CHARACTERS ? line.substring(0, SHOWN_CHARACTERS) + "..." : line;
  }
}
