package org.xuewei.data.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.xuewei.data.model.InputException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads one YAML document (JSON is YAML) into a tree of {@link YamlValue}. No object is ever
 * constructed from a tag. A file is refused above {@value #BYTES_AT_MOST} bytes, below {@value
 * #DEPTH_AT_MOST} levels, or when it uses aliases, so that a small file cannot become a large tree.
 */
public final class YamlFile {
  static final int BYTES_AT_MOST = 1 << 20;
  static final int DEPTH_AT_MOST = 30;

  private YamlFile() {}

  /** The root value of a file. */
  public static YamlValue read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return read(file.toString(), in);
    } catch (NoSuchFileException missing) {
      throw new InputException(file + ": there is no such file, expected one in YAML", missing);
    } catch (IOException unreadable) {
      throw new InputException(file + ": cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }

  /**
   * The root value of a stream.
   *
   * @param name how messages call the source
   */
  public static YamlValue read(String name, InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(BYTES_AT_MOST + 1);
    if (bytes.length > BYTES_AT_MOST) {
      throw new InputException(name + ": is larger than " + BYTES_AT_MOST + " bytes");
    }
    try {
      return parse(name, StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)));
    } catch (CharacterCodingException notUtf8) {
      throw new InputException(name + ": is not UTF-8 text", notUtf8);
    }
  }

  /** The root value of a text. */
  public static YamlValue parse(String name, CharSequence text) {
    String document = text.length() > 0 && text.charAt(0) == '\uFEFF' ? skipMark(text) : "" + text;
    try {
      refuseAliasesAndDepth(name, document);
      Node root = yaml().compose(new StringReader(document));
      if (root == null) {
        throw new InputException(name + ": is empty, expected keys and values");
      }
      return new YamlValue(name, "", root.getStartMark().getLine() + 1, root);
    } catch (MarkedYAMLException syntax) {
      throw new InputException(place(name, syntax.getProblemMark()) + problem(syntax), syntax);
    } catch (YAMLException syntax) {
      throw new InputException(name + ": is not YAML: " + firstLine(syntax.getMessage()), syntax);
    }
  }

  /**
   * A value written inside another file, such as {@code [12, 18]} in an override.
   *
   * @param place how messages call the place
   */
  public static YamlValue parseInline(String place, String text) {
    try {
      return new YamlValue(place, "", 0, parse(place, text).node());
    } catch (InputException syntax) {
      throw new InputException(
          place + ": \"" + YamlValue.cut(text) + "\" is not a value in YAML", syntax);
    }
  }

  private static String skipMark(CharSequence text) {
    return text.subSequence(1, text.length()).toString();
  }

  private static Yaml yaml() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(BYTES_AT_MOST);
    options.setNestingDepthLimit(DEPTH_AT_MOST);
    return new Yaml(new SafeConstructor(options));
  }

  private static void refuseAliasesAndDepth(String name, String document) {
    int depth = 0;
    for (Event event : yaml().parse(new StringReader(document))) {
      if (event instanceof AliasEvent) {
        throw new InputException(
            place(name, event.getStartMark()) + "aliases (*name) are not supported");
      }
      if (event instanceof CollectionEndEvent) {
        depth--;
      } else if (event instanceof CollectionStartEvent && ++depth > DEPTH_AT_MOST) {
        throw new InputException(
            place(name, event.getStartMark()) + "is nested deeper than " + DEPTH_AT_MOST);
      }
    }
  }

  private static String place(String name, @Nullable Mark mark) {
    return mark == null ? name + ": " : name + ", line " + (mark.getLine() + 1) + ": ";
  }

  private static String problem(MarkedYAMLException syntax) {
    String context = syntax.getContext() == null ? "" : firstLine(syntax.getContext()) + ", ";
    return "is not YAML: " + context + firstLine(syntax.getProblem());
  }

  private static String firstLine(@Nullable String message) {
    return message == null ? "unknown problem" : message.lines().findFirst().orElse("");
  }
}
