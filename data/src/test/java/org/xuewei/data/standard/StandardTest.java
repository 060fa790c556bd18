package org.xuewei.data.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;
import org.xuewei.data.model.InputException;

class StandardTest {
  private final Standard henan = Standard.load("henan-2023");

  @Test
  void givesTheValuesThatThePlannerNeeds() {
    assertThat(henan.integer("class_size.primary.max")).isEqualTo(45);
    assertThat(henan.integers("school_size.module_classes.urban.primary"))
        .containsExactly(12, 18, 24, 30, 36);
    assertThat(henan.decimal("site.land_m2_per_pupil.planning_default.primary")).isEqualTo(20);
    assertThat(henan.numbersByInteger("site.building_m2_per_pupil_planning.primary"))
        .containsExactly(entry(12, 10.0), entry(18, 8.3), entry(24, 7.9), entry(30, 7.2));
    assertThat(henan.decimal("demand.pupils_per_1000_residents.primary.value")).isEqualTo(80);
    assertThat(henan.decimals("demand.pupils_per_1000_residents.primary.range"))
        .containsExactly(65.0, 108.0);
    assertThat(henan.integer("catchment.urban.primary.radius_m")).isEqualTo(500);
    assertThat(henan.decimal("costs.travel_yuan_per_pupil_km.value")).isEqualTo(2);
    assertThat(henan.decimal("costs.annualisation.rate")).isEqualTo(0.035);
    assertThat(henan.integer("costs.annualisation.building_years")).isEqualTo(40);
    assertThat(henan.flag("closure_guard.engine_may_propose_closure")).isFalse();
    assertThat(henan.text("stages.primary.age_cutoff")).isEqualTo("08-31");
    assertThat(henan.texts("gis.reject_if_crs")).containsExactly("GCJ-02", "BD-09");
  }

  @Test
  void ruleCarriesUnitSeverityAndSource() {
    Rule rule = henan.rule("class_size.primary.max");

    assertThat(rule.unit()).contains("pupils");
    assertThat(rule.severity()).isEqualTo(Severity.HARD);
    assertThat(rule.effectiveSeverity()).isEqualTo(Severity.HARD);
    assertThat(rule.scope()).contains("all");
    assertThat(rule.basis().sources()).containsExactly("S1", "S9");
    assertThat(rule.basis().clause()).hasValueSatisfying(c -> assertThat(c).contains("教督〔2017〕6号"));
    assertThat(rule.basis().confidence()).isEqualTo(Confidence.V2);
    assertThat(henan.source("S6"))
        .hasValueSatisfying(source -> assertThat(source.number()).contains("建标〔2002〕102号"));
  }

  @Test
  void valueTakesAttributesOfTheBracesAroundIt() {
    Rule table = henan.rule("site.building_m2_per_pupil_planning.primary");

    assertThat(table.basis().sources()).containsExactly("S6");
    assertThat(table.basis().confidence()).isEqualTo(Confidence.V1);
    assertThat(henan.numbersByInteger("site.track_footprint_m2"))
        .containsExactly(entry(200, 5394.0), entry(300, 9150.0));
  }

  @Test
  void unconfirmedHardRuleActsAsSoft() {
    Rule rule = henan.rule("site.hazards.hv_line_setback_m.220kV");

    assertThat(rule.severity()).isEqualTo(Severity.HARD);
    assertThat(rule.basis().confidence()).isEqualTo(Confidence.M1);
    assertThat(rule.effectiveSeverity()).isEqualTo(Severity.SOFT);
  }

  @Test
  void valueWithoutConfidenceCountsAsDefaultWithoutSource() {
    Rule rule = henan.rule("boarding.one_bed_per_pupil");

    assertThat(rule.basis().confidence()).isEqualTo(Confidence.P);
    assertThat(rule.severity()).isEqualTo(Severity.REPORT);
  }

  @Test
  void everyRuleOfTheCatalogIsInTheBundledProfile() {
    assertThat(henan.rules()).hasSize(RuleCatalog.paths().size());
  }

  @Test
  void numberThatNobodyKnowsIsRefusedWhenNeeded() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> henan.decimal("site.land_m2_per_pupil.henan_min.primary"))
        .withMessage(
            "henan-2023.yaml: nobody knows site.land_m2_per_pupil.henan_min.primary, expected a"
                + " county layer to set it");
  }

  @Test
  void unknownPathNamesTheNearest() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> henan.integer("class_size.primary.mx"))
        .withMessage(
            "henan-2023.yaml: there is no rule \"class_size.primary.mx\" in henan-2023; did you"
                + " mean \"class_size.primary.max\"?");
  }

  @Test
  void readingAValueAsAnotherTypeIsOurMistake() {
    assertThatIllegalArgumentException().isThrownBy(() -> henan.text("class_size.primary.max"));
  }

  @Test
  void unknownProfileNamesTheNearest() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> Standard.load("henan-2024"))
        .withMessageContaining("did you mean \"henan-2023\"?");
  }

  @Test
  void equalBooksHaveEqualHashes() {
    assertThat(henan.sha256()).isEqualTo(Standard.load("henan-2023").sha256()).hasSize(64);
    assertThat(henan.canonicalText())
        .startsWith("henan-2023 0.1.0\nbalance_indicators.cv_formula = ")
        .contains("\nclass_size.primary.max = 45 HARD\n")
        .contains("\nsite.track_footprint_m2 = {200: 5394, 300: 9150} REPORT\n");
  }
}
