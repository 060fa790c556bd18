package org.xuewei.data.file;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.xuewei.data.yaml.Keyword;

/** {@code run.json}, described by {@code docs/schema/run.schema.json}. */
public final class RunFile {
  private RunFile() {}

  public static void write(Run run, Path file) {
    AtomicFile.write(file, out -> write(run, out));
  }

  private static void write(Run run, Writer out) throws IOException {
    JsonWriter json = new JsonWriter(out);
    json.value("schemaVersion", PlanFile.SCHEMA_VERSION);
    json.value("planId", run.planId());
    json.value("started", run.started().toString());
    json.value("engineVersion", run.engineVersion());
    json.value("javaVersion", run.javaVersion());
    json.value("effort", Keyword.of(run.effort()));
    json.value("endedBy", Keyword.of(run.endedBy()));
    json.rows("phases", run.phases().stream().map(RunFile::row));
    json.end();
  }

  private static Map<String, Object> row(Run.Phase phase) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("phase", phase.name());
    fields.put("milliseconds", phase.duration().toMillis());
    return fields;
  }
}
