package org.xuewei.data.file;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.xuewei.data.model.InputException;

/** Writes a file beside its place and then moves it there, so that nobody reads half of it. */
public final class AtomicFile {
  private AtomicFile() {}

  /** Writes the content. */
  @FunctionalInterface
  public interface Body {
    void writeTo(Writer out) throws IOException;
  }

  /**
   * Writes UTF-8 text; folders that are missing are made.
   *
   * @throws InputException when the file cannot be written
   */
  public static void write(Path file, Body body) {
    Path target = file.toAbsolutePath();
    Path part = target.resolveSibling("." + target.getFileName() + ".part");
    try {
      Files.createDirectories(part.resolveSibling(""));
      try {
        try (Writer out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
          body.writeTo(out);
        }
        Files.move(
            part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException refused) {
      throw new InputException(file + ": cannot be written: " + refused, refused);
    }
  }
}
