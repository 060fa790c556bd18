package org.xuewei.data.file;

import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Writes one JSON object with a line for every field of an inner object and for every row of an
 * array, so that two versions compare line by line. Lines end in {@code \n} everywhere.
 */
final class JsonWriter {
  private static final ObjectWriter ONE_LINE =
      new JsonMapper()
          .writer(
              new DefaultPrettyPrinter(
                      Separators.createDefaultInstance()
                          .withRootSeparator("")
                          .withObjectFieldValueSpacing(Spacing.AFTER)
                          .withObjectEntrySpacing(Spacing.AFTER)
                          .withArrayValueSpacing(Spacing.AFTER))
                  .withObjectIndenter(DefaultPrettyPrinter.NopIndenter.instance)
                  .withArrayIndenter(DefaultPrettyPrinter.NopIndenter.instance));

  private final Writer out;
  private String before = "{\n  ";

  JsonWriter(Writer out) {
    this.out = out;
  }

  void value(String key, Object value) throws IOException {
    key(key);
    out.write(ONE_LINE.writeValueAsString(value));
  }

  void object(String key, Map<String, ?> fields) throws IOException {
    lines(
        key,
        '{',
        '}',
        fields.entrySet().stream()
            .map(field -> new Line(field.getKey(), field.getValue()))
            .iterator());
  }

  void rows(String key, Stream<? extends Map<String, ?>> rows) throws IOException {
    lines(key, '[', ']', rows.map(row -> new Line("", row)).iterator());
  }

  void end() throws IOException {
    out.write("\n}\n");
  }

  private record Line(String key, Object value) {}

  private void lines(String key, char open, char close, Iterator<Line> lines) throws IOException {
    key(key);
    out.write(open);
    boolean any = lines.hasNext();
    while (lines.hasNext()) {
      Line line = lines.next();
      out.write("\n    ");
      if (!line.key().isEmpty()) {
        out.write(ONE_LINE.writeValueAsString(line.key()) + ": ");
      }
      out.write(ONE_LINE.writeValueAsString(line.value()));
      out.write(lines.hasNext() ? "," : "");
    }
    out.write(any ? "\n  " + close : "" + close);
  }

  private void key(String key) throws IOException {
    out.write(before + ONE_LINE.writeValueAsString(key) + ": ");
    before = ",\n  ";
  }
}
