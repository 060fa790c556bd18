package org.xuewei.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the Markdown documents point to is there: files, headings and named references. */
final class DocumentsTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```\\s*?$");
  private static final Pattern INLINE = Pattern.compile("\\]\\(([^)\\s]+)[^)]*\\)");
  private static final Pattern DEFINED = Pattern.compile("(?m)^\\[([^]]+)]: (\\S+)");
  private static final Pattern EMBEDDED = Pattern.compile("(?:src|href)=\"([^\"]+)\"");
  private static final Pattern NAMED =
      Pattern.compile("\\[(`[^`\\]]+`)](?![(:\\[])|\\]\\[([^]]+)]");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.+?)\\s*$");

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    List<String> broken = new ArrayList<>();
    int links = 0;
    for (Path document : documents()) {
      for (String target : targets(words(document))) {
        links++;
        if (!leadsSomewhere(document, target)) {
          broken.add(ROOT.relativize(document) + " -> " + target);
        }
      }
    }
    assertThat(broken).isEmpty();
    assertThat(links).isGreaterThan(30);
  }

  @Test
  void everyNamedReferenceIsDefined() throws IOException {
    List<String> undefined = new ArrayList<>();
    for (Path document : documents()) {
      String words = words(document);
      Set<String> defined = found(DEFINED, words, 1).collect(Collectors.toSet());
      Stream.concat(found(NAMED, words, 1), found(NAMED, words, 2))
          .filter(name -> !defined.contains(name))
          .forEach(name -> undefined.add(ROOT.relativize(document) + ": " + name));
    }
    assertThat(undefined).isEmpty();
  }

  private static List<String> targets(String words) {
    return Stream.of(found(INLINE, words, 1), found(DEFINED, words, 2), found(EMBEDDED, words, 1))
        .flatMap(found -> found)
        .filter(target -> !target.contains("://") && !target.startsWith("mailto:"))
        .toList();
  }

  private static boolean leadsSomewhere(Path document, String target) throws IOException {
    int hash = target.indexOf('#');
    String file = hash < 0 ? target : target.substring(0, hash);
    Path place = file.isEmpty() ? document : document.resolveSibling(file).normalize();
    if (!Files.exists(place)) {
      return false;
    }
    return hash < 0
        || !place.toString().endsWith(".md")
        || found(HEADING, words(place), 1)
            .map(DocumentsTest::anchor)
            .anyMatch(target.substring(hash + 1)::equals);
  }

  /** The anchor that GitHub gives a heading. */
  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
  }

  private static Stream<String> found(Pattern pattern, String words, int group) {
    return pattern
        .matcher(words)
        .results()
        .map((MatchResult match) -> match.group(group))
        .filter(text -> text != null);
  }

  /** A document without its blocks of code. */
  private static String words(Path document) throws IOException {
    return FENCED.matcher(Files.readString(document)).replaceAll("");
  }

  private static List<Path> documents() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(path -> path.toString().endsWith(".md"))
          .filter(path -> !ROOT.relativize(path).toString().matches("(.*/)?(target|\\.git)/.*"))
          .sorted()
          .toList();
    }
  }
}
