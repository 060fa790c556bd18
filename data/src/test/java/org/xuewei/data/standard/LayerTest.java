package org.xuewei.data.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xuewei.data.model.InputException;

class LayerTest {
  private static final String COUNTY =
      """
      layer: {id: example-county, level: county}
      overrides:
        - path: class_size.primary.max
          value: 40
          by: Zhang Wei, education bureau
          why: small-class pilot
          date: 2026-11-01
          src: 县教〔2026〕3号
        - path: site.building_m2_per_pupil_planning.primary
          value: {12: 11, 24: 9.5}
          by: Zhang Wei, education bureau
          why: own design guide
      confirmations:
        - {path: site.hazards.hv_line_setback_m, by: Li Na, date: 2026-11-02}
      """;

  private final Path folder;
  private final Standard henan = Standard.load("henan-2023");

  LayerTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void laterLayerWinsAndHistoryTellsWhoAndWhy() throws IOException {
    Standard county = henan.with(layer(COUNTY));

    assertThat(county.integer("class_size.primary.max")).isEqualTo(40);
    assertThat(county.numbersByInteger("site.building_m2_per_pupil_planning.primary"))
        .containsEntry(24, 9.5);
    assertThat(county.rule("class_size.primary.max").severity()).isEqualTo(Severity.HARD);
    assertThat(county.layers()).extracting(Layer::id).containsExactly("example-county");
    assertThat(county.history("class_size.primary.max"))
        .extracting(change -> change.layer() + " " + change.value().text())
        .containsExactly("henan-2023 45", "example-county 40");
    Change last = county.history("class_size.primary.max").get(1);
    assertThat(last.by()).contains("Zhang Wei, education bureau");
    assertThat(last.why()).contains("small-class pilot");
    assertThat(last.date()).contains(LocalDate.of(2026, 11, 1));
    assertThat(last.source()).contains("县教〔2026〕3号");
    assertThat(henan.integer("class_size.primary.max")).isEqualTo(45);
    assertThat(county.sha256()).isNotEqualTo(henan.sha256());
  }

  @Test
  void confirmedRuleActsAsItsProfileSays() throws IOException {
    Rule rule = henan.with(layer(COUNTY)).rule("site.hazards.hv_line_setback_m.220kV");

    assertThat(rule.effectiveSeverity()).isEqualTo(Severity.HARD);
    assertThat(rule.basis().confirmation())
        .contains(new Rule.Confirmation("Li Na", LocalDate.of(2026, 11, 2)));
  }

  @Test
  void widerLayerIsRefusedOverANarrowerOne() throws IOException {
    Standard county = henan.with(layer(COUNTY));
    Layer city = layer("layer: {id: city, level: city}");

    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> county.with(city))
        .withMessageContaining("layer city: is wider than the layer below it");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          value: 40               | value: 40.5       | line 4, overrides[0].value, class_size.primary.max: is 40.5, expected a whole number of 1 or more
          value: 40               | value: zero       | line 4, overrides[0].value, class_size.primary.max: is zero, expected a whole number of 1 or more
          class_size.primary.max  | class_size.primry.max | line 4, overrides[0].value: there is no rule "class_size.primry.max"; did you mean "class_size.primary.max"?
          why: small-class pilot  | wy: small         | line 6, overrides[0].wy: unknown key; did you mean "why"?
          why: small-class pilot  | date: 2026-11-01  | line 7, overrides[0].date: the key is given twice
          date: 2026-11-01        | date: yesterday   | line 7, overrides[0].date: is yesterday, expected a date like 2026-11-01
          {12: 11, 24: 9.5}       | {12: 11, 24: -1}  | line 10, overrides[1].value, site.building_m2_per_pupil_planning.primary, 24: is -1, expected a number from 0 to 1000000000000
          level: county           | level: region     | line 1, layer.level: is region, expected nation, province, city, county or scenario
          site.hazards.hv_line_setback_m | site.hazards.hv_line_setbak_m | line 14, confirmations[0]: there is no rule "site.hazards.hv_line_setbak_m" in henan-2023
          """)
  void mistakeNamesFileLineAndKey(String text, String mistyped, String message) {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> henan.with(layer(COUNTY.replace(text, mistyped))))
        .withMessageStartingWith(folder.resolve("layer.yaml") + ", " + message);
  }

  private Layer layer(String yaml) throws IOException {
    return Layer.load(Files.writeString(folder.resolve("layer.yaml"), yaml));
  }
}
