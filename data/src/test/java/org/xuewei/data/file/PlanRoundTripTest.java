package org.xuewei.data.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.xuewei.data.model.Aim;
import org.xuewei.data.model.GradeBand;
import org.xuewei.data.model.Objective;
import org.xuewei.data.model.Plan;
import org.xuewei.data.model.Stage;

class PlanRoundTripTest {
  @Property(tries = 100)
  void everyPlanReadsAsItWasWritten(@ForAll("plans") Plan plan) throws IOException {
    Path file = Files.createTempFile("plan", ".json");
    try {
      PlanFile.write(plan, file);

      assertThat(PlanFile.read(file)).isEqualTo(plan);
    } finally {
      Files.delete(file);
    }
  }

  @Provide
  Arbitrary<Plan> plans() {
    return Combinators.combine(headers(), schools(), assignments(), certificates())
        .as(
            (header, schools, assignments, certificate) ->
                new Plan(
                    header,
                    ExampleFiles.PLAN.actions(),
                    schools,
                    assignments,
                    List.of(),
                    List.of(),
                    certificate));
  }

  private static Arbitrary<String> ids() {
    return Arbitraries.strings()
        .all()
        .ofMinLength(1)
        .ofMaxLength(12)
        .filter(id -> !id.isBlank() && id.codePoints().noneMatch(PlanRoundTripTest::isHalf));
  }

  /** Half of a character pair cannot be written in UTF-8. */
  private static boolean isHalf(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  private static Arbitrary<Plan.Header> headers() {
    return Combinators.combine(ids(), ids(), Arbitraries.longs())
        .as(
            (plan, dataset, seed) ->
                new Plan.Header(
                    plan, dataset, "s", "", seed, "", "henan-2023", 2024, List.of(), "", "", ""));
  }

  private static Arbitrary<List<Plan.SchoolYear>> schools() {
    return Combinators.combine(ids(), Arbitraries.of(Stage.class), years(), counts(), counts())
        .as(Plan.SchoolYear::new)
        .list()
        .uniqueElements(school -> List.of(school.schoolId(), school.stage(), school.year()))
        .ofMaxSize(8)
        .map(
            rows ->
                rows.stream()
                    .sorted(
                        Comparator.comparing(Plan.SchoolYear::schoolId)
                            .thenComparing(Plan.SchoolYear::stage)
                            .thenComparing(Plan.SchoolYear::year))
                    .toList());
  }

  private static Arbitrary<List<Plan.Assignment>> assignments() {
    return Combinators.combine(
            ids(),
            Arbitraries.of(GradeBand.class),
            years(),
            counts(),
            ids().optional(),
            counts().optional(),
            Arbitraries.of(Plan.UnservedReason.class))
        .as(PlanRoundTripTest::assignment)
        .list()
        .uniqueElements(row -> List.of(row.demandPointId(), row.band(), row.year()))
        .ofMaxSize(8)
        .map(
            rows ->
                rows.stream()
                    .sorted(
                        Comparator.comparing(Plan.Assignment::demandPointId)
                            .thenComparing(Plan.Assignment::band)
                            .thenComparing(Plan.Assignment::year))
                    .toList());
  }

  private static Plan.Assignment assignment(
      String point,
      GradeBand band,
      int year,
      int pupils,
      Optional<String> school,
      Optional<Integer> metres,
      Plan.UnservedReason reason) {
    return new Plan.Assignment(
        point,
        band,
        year,
        pupils,
        school,
        metres.map(OptionalInt::of).orElse(OptionalInt.empty()),
        school.isPresent() ? Optional.empty() : Optional.of(reason));
  }

  private static Arbitrary<Plan.Certificate> certificates() {
    Arbitrary<Long> yuan = Arbitraries.longs().greaterOrEqual(0);
    return Combinators.combine(yuan, yuan, yuan, Arbitraries.of(true, false), aims())
        .as(
            (objective, bound, fixed, reproducible, aim) ->
                new Plan.Certificate("m", objective, bound, fixed, "", reproducible, aim));
  }

  private static Arbitrary<Optional<Aim>> aims() {
    return Combinators.combine(counts(), counts(), Arbitraries.of(true, false))
        .as(
            (one, other, coverage) ->
                coverage
                    ? new Aim(Objective.coverage(one), Math.min(one, other), Math.max(one, other))
                    : new Aim(Objective.CENTRE, Math.max(one, other), Math.min(one, other)))
        .optional();
  }

  private static Arbitrary<Integer> years() {
    return Arbitraries.integers().between(2024, 2040);
  }

  private static Arbitrary<Integer> counts() {
    return Arbitraries.integers().greaterOrEqual(0);
  }
}
