package org.xuewei.data.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xuewei.data.model.InputException;

class HostileYamlTest {
  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- ", "? "})
  void deepNestingIsRefused(String step) {
    refused(step.repeat(100_000));
  }

  @Test
  void deepBlockNestingIsRefused() {
    StringBuilder steps = new StringBuilder();
    for (int depth = 0; depth < 900; depth++) {
      steps.append(" ".repeat(depth)).append("a:\n");
    }

    assertThat(refused(steps.toString())).contains("is nested deeper than 30");
  }

  @Test
  void aliasesThatMultiplyAreRefused() {
    StringBuilder laughs = new StringBuilder("a0: &a0 [lol, lol]\n");
    for (int level = 1; level < 40; level++) {
      laughs.append("a%d: &a%d [*a%d, *a%d]%n".formatted(level, level, level - 1, level - 1));
    }

    assertThat(refused(laughs.toString()))
        .isEqualTo("hostile.yaml, line 2: aliases (*name) are not supported");
  }

  @Test
  void endlessFileIsRefusedAtTheLimit() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'a';
          }
        };

    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> YamlFile.read("hostile.yaml", endless))
        .withMessage("hostile.yaml: is larger than 1048576 bytes");
  }

  @Test
  void tagNeverMakesAnObject() {
    assertThat(refused("a: !!javax.script.ScriptEngineManager [http://x]"))
        .isEqualTo(
            "hostile.yaml, line 1: is not YAML: Global tag is not allowed:"
                + " tag:yaml.org,2002:javax.script.ScriptEngineManager");
    YamlValue local = YamlFile.parse("hostile.yaml", "a: !own [1]").object("a").required("a");
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(local::items)
        .withMessage("hostile.yaml, line 1, a: is a list, expected a list without a tag");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "# nothing", "a: b: c", "a: 1\n---\nb: 2", "\u0000", "%YAML 9.9\n--- a"})
  void whatIsNotOneDocumentIsRefused(String text) {
    assertThat(refused(text)).startsWith("hostile.yaml");
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(
            () ->
                YamlFile.read(
                    "hostile.yaml",
                    new ByteArrayInputStream("标题".getBytes(StandardCharsets.UTF_16LE))))
        .withMessage("hostile.yaml: is not UTF-8 text");
  }

  @Test
  void hugeNumbersAreRefusedWithAShortMessage() {
    YamlValue root = YamlFile.parse("hostile.yaml", "a: " + "9".repeat(100_000));

    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> root.object("a").required("a").wholeNumber(0, 10))
        .satisfies(thrown -> assertThat(thrown.getMessage()).hasSizeLessThan(200));
  }

  @Property(tries = 500)
  void anyTextIsReadOrRefused(@ForAll @StringLength(max = 200) String text) throws IOException {
    InputStream bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    try {
      assertThat(YamlFile.read("hostile.yaml", bytes).place()).startsWith("hostile.yaml, line ");
    } catch (InputException refused) {
      assertThat(refused.getMessage()).startsWith("hostile.yaml");
    }
  }

  private static String refused(String text) {
    return String.valueOf(
        Assertions.assertThrows(InputException.class, () -> YamlFile.parse("hostile.yaml", text))
            .getMessage());
  }
}
