package org.xuewei.data.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The table in {@code docs/rule-book.md}; it is written anew with {@code -Dxuewei.golden=write}.
 */
class RuleBookPageTest {
  private static final Path PAGE = Path.of("..", "docs", "rule-book.md");
  private static final Pattern ROW = Pattern.compile("\\| `([a-z0-9_.]+\\.[a-z0-9_.]+)` \\|.*");
  private final Standard henan = Standard.load("henan-2023");

  @Test
  void tableShowsTheProfile() throws IOException {
    List<String> expected = Files.readAllLines(PAGE).stream().map(this::line).toList();
    if ("write".equals(System.getProperty("xuewei.golden"))) {
      Files.writeString(PAGE, String.join("\n", expected) + "\n");
    }

    assertThat(Files.readAllLines(PAGE)).isEqualTo(expected);
    assertThat(expected).filteredOn(line -> ROW.matcher(line).matches()).hasSizeGreaterThan(20);
  }

  private String line(String line) {
    Matcher row = ROW.matcher(line);
    return row.matches() ? row(henan.rule(row.group(1))) : line;
  }

  private static String row(Rule rule) {
    return String.join(
        " | ",
        "| `" + rule.path() + "`",
        rule.value().text(),
        rule.unit().orElse(""),
        rule.effectiveSeverity().name().toLowerCase(Locale.ROOT),
        rule.basis().confidence().name(),
        source(rule) + " |");
  }

  private static String source(Rule rule) {
    String ids = String.join(", ", rule.basis().sources());
    return Optional.of(ids + rule.basis().clause().map(clause -> ": " + clause).orElse(""))
        .filter(text -> !text.isEmpty())
        .orElse("project default");
  }
}
