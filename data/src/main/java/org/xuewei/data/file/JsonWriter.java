package org.xuewei.data.file;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import com.fasterxml.jackson.databind.SerializationFeature;
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
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE).build();
  private static final DefaultPrettyPrinter ONE_LINE =
      new DefaultPrettyPrinter(
              Separators.createDefaultInstance()
                  .withRootSeparator("")
                  .withObjectFieldValueSpacing(Spacing.AFTER)
                  .withObjectEntrySpacing(Spacing.AFTER)
                  .withArrayValueSpacing(Spacing.AFTER))
          .withObjectIndenter(DefaultPrettyPrinter.NopIndenter.instance)
          .withArrayIndenter(DefaultPrettyPrinter.NopIndenter.instance);

  private final JsonGenerator out;
  private String before = "{\n  ";

  JsonWriter(Writer out) throws IOException {
    this.out = JSON.createGenerator(out).setPrettyPrinter(ONE_LINE.createInstance());
  }

  void value(String key, Object value) throws IOException {
    key(key);
    JSON.writeValue(out, value);
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
    out.writeRaw("\n}\n");
    out.flush();
  }

  private record Line(String key, Object value) {}

  private void lines(String key, char open, char close, Iterator<Line> lines) throws IOException {
    key(key);
    out.writeRaw(open);
    boolean any = lines.hasNext();
    while (lines.hasNext()) {
      Line line = lines.next();
      out.writeRaw("\n    ");
      if (!line.key().isEmpty()) {
        JSON.writeValue(out, line.key());
        out.writeRaw(": ");
      }
      JSON.writeValue(out, line.value());
      out.writeRaw(lines.hasNext() ? "," : "");
    }
    out.writeRaw(any ? "\n  " + close : "" + close);
  }

  private void key(String key) throws IOException {
    out.writeRaw(before);
    JSON.writeValue(out, key);
    out.writeRaw(": ");
    before = ",\n  ";
  }
}
