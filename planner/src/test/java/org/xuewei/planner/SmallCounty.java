package org.xuewei.planner;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.xuewei.data.model.CandidateSite;
import org.xuewei.data.model.DemandPoint;
import org.xuewei.data.model.DemandSource;
import org.xuewei.data.model.District;
import org.xuewei.data.model.LonLat;
import org.xuewei.data.model.Scenario;
import org.xuewei.data.model.School;
import org.xuewei.data.model.Settlement;
import org.xuewei.data.model.Stage;
import org.xuewei.data.model.TravelMatrix;
import org.xuewei.data.model.TravelMatrix.MissingReason;
import org.xuewei.data.model.region.Dataset;
import org.xuewei.data.model.region.Provenance;
import org.xuewei.data.model.region.Shapes;

/** A county of one town and one village district, put together by hand for tests. */
public final class SmallCounty {
  public static final String TOWN = "district-town";
  public static final String VILLAGE = "district-village";
  private static final LonLat ANYWHERE = new LonLat(114, 34);

  private final List<DemandPoint> points = new ArrayList<>();
  private final List<School> schools = new ArrayList<>();
  private final List<CandidateSite> candidates = new ArrayList<>();
  private final Map<String, Map<String, Integer>> metres = new HashMap<>();

  /** A demand point; ids such as {@code estate.1} and {@code estate.2} are parts of one source. */
  public SmallCounty point(String id, String districtId, int residents) {
    points.add(
        new DemandPoint(id, id.replaceFirst("\\.\\d+$", ""), districtId, ANYWHERE, residents));
    return this;
  }

  public SmallCounty school(String id, int siteAreaSquareMetres, Stage... stages) {
    schools.add(
        new School(id, id, TOWN, ANYWHERE, siteAreaSquareMetres, Set.of(stages), List.of()));
    return this;
  }

  public SmallCounty candidate(String id, String districtId, int areaSquareMetres) {
    candidates.add(
        new CandidateSite(
            id, districtId, ANYWHERE, areaSquareMetres, "landuse=meadow", false, List.of()));
    return this;
  }

  public SmallCounty way(String pointId, String siteId, int pathMetres) {
    metres.computeIfAbsent(pointId, id -> new HashMap<>()).put(siteId, pathMetres);
    return this;
  }

  public Dataset dataset() {
    List<District> districts =
        List.of(
            new District(TOWN, "Town", Settlement.URBAN, 0, false),
            new District(VILLAGE, "Village", Settlement.RURAL, 0, false));
    List<DemandSource> sources =
        points.stream()
            .map(DemandPoint::sourceId)
            .distinct()
            .map(id -> new DemandSource(id, id, DemandSource.Kind.RESIDENTIAL_AREA, TOWN, 0, true))
            .toList();
    return new Dataset(
        new Dataset.Header(
            "small", "Small", 4547, true, new Provenance("hand", "2024", "none", "none", "0")),
        districts,
        sources,
        points,
        schools,
        candidates,
        new Shapes(Map.of(), Map.of(), Map.of(), Map.of(), List.of(), List.of()));
  }

  public TravelMatrix travel(int limitMetres) {
    List<String> siteIds = dataset().siteIds();
    List<int[]> entries = new ArrayList<>();
    int[] rowStart = new int[points.size() + 1];
    Map<Integer, MissingReason> missing = new HashMap<>();
    for (int point = 0; point < points.size(); point++) {
      List<int[]> row = new ArrayList<>();
      metres
          .getOrDefault(points.get(point).id(), Map.of())
          .forEach((site, length) -> row.add(new int[] {siteIds.indexOf(site), length}));
      row.sort((a, b) -> a[1] != b[1] ? a[1] - b[1] : a[0] - b[0]);
      if (row.isEmpty()) {
        missing.put(point, MissingReason.NO_ROAD_NEARBY);
      }
      entries.addAll(row);
      rowStart[point + 1] = entries.size();
    }
    return new TravelMatrix(
        points.stream().map(DemandPoint::id).toList(),
        siteIds,
        limitMetres,
        rowStart,
        entries.stream().mapToInt(entry -> entry[0]).toArray(),
        entries.stream().mapToInt(entry -> entry[1]).toArray(),
        missing);
  }

  /** Primary, 2024 to 2030, no growth, 2,000 m, up to 2 new schools and 6 more classes. */
  public static Scenario scenario() {
    return scenario(0, 90, OptionalLong.empty());
  }

  public static Scenario scenario(
      double growthShare, int keepTogetherPupils, OptionalLong budgetYuan) {
    return new Scenario(
        "small-2030",
        Map.of("en", "Small"),
        2024,
        List.of(2030),
        List.of(Stage.PRIMARY),
        new Scenario.DemandRequest(growthShare, 2030, keepTogetherPupils),
        new Scenario.TravelRequest(2000),
        new Scenario.SchoolEstimates(Stage.PRIMARY, 20, 36, 12),
        new Scenario.Actions(
            new Scenario.Build(OptionalInt.of(2), false, 3), new Scenario.Expand(6, 15, 2)),
        budgetYuan,
        Scenario.Priorities.COST,
        Scenario.Effort.QUICK,
        1,
        Scenario.Zoning.FREE,
        List.of());
  }
}
