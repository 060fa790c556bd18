package org.xuewei.geo.layer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.xuewei.data.model.InputException;

/**
 * Puts a new folder in the place of an old one, so that at every moment the place holds either the
 * whole old one or the whole new one, or, between two renames, nothing.
 */
final class FolderSwap {
  @FunctionalInterface
  interface Content {
    void writeInto(Path folder) throws IOException;
  }

  private final Path place;
  private final String mark;
  private final Set<String> ownFiles;

  /**
   * @param mark the file without which a folder in this place is not ours
   * @param ownFiles names of all files that such a folder may hold
   */
  FolderSwap(Path place, String mark, Set<String> ownFiles) {
    this.place = place.toAbsolutePath().normalize();
    this.mark = mark;
    this.ownFiles = ownFiles;
  }

  /**
   * @throws InputException if something else than an empty folder or one of ours is in the place
   */
  void write(Content content) throws IOException {
    checkReplaceable();
    Path parent = place.getParent();
    Files.createDirectories(parent);
    Path partial = sibling("partial");
    Path old = sibling("old");
    try {
      Files.createDirectory(partial);
      content.writeInto(partial);
      if (Files.exists(place)) {
        Files.move(place, old, StandardCopyOption.ATOMIC_MOVE);
      }
      try {
        Files.move(partial, place, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        if (Files.exists(old)) {
          Files.move(old, place, StandardCopyOption.ATOMIC_MOVE);
        }
        throw e;
      }
      delete(old);
    } finally {
      delete(partial);
    }
  }

  /**
   * @throws InputException if something else than an empty folder or one of ours is in the place
   */
  void checkReplaceable() throws IOException {
    if (place.getParent() == null || (Files.exists(place) && !Files.isDirectory(place))) {
      throw new InputException(place + ": is not a folder; expected one for the dataset");
    }
    List<String> names = list(place);
    if (!names.isEmpty() && !names.contains(mark)) {
      throw new InputException(
          place
              + ": holds "
              + names.get(0)
              + " but no "
              + mark
              + "; expected a dataset or nothing");
    }
    for (String name : names) {
      if (!ownFiles.contains(name)) {
        throw new InputException(
            place + ": holds " + name + ", which would be lost; expected only a dataset's files");
      }
    }
  }

  private Path sibling(String suffix) {
    return place.resolveSibling(
        "." + place.getFileName() + "." + ProcessHandle.current().pid() + "." + suffix);
  }

  private static void delete(Path folder) throws IOException {
    for (String name : list(folder)) {
      Files.delete(folder.resolve(name));
    }
    Files.deleteIfExists(folder);
  }

  private static List<String> list(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
