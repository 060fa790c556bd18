package org.xuewei.data.file;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.xuewei.data.model.Action;
import org.xuewei.data.model.Community;
import org.xuewei.data.model.Evaluation;
import org.xuewei.data.model.GradeBand;
import org.xuewei.data.model.HalfYear;
import org.xuewei.data.model.Objective;
import org.xuewei.data.model.Plan;
import org.xuewei.data.model.Scenario;
import org.xuewei.data.model.SpreadPrice;
import org.xuewei.data.model.Stage;
import org.xuewei.data.model.WayStatistics;

/**
 * A small town as the files in {@code docs/examples} show it: one school of 6 classes, one new
 * school of 12, three demand points of which one has no road.
 */
final class ExampleFiles {
  static final Path DOCS = Path.of("..", "docs");
  static final Path EXAMPLES = DOCS.resolve("examples");

  static final Scenario SCENARIO =
      new Scenario(
          "example-2030",
          Map.of("en", "Example town to 2030", "zh", "示例镇2030"),
          2024,
          List.of(2030),
          List.of(Stage.PRIMARY),
          new Scenario.DemandRequest(0.15, 2030, 90),
          new Scenario.TravelRequest(2000),
          new Scenario.SchoolEstimates(Stage.PRIMARY, 20, 36, 12),
          new Scenario.Actions(
              new Scenario.Build(OptionalInt.of(12), false, 3), new Scenario.Expand(12, 20, 2)),
          OptionalLong.of(500_000_000),
          new Scenario.Priorities(Objective.COST, Optional.of(new SpreadPrice(1_000, 800))),
          Scenario.Effort.STANDARD,
          1,
          new Scenario.Zoning(Scenario.CatchmentShape.CONTIGUOUS, List.of()),
          List.of(
              new Scenario.RuleOverride(
                  "class_size.primary.max", "40", "Zhang Wei", "small-class pilot")));

  static final Plan.Certificate CERTIFICATE =
      new Plan.Certificate(
          "lagrangian", 5_610_000, 5_540_000, 2_000_000, "all candidate sites", true);

  static final Plan PLAN =
      new Plan(
          new Plan.Header(
              "example-2030-0123456789ab-1",
              "example",
              "example-2030",
              "0.1.0",
              1,
              "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
              "henan-2023",
              2024,
              List.of(2030),
              "2024-09-01",
              "© OpenStreetMap contributors",
              "ODbL-1.0"),
          List.of(
              new Action(
                  Action.Type.BUILD,
                  "candidate/7",
                  Stage.PRIMARY,
                  0,
                  12,
                  2027,
                  HalfYear.autumnOf(2030),
                  17_280_000),
              new Action(
                  Action.Type.KEEP,
                  "way/101",
                  Stage.PRIMARY,
                  6,
                  6,
                  2024,
                  HalfYear.autumnOf(2024),
                  0)),
          List.of(
              new Plan.SchoolYear("candidate/7", Stage.PRIMARY, 2030, 12, 430),
              new Plan.SchoolYear("way/101", Stage.PRIMARY, 2030, 6, 230)),
          List.of(
              served("node/1", GradeBand.G1_3, 115, "way/101", 640),
              served("node/1", GradeBand.G4_6, 115, "way/101", 640),
              served("node/2", GradeBand.G1_3, 215, "candidate/7", 380),
              served("node/2", GradeBand.G4_6, 215, "candidate/7", 380),
              unserved("node/3", GradeBand.G1_3, 5),
              unserved("node/3", GradeBand.G4_6, 5)),
          List.of(new Community("community-1", "way/101", "township-1", List.of("candidate/7"))),
          List.of(new Plan.Group("group-1", "way/101", List.of("candidate/7"))),
          CERTIFICATE);

  static final Summary SUMMARY =
      new Summary(
          new Summary.Subject(
              "example-2030-0123456789ab-1", "example", "Example town", "example-2030", 2030, true),
          new Summary.Figures(
              new Evaluation.Headline(583, 334, 9, 0, 0, 0),
              new Evaluation.Headline(670, 420, 10, 0, 0, 0),
              new Evaluation.Headline(670, 0, 10, 480, 17_280_000, 200)),
          new Summary.Ways(
              new WayStatistics(640, 0, 640, 0),
              new WayStatistics(640, 0, 640, 0),
              new WayStatistics(470.606, 123.884, 640, 0.12544)),
          new TreeMap<>(
              Map.of(
                  "capital-and-running", 5_449_000L, "travel", 161_000L, "unserved", 2_000_000L)),
          CERTIFICATE,
          Optional.of(new Summary.Compactness(0.41, 0.185)),
          List.of(
              new Summary.RuleCount("class-size", 2, 0, 0),
              new Summary.RuleCount("travel-limit", 6, 0, 2)),
          new TreeMap<>(Map.of("residents-estimated", 3)),
          "© OpenStreetMap contributors",
          "ODbL-1.0");

  static final Run RUN =
      new Run(
          "example-2030-0123456789ab-1",
          Instant.parse("2026-11-24T08:00:00Z"),
          List.of(
              new Run.Phase("import", Duration.ofMillis(2_310)),
              new Run.Phase("solve", Duration.ofMillis(18_042))),
          "0.1.0",
          "17.0.12",
          Scenario.Effort.STANDARD,
          Run.EndedBy.EFFORT);

  private ExampleFiles() {}

  private static Plan.Assignment served(
      String point, GradeBand band, int pupils, String school, int metres) {
    return new Plan.Assignment(
        point, band, 2030, pupils, Optional.of(school), OptionalInt.of(metres), Optional.empty());
  }

  private static Plan.Assignment unserved(String point, GradeBand band, int pupils) {
    return new Plan.Assignment(
        point,
        band,
        2030,
        pupils,
        Optional.empty(),
        OptionalInt.empty(),
        Optional.of(Plan.UnservedReason.NO_ROAD_NEARBY));
  }
}
