package org.xuewei.geo.export;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.xuewei.data.model.Action;
import org.xuewei.data.model.CandidateSite;
import org.xuewei.data.model.DemandPoint;
import org.xuewei.data.model.DemandSource;
import org.xuewei.data.model.District;
import org.xuewei.data.model.Evaluation;
import org.xuewei.data.model.Evaluation.RuleResult;
import org.xuewei.data.model.GradeBand;
import org.xuewei.data.model.HalfYear;
import org.xuewei.data.model.LonLat;
import org.xuewei.data.model.Plan;
import org.xuewei.data.model.Plan.Assignment;
import org.xuewei.data.model.Plan.SchoolYear;
import org.xuewei.data.model.Progress;
import org.xuewei.data.model.School;
import org.xuewei.data.model.SchoolUnit;
import org.xuewei.data.model.Settlement;
import org.xuewei.data.model.Stage;
import org.xuewei.data.model.WayStatistics;
import org.xuewei.data.model.region.Dataset;
import org.xuewei.data.model.region.Provenance;
import org.xuewei.data.model.region.Road;
import org.xuewei.data.model.region.Shapes;
import org.xuewei.geo.catchment.Catchments;

/**
 * West and east of a street at 3.001 E. School A in the west is expanded from 6 to 12 classes, a
 * school is built on site N in the east (12 classes), school B in the east teaches juniors only.
 * Point p1 goes to A, p2 to N, p3 in the east has no seat. All numbers are set by hand.
 */
final class TwoDistricts {
  static final int PUPILS_PER_CLASS = 45;

  private TwoDistricts() {}

  static ExportInput input() {
    return input(plan(), evaluation(), Optional.empty());
  }

  static ExportInput input(Plan plan, Evaluation evaluation, Optional<Evaluation> today) {
    Catchments catchments =
        Catchments.of(dataset(), Map.of("p1", "way/1", "p2", "way/9"), Progress.SILENT);
    Before before = new Before(Map.of("way/1", 6), Map.of("way/1", 300), today);
    return new ExportInput(
        dataset(),
        plan,
        evaluation,
        before,
        catchments,
        Map.of(),
        Stage.PRIMARY,
        2030,
        PUPILS_PER_CLASS);
  }

  static Dataset dataset() {
    Provenance provenance = new Provenance("t.pbf", "2018-08-27", "ODbL-1.0", "© OSM", "00");
    return new Dataset(
        new Dataset.Header("two", "Two", 32631, false, provenance),
        List.of(
            new District("relation/1", "西区", Settlement.URBAN, 4000, false),
            new District("relation/2", "East", Settlement.RURAL, 2000, true)),
        List.of(
            source("way/100", "West Side", "relation/1"),
            source("way/200", "East Side", "relation/2")),
        List.of(
            new DemandPoint("p1", "way/100", "relation/1", new LonLat(3.0004, 0.0005), 4000),
            new DemandPoint("p2", "way/200", "relation/2", new LonLat(3.0016, 0.0008), 1500),
            new DemandPoint("p3", "way/200", "relation/2", new LonLat(3.0016, 0.0002), 500)),
        List.of(
            school("way/1", "A 小学", "relation/1", 3.0002, Stage.PRIMARY, false),
            school("way/2", "B", "relation/2", 3.0012, Stage.JUNIOR, true)),
        List.of(
            new CandidateSite(
                "way/9",
                "relation/2",
                new LonLat(3.001712345678, 0.0009),
                9000,
                "landuse=meadow",
                true,
                List.of(
                    new CandidateSite.Screen("overlaps-water", true, ""),
                    new CandidateSite.Screen("slope", false, "steep")))),
        new Shapes(
            Map.of(
                "relation/1",
                // clockwise, with a counter-clockwise hole: both must be turned
                read(
                    "POLYGON ((3 0, 3 0.001, 3.001 0.001, 3.001 0, 3 0),"
                        + " (3.0007 0.0007, 3.0008 0.0007, 3.0008 0.0008, 3.0007 0.0008, 3.0007"
                        + " 0.0007))"),
                "relation/2",
                read("MULTIPOLYGON (((3.001 0, 3.002 0, 3.002 0.001, 3.001 0.001, 3.001 0)))")),
            Map.of(),
            Map.of(),
            Map.of(
                "way/9",
                read("POLYGON ((3.0016 0.0007, 3.0018 0.0007, 3.0018 0.0009, 3.0016 0.0007))")),
            List.of(
                new Road(
                    "way/5",
                    "Main",
                    "residential",
                    (LineString) read("LINESTRING (3.001 -0.001, 3.001 0.002)"))),
            List.of()));
  }

  private static DemandSource source(String id, String name, String district) {
    return new DemandSource(
        id, name, DemandSource.Kind.RESIDENTIAL_AREA, district, 2000, district.endsWith("2"));
  }

  private static School school(
      String id, String name, String district, double lon, Stage stage, boolean estimated) {
    return new School(
        id,
        name,
        district,
        new LonLat(lon, 0.0005),
        8000,
        Set.of(stage),
        List.of(SchoolUnit.ofWholeStage(stage, 6, estimated)));
  }

  static Plan plan() {
    return plan(
        List.of(
            action(Action.Type.EXPAND, "way/1", 6, 12, new HalfYear(2029, 2), 12_000_000),
            action(Action.Type.BUILD, "way/9", 0, 12, new HalfYear(2030, 2), 60_000_000)));
  }

  static Plan plan(List<Action> actions) {
    return new Plan(
        new Plan.Header(
            "plan-1",
            "two",
            "basic",
            "0.1.0",
            42,
            "ab12",
            "henan-2023",
            2018,
            List.of(2030),
            "2018-08-27",
            "© OSM",
            "ODbL-1.0"),
        actions,
        List.of(
            new SchoolYear("way/1", Stage.PRIMARY, 2030, 12, 420),
            new SchoolYear("way/2", Stage.JUNIOR, 2030, 6, 100),
            new SchoolYear("way/9", Stage.PRIMARY, 2030, 12, 200)),
        List.of(
            served("p1", GradeBand.G1_3, 220, "way/1", 310),
            served("p1", GradeBand.G4_6, 200, "way/1", 310),
            served("p1", GradeBand.G7_9, 90, "way/2", 900),
            served("p2", GradeBand.G1_3, 120, "way/9", 150),
            served("p2", GradeBand.G4_6, 80, "way/9", 150),
            unserved("p3", GradeBand.G1_3, 30),
            unserved("p3", GradeBand.G4_6, 20)),
        List.of(),
        List.of(),
        new Plan.Certificate("test", 0, 0, 0, "nothing", true));
  }

  static Action action(
      Action.Type type, String site, int from, int to, HalfYear opening, long capitalYuan) {
    return new Action(type, site, Stage.PRIMARY, from, to, 2027, opening, capitalYuan);
  }

  private static Assignment served(
      String point, GradeBand band, int pupils, String school, int metres) {
    return new Assignment(
        point, band, 2030, pupils, Optional.of(school), OptionalInt.of(metres), Optional.empty());
  }

  private static Assignment unserved(String point, GradeBand band, int pupils) {
    return new Assignment(
        point,
        band,
        2030,
        pupils,
        Optional.empty(),
        OptionalInt.empty(),
        Optional.of(Plan.UnservedReason.NO_SEAT));
  }

  /** School A breaks a hard rule, site N a soft one; the rest passes. */
  static Evaluation evaluation() {
    return evaluation(
        new RuleResult("class-size", "way/1", true, false, 600, 540, "class_size.primary.max"),
        new RuleResult("classes-by-grade", "way/1", true, true, 12, 12, "class_size.primary.max"),
        new RuleResult("site-size", "way/9", false, false, 1, 2, "site"),
        new RuleResult("travel-limit", "p2", true, true, 0, 0, "scenario"));
  }

  static Evaluation evaluation(RuleResult... rules) {
    return new Evaluation(
        new Evaluation.Headline(670, 50, 0, 810, 72_000_000, 200),
        WayStatistics.NONE,
        new TreeMap<>(),
        List.of(rules));
  }

  private static Geometry read(String wkt) {
    try {
      return new WKTReader().read(wkt);
    } catch (ParseException e) {
      throw new IllegalArgumentException(wkt, e);
    }
  }
}
