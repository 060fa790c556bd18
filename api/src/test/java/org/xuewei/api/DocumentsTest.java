package org.xuewei.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents point to is there. */
final class DocumentsTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern TARGET =
      Pattern.compile("\\]\\(([^)#\\s]+)[^)]*\\)|^\\[[^]]+]: (\\S+)", Pattern.MULTILINE);

  @Test
  void everyLinkLeadsToAFile() throws IOException {
    List<String> broken = new ArrayList<>();
    int links = 0;
    for (Path document : documents()) {
      Matcher matcher = TARGET.matcher(Files.readString(document));
      while (matcher.find()) {
        String target = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        if (target.contains("://")) {
          continue;
        }
        links++;
        if (!Files.exists(document.resolveSibling(target).normalize())) {
          broken.add(ROOT.relativize(document) + " -> " + target);
        }
      }
    }
    assertThat(broken).isEmpty();
    assertThat(links).isPositive();
  }

  private static List<Path> documents() throws IOException {
    try (Stream<Path> top = Files.list(ROOT);
        Stream<Path> docs = Files.walk(ROOT.resolve("docs"));
        Stream<Path> samples = Files.walk(ROOT.resolve("data/samples"))) {
      return Stream.of(top, docs, samples)
          .flatMap(paths -> paths)
          .filter(path -> path.toString().endsWith(".md"))
          .sorted()
          .toList();
    }
  }
}
