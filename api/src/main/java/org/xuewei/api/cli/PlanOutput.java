package org.xuewei.api.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xuewei.data.model.InputException;

/**
 * A result folder that appears complete or not at all: it is written beside its place and moved
 * there by {@link #complete}. An older result in the same place is replaced; any other folder is
 * left alone.
 */
final class PlanOutput implements AutoCloseable {
  static final String PLAN_FILE = "plan.json";
  static final String DATASET = "dataset";

  private final Path target;
  private final Path draft;

  private PlanOutput(Path target, Path draft) {
    this.target = target;
    this.draft = draft;
  }

  /**
   * @throws InputException when the place holds something that is not a result
   */
  static PlanOutput into(Path out) {
    Path target = out.toAbsolutePath().normalize();
    try {
      if (Files.exists(target) && !isResult(target)) {
        throw new InputException(
            out + " exists and is not a result of Xuewei; expected a new or empty folder");
      }
      Path parent = target.getParent();
      if (parent == null) {
        throw new InputException(out + " is no place for a result; expected a folder name");
      }
      Files.createDirectories(parent);
      String draft = ".%s-%d".formatted(target.getFileName(), ProcessHandle.current().pid());
      return new PlanOutput(target, Files.createDirectory(parent.resolve(draft)));
    } catch (IOException failure) {
      throw new InputException(
          out + " cannot be written: " + failure.getMessage() + "; expected a writable folder",
          failure);
    }
  }

  private static boolean isResult(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return Files.isRegularFile(folder.resolve(PLAN_FILE)) || entries.findAny().isEmpty();
    }
  }

  /** Where a file is to be written now. */
  Path draft(String name) {
    return draft.resolve(name);
  }

  Path target() {
    return target;
  }

  /** Puts the result in its place. */
  void complete() {
    try {
      if (Files.exists(target)) {
        Path old = draft.resolveSibling(draft.getFileName() + "-old");
        Files.move(target, old);
        Files.move(draft, target);
        deleteTree(old);
      } else {
        Files.move(draft, target);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot move the result to " + target, failure);
    }
  }

  @Override
  public void close() {
    try {
      deleteTree(draft);
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot delete " + draft, failure);
    }
  }

  /** The files and folders in a folder, in alphabetical order: {@code layers/, map.png}. */
  static String names(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .map(path -> path.getFileName() + (Files.isDirectory(path) ? "/" : ""))
          .sorted()
          .collect(Collectors.joining(", "));
    }
  }

  private static void deleteTree(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> paths = Files.walk(folder)) {
        for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
