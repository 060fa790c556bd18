package org.xuewei.planner.program;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;

/** Reads a stream to its end, in a thread of its own, and keeps the last lines. */
final class LastLines {
  private static final int LINES = 8;
  private static final int CHARACTERS_OF_A_LINE = 200;

  private final ArrayDeque<String> lines = new ArrayDeque<>();
  private final Thread reader;

  LastLines(InputStream stream) {
    this.reader = new Thread(() -> readAll(stream), "words of a solver process");
    reader.setDaemon(true);
    reader.start();
  }

  private void readAll(InputStream stream) {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        keep(line);
      }
    } catch (IOException e) {
      keep(e.toString());
    }
  }

  private synchronized void keep(String line) {
    if (line.isBlank()) {
      return;
    }
    lines.add(line.substring(0, Math.min(line.length(), CHARACTERS_OF_A_LINE)));
    if (lines.size() > LINES) {
      lines.remove();
    }
  }

  /** The last lines of a stream that is about to end, joined by bars. */
  String atEnd() throws InterruptedException {
    reader.join(1_000);
    synchronized (this) {
      return String.join(" | ", lines);
    }
  }
}
