package org.xuewei.data.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xuewei.data.model.InputException;

class ProfileTest {
  private static final String OWN =
      """
      profile: {id: own-2026, title: Own, version: 1.0.0}
      sources:
        - {id: B1, title: Own building code, number: B-1, date: 2020}
      class_size:
        primary: {max: 40, sev: hard, src: B1, conf: V1}
        junior: {max: 45, sev: hard, src: [B1, S9], conf: M2}
      costs:
        land_yuan_per_m2: {urban: 1500, town: 600, rural: 200, conf: P}
      """;

  private final Path folder;

  ProfileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void profileOfOnesOwnMayHoldFewerRulesAndBringItsSources() throws IOException {
    Standard own = load(OWN);

    assertThat(own.id()).isEqualTo("own-2026");
    assertThat(own.rules()).hasSize(5);
    assertThat(own.integer("class_size.primary.max")).isEqualTo(40);
    assertThat(own.source("B1").orElseThrow().title()).isEqualTo("Own building code");
    assertThat(own.findRule("costs.pupil_moved_yuan.value")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sev: hard, src: B1  | sevv: hard, src: B1  | line 5, class_size.primary.sevv: unknown key; did you mean "sev"?
          sev: hard, src: B1  | sev: harsh, src: B1  | line 5, class_size.primary.sev: is harsh, expected hard, soft or report
          conf: V1            | conf: V3             | line 5, class_size.primary.conf: is V3, expected V1, V2, M1, M2, D or P
          max: 40,            | max: forty,          | line 5, class_size.primary.max: is forty, expected a whole number of 1 or more
          max: 40,            | max: ,               | line 5, class_size.primary.max: has no value, expected a whole number of 1 or more
          max: 40,            | max: "40",           | line 5, class_size.primary.max: is "40", expected a whole number of 1 or more
          max: 40,            |                      | line 5, class_size.primary: has no value
          primary: {max       | primry: {max         | line 5, class_size.primry: unknown key; did you mean "primary"?
          class_size:         | clas_size:           | line 4, clas_size: unknown key; did you mean "class_size"?
          src: B1,            | src: B2,             | line 5, class_size.primary.src: there is no source "B2"; did you mean "B1"?
          version: 1.0.0      | versoin: 1.0.0       | line 1, profile.versoin: unknown key; did you mean "version"?
          town: 600           | town: [600]          | line 8, costs.land_yuan_per_m2.town: is a list, expected a number from 0 to 1000000000000
          {id: B1             | {id: S9              | line 3, sources[0]: the source S9 is given twice
          """)
  void mistakeNamesFileLineAndKey(String text, String mistyped, String message) {
    String wrong = mistyped == null ? "" : mistyped;

    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> load(OWN.replace(text, wrong)))
        .withMessage(folder.resolve("own.yaml") + ", " + message);
  }

  @Test
  void ruleGivenTwiceInTwoWaysIsRefused() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> load(OWN + "class_size.primary.max: 30\n"))
        .withMessageEndingWith("line 9, class_size.primary.max: the rule is given twice");
  }

  @Test
  void profileCannotMakeUnconfirmedRulesHard() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> load(OWN + "confirmation: {unconfirmed_acts_as: hard}\n"))
        .withMessageEndingWith(
            "line 9, confirmation.unconfirmed_acts_as: is hard, expected soft or report");
  }

  @Test
  void unquotedCommaInANoteDoesNotBecomeARule() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> load(OWN.replace("conf: V1}", "note: maxima, another province}")))
        .withMessageContaining("line 5, class_size.primary.another province: unknown key");
  }

  private Standard load(String yaml) throws IOException {
    return Standard.load(Files.writeString(folder.resolve("own.yaml"), yaml));
  }
}
