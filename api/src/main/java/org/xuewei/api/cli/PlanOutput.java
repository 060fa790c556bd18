package org.xuewei.api.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xuewei.data.model.InputException;
import org.xuewei.geo.layer.DatasetFolder;

/**
 * A result folder that appears complete or not at all: it is written beside its place and moved
 * there by {@link #complete}. An older result in the same place is replaced; a folder that holds
 * anything else is left alone.
 */
final class PlanOutput implements AutoCloseable {
  static final String PLAN_FILE = "plan.json";
  static final String DATASET = "dataset";
  static final String LAYERS = "layers";
  private static final Set<String> FILES =
      Set.of(PLAN_FILE, "run.json", "summary.json", "map.png", "map.svg", LAYERS, DATASET);

  /** What macOS leaves in every folder that it has shown. */
  private static final String FOLDER_VIEW = ".DS_Store";

  private final Path target;
  private final Path draft;

  private PlanOutput(Path target, Path draft) {
    this.target = target;
    this.draft = draft;
  }

  /**
   * @param sources what the result is made from
   * @throws InputException when the place holds something that is not a result, or a source
   */
  static PlanOutput into(Path out, Path... sources) {
    Path target = out.toAbsolutePath().normalize();
    try {
      if (Files.exists(target)) {
        checkReplaceable(target, out);
        checkOutside(target, out, sources);
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

  private static void checkReplaceable(Path target, Path out) throws IOException {
    List<String> names = Files.isDirectory(target) ? list(target) : List.of();
    if (!Files.isDirectory(target) || !(names.isEmpty() || names.contains(PLAN_FILE))) {
      throw new InputException(
          out + " exists and is not a result of Xuewei; expected a new or empty folder");
    }
    for (String name : names) {
      if (!FILES.contains(name) && !name.equals(FOLDER_VIEW)) {
        throw wouldBeLost(out, name);
      }
    }
    Path layers = target.resolve(LAYERS);
    for (String name : Files.isDirectory(layers) ? list(layers) : List.<String>of()) {
      if (!name.endsWith(".geojson") && !name.equals(FOLDER_VIEW)) {
        throw wouldBeLost(out, LAYERS + "/" + name);
      }
    }
    DatasetFolder.checkReplaceable(target.resolve(DATASET));
  }

  private static void checkOutside(Path target, Path out, Path... sources) throws IOException {
    for (Path source : sources) {
      if (Files.exists(source) && source.toRealPath().startsWith(target.toRealPath())) {
        throw wouldBeLost(out, source.toString());
      }
    }
  }

  private static InputException wouldBeLost(Path out, String name) {
    return new InputException(
        out + " holds " + name + ", which would be lost; expected another folder for the result");
  }

  private static List<String> list(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(path -> path.getFileName().toString()).sorted().toList();
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
        try {
          Files.move(draft, target);
        } catch (IOException failure) {
          Files.move(old, target);
          throw failure;
        }
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
