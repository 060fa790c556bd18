package org.xuewei.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both languages say everything. */
final class MessagesTest {
  private static final Pattern PHASE =
      Pattern.compile(
          "(?:\\.start\\(|phase\\(\\s*progress,|raiseBound\\(|branch\\()\\s*\"([^\"]+)\"");

  /** An argument's line in the help that is not followed by words, there or below. */
  private static final Pattern ARGUMENT_ALONE =
      Pattern.compile("(?m)^ {6}(--\\S+|[A-Z]\\S+)$(?!\\n {10})");

  private static final Pattern ISSUE = Pattern.compile("\\b(?:info|warn)\\(\\s*\"([a-z-]+)\"");

  private final Messages english = Messages.of(Locale.ENGLISH);
  private final Messages chinese = Messages.of(Locale.SIMPLIFIED_CHINESE);

  @Test
  void bothLanguagesHaveTheSameKeys() {
    assertThat(new TreeSet<>(chinese.bundle().keySet()))
        .isEqualTo(new TreeSet<>(english.bundle().keySet()));
  }

  @Test
  void everyPhaseHasANameInBothLanguages() throws IOException {
    List<String> phases = found(PHASE);
    assertThat(phases).contains("read map", "travel", "bound", "branch", "search", "map");
    for (String phase : phases) {
      String key = "phase." + phase.replace(' ', '-');
      assertThat(english.bundle().containsKey(key)).as(key).isTrue();
      assertThat(chinese.bundle().containsKey(key)).as(key).isTrue();
    }
  }

  @Test
  void everyKindOfDataIssueIsExplainedInBothLanguages() throws IOException {
    List<String> codes = found(ISSUE);
    assertThat(codes).contains("area-not-closed", "outside-districts", "gate-without-road");
    for (String code : codes) {
      assertThat(english.textOr("issue." + code, "")).as(code).isNotEmpty();
      assertThat(chinese.textOr("issue." + code, "")).as(code).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo", "generate", "import", "check", "plan", "evaluate"})
  void helpOfAVerbExplainsEveryArgument(String verb) {
    for (String language : List.of("en", "zh")) {
      Run run = Run.of(verb, "--help", "--lang", language);
      assertThat(run.exit()).isZero();
      Messages messages = Messages.of(Messages.localeOf(language));
      assertThat(run.out())
          .startsWith(messages.text("xuewei." + verb + ".usage.header"))
          .doesNotContainPattern(ARGUMENT_ALONE);
    }
  }

  @Test
  void controlCharactersOfANameAreNotPrinted() {
    assertThat(english.text("error", "\u001b[2Jway\r\n1\u009b")).isEqualTo("Input:  [2Jway  1 ");
  }

  @Test
  void errorsAreToldInTheLanguage() {
    Run run = Run.of("check", "nowhere", "--lang", "zh");
    assertThat(run.err()).startsWith("输入有误：");
    assertThat(run.exit()).isEqualTo(2);
  }

  /** What a pattern finds in the sources of all modules. */
  private static List<String> found(Pattern pattern) throws IOException {
    TreeSet<String> found = new TreeSet<>();
    for (String module : List.of("geo", "planner", "api")) {
      try (Stream<Path> files = Files.walk(Path.of("..", module, "src/main/java"))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
          Matcher matcher = pattern.matcher(Files.readString(file, StandardCharsets.UTF_8));
          while (matcher.find()) {
            found.add(matcher.group(1));
          }
        }
      }
    }
    return List.copyOf(found);
  }
}
