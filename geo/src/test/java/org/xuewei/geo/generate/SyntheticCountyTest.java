package org.xuewei.geo.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.xuewei.data.model.DemandPoint;
import org.xuewei.data.model.District;
import org.xuewei.data.model.InputException;
import org.xuewei.data.model.LonLat;
import org.xuewei.data.model.Progress;
import org.xuewei.data.model.School;
import org.xuewei.data.model.SchoolUnit;
import org.xuewei.data.model.Settlement;
import org.xuewei.data.model.Stage;
import org.xuewei.data.model.TravelMatrix.MissingReason;
import org.xuewei.data.model.region.Dataset;
import org.xuewei.data.model.region.Road;
import org.xuewei.data.model.register.GradeEnrolment;
import org.xuewei.data.model.register.SchoolIndicators;
import org.xuewei.data.standard.Standard;
import org.xuewei.geo.crs.Projection;
import org.xuewei.geo.layer.DatasetFolder;

final class SyntheticCountyTest {
  private static final Standard STANDARD = Standard.load("henan-2023");
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final SyntheticCounty USUAL = county(CountyOptions.of(7));

  @TempDir private Path folder = Path.of("");

  private static SyntheticCounty county(CountyOptions options) {
    return SyntheticCounty.generate(options, STANDARD, Progress.SILENT);
  }

  private static SyntheticCounty small(long seed) {
    return county(CountyOptions.of(seed).withNumbers(200, 20, 6));
  }

  @Test
  void sameSeedGivesTheSameBytes() throws IOException {
    small(11).write(folder.resolve("one"));
    small(11).write(folder.resolve("two"));
    for (String file : List.of("manifest.json", "layers.gpkg", "travel.bin")) {
      assertThat(folder.resolve("two").resolve(file))
          .hasSameBinaryContentAs(folder.resolve("one").resolve(file));
    }
  }

  @Test
  void anotherSeedGivesAnotherCounty() {
    SyntheticCounty one = small(11);
    SyntheticCounty two = small(12);
    assertThat(two.dataset().demandPoints()).isNotEqualTo(one.dataset().demandPoints());
    assertThat(two.dataset().header().name()).isNotEqualTo(one.dataset().header().name());
    assertThat(two.travel()).isNotEqualTo(one.travel());
  }

  @ParameterizedTest
  @ValueSource(strings = {"100 16 1", "200 20 6", "1200 150 16", "3000 300 21"})
  void countsEqualTheOptions(String numbers) {
    String[] parts = numbers.split(" ");
    int points = Integer.parseInt(parts[0]);
    int sites = Integer.parseInt(parts[1]);
    int years = Integer.parseInt(parts[2]);
    SyntheticCounty county = county(CountyOptions.of(5).withNumbers(points, sites, years));
    assertThat(county.dataset().demandPoints()).hasSize(points);
    assertThat(county.dataset().siteIds()).hasSize(sites).doesNotHaveDuplicates();
    assertThat(county.dataset().candidates()).isNotEmpty();
    assertThat(county.demand().lastYear() - county.demand().firstYear() + 1).isEqualTo(years);
    assertThat(county.demand().pointIds()).isEqualTo(county.travel().pointIds());
    assertThat(county.travel().siteIds()).isEqualTo(county.dataset().siteIds());
  }

  @Test
  void pairingHasItsExactNumbers() {
    CountyOptions options =
        CountyOptions.of(
            3,
            Optional.empty(),
            Optional.empty(),
            4,
            Optional.of(new CountyOptions.Pairing(8, 15, 100)),
            3000);
    Dataset dataset = county(options).dataset();
    Map<Settlement, Long> schools =
        dataset.schools().stream()
            .collect(Collectors.groupingBy(s -> settlement(dataset, s), Collectors.counting()));
    assertThat(schools)
        .containsEntry(Settlement.URBAN, 8L)
        .containsEntry(Settlement.TOWN, 2 * 15L)
        .containsEntry(Settlement.RURAL, 100L);
    assertThat(dataset.districts().stream().filter(d -> d.settlement() == Settlement.TOWN))
        .hasSize(15);
  }

  @Test
  void everyFeatureSaysThatItIsSynthetic() throws SQLException {
    USUAL.write(folder.resolve("county"));
    assertThat(USUAL.dataset().header().synthetic()).isTrue();
    assertThat(USUAL.dataset().header().provenance().source()).contains("synthetic");
    assertThat(USUAL.dataset().header().provenance().licence()).contains("synthetic");
    String url = "jdbc:sqlite:" + folder.resolve("county/layers.gpkg");
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet names = statement.executeQuery("SELECT table_name FROM gpkg_contents")) {
        while (names.next()) {
          tables.add(names.getString(1));
        }
      }
      tables.remove("issues");
      assertThat(tables).contains("districts", "roads", "staff", "indicators", "demand");
      for (String table : tables) {
        String query = "SELECT count(*), coalesce(sum(synthetic = 1), 0) FROM " + table;
        try (ResultSet counts = statement.executeQuery(query)) {
          assertThat(counts.getInt(2)).as(table).isEqualTo(counts.getInt(1));
        }
      }
    }
  }

  @Test
  void folderHoldsTheCountyAndItsRegisters() {
    USUAL.write(folder.resolve("county"));
    DatasetFolder.Content content = DatasetFolder.read(folder.resolve("county"));
    assertThat(content.dataset().schools()).isEqualTo(USUAL.dataset().schools());
    assertThat(content.dataset().demandPoints()).isEqualTo(USUAL.dataset().demandPoints());
    assertThat(content.travel()).contains(USUAL.travel());
    assertThat(DatasetFolder.readRegisters(folder.resolve("county")))
        .hasValueSatisfying(
            registers -> {
              assertThat(registers.enrolment()).isEqualTo(USUAL.registers().enrolment());
              assertThat(registers.staff()).isEqualTo(USUAL.registers().staff());
              assertThat(registers.indicators()).isEqualTo(USUAL.registers().indicators());
              assertThat(registers.deliveries()).isEqualTo(USUAL.registers().deliveries());
              assertThat(registers.cohorts()).isEqualTo(USUAL.registers().cohorts());
              for (Stage stage : Stage.values()) {
                assertThat(registers.demand().total(stage, 2030))
                    .isEqualTo(USUAL.demand().total(stage, 2030));
              }
            });
  }

  @Test
  void registersAreOfEverySchoolAndAgreeWithTheDemand() {
    int schools = USUAL.dataset().schools().size();
    assertThat(USUAL.registers().enrolment().stream().map(GradeEnrolment::schoolId).distinct())
        .hasSize(schools);
    assertThat(USUAL.registers().indicators().stream().map(SchoolIndicators::schoolId).distinct())
        .hasSize(schools);
    assertThat(USUAL.registers().staff()).hasSameSizeAs(USUAL.registers().indicators());
    long enrolled = USUAL.registers().enrolment().stream().mapToLong(GradeEnrolment::pupils).sum();
    int base = USUAL.demand().firstYear();
    assertThat(enrolled)
        .isEqualTo(
            USUAL.demand().total(Stage.PRIMARY, base) + USUAL.demand().total(Stage.JUNIOR, base));
  }

  @Test
  void roadsAreConnected() {
    Map<Coordinate, Coordinate> leader = new HashMap<>();
    for (Road road : USUAL.dataset().shapes().roads()) {
      Coordinate[] ends = road.line().getCoordinates();
      leader.put(find(leader, ends[0]), find(leader, ends[1]));
    }
    assertThat(leader.keySet().stream().map(node -> find(leader, node)).distinct()).hasSize(1);
  }

  private static Coordinate find(Map<Coordinate, Coordinate> leader, Coordinate node) {
    Coordinate at = node;
    while (!leader.getOrDefault(at, at).equals(at)) {
      at = leader.getOrDefault(at, at);
    }
    leader.putIfAbsent(node, node);
    return at;
  }

  @Test
  void almostEveryPointReachesASiteAndTheOthersAreTooFar() {
    int empty = 0;
    for (int point = 0; point < USUAL.travel().pointIds().size(); point++) {
      Optional<MissingReason> reason = USUAL.travel().missingReason(point);
      if (reason.isPresent()) {
        assertThat(reason).contains(MissingReason.BEYOND_LIMIT);
        empty++;
      }
    }
    assertThat(empty).isLessThan(USUAL.travel().pointIds().size() / 20);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void countySeatLacksSeatsAndVillageSchoolsAreHalfEmpty(long seed) {
    SyntheticCounty county = county(CountyOptions.of(seed).withNumbers(900, 150, 2));
    assertThat(use(county, Settlement.URBAN, Stage.PRIMARY)).isBetween(1.05, 1.18);
    assertThat(use(county, Settlement.URBAN, Stage.JUNIOR)).isBetween(1.02, 1.2);
    assertThat(use(county, Settlement.TOWN, Stage.PRIMARY)).isBetween(0.7, 1.0);
    assertThat(use(county, Settlement.RURAL, Stage.PRIMARY)).isBetween(0.3, 0.65);
  }

  /** Pupils of a stage for each of its seats. */
  private static double use(SyntheticCounty county, Settlement settlement, Stage stage) {
    double seats = 0;
    double pupils = 0;
    Map<String, Integer> enrolled =
        county.registers().indicators().stream()
            .filter(row -> row.stage() == stage)
            .collect(Collectors.toMap(SchoolIndicators::schoolId, SchoolIndicators::pupils));
    for (School school : county.dataset().schools()) {
      if (settlement(county.dataset(), school) == settlement) {
        for (SchoolUnit unit : school.units()) {
          if (unit.stage() == stage) {
            seats += unit.classes() * STANDARD.integer("class_size." + stage.key() + ".max");
            pupils += enrolled.getOrDefault(school.id(), 0);
          }
        }
      }
    }
    return pupils / seats;
  }

  private static Settlement settlement(Dataset dataset, School school) {
    return dataset.districts().stream()
        .filter(d -> d.id().equals(school.districtId()))
        .map(District::settlement)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void demandOfTheBaseYearIsTheRuleBooksWithinTheNoiseOfBirths() {
    double residents = USUAL.dataset().districts().stream().mapToInt(District::residents).sum();
    for (Stage stage : Stage.values()) {
      double share =
          STANDARD.decimal("demand.pupils_per_1000_residents." + stage.key() + ".value") / 1000;
      assertThat(USUAL.demand().total(stage, USUAL.demand().firstYear()) / (residents * share))
          .isCloseTo(1, within(0.03));
    }
  }

  @Test
  void pupilsOfTheCountryDeclineFasterThanThoseOfTheCountySeat() {
    assertThat(change(Settlement.RURAL)).isLessThan(change(Settlement.URBAN)).isLessThan(0.8);
  }

  private static double change(Settlement settlement) {
    double before = 0;
    double after = 0;
    List<DemandPoint> points = USUAL.dataset().demandPoints();
    for (int point = 0; point < points.size(); point++) {
      if (points.get(point).districtId().startsWith(settlement.key())) {
        before += USUAL.demand().pupils(point, Stage.PRIMARY, 2025);
        after += USUAL.demand().pupils(point, Stage.PRIMARY, 2032);
      }
    }
    return after / before;
  }

  @Test
  void placesLieInTheirDistricts() {
    Map<String, Geometry> districts = USUAL.dataset().shapes().districts();
    for (DemandPoint point : USUAL.dataset().demandPoints()) {
      assertThat(contains(shape(districts, point.districtId()), point.location()))
          .as(point.toString())
          .isTrue();
    }
    for (School school : USUAL.dataset().schools()) {
      assertThat(contains(shape(districts, school.districtId()), school.gate()))
          .as(school.toString())
          .isTrue();
    }
  }

  private static Geometry shape(Map<String, Geometry> shapes, String id) {
    return Optional.ofNullable(shapes.get(id)).orElseThrow();
  }

  private static boolean contains(Geometry district, LonLat place) {
    return district.covers(GEOMETRIES.createPoint(new Coordinate(place.lon(), place.lat())));
  }

  @Test
  void districtsCoverTheCountyWithoutOverlap() {
    List<Geometry> districts = List.copyOf(USUAL.dataset().shapes().districts().values());
    double sum = districts.stream().mapToDouble(Geometry::getArea).sum();
    Geometry union = UnaryUnionOp.union(districts);
    assertThat(union.getNumGeometries()).isEqualTo(1);
    assertThat(union.getArea()).isCloseTo(sum, within(sum * 1e-6));
  }

  @Test
  void shapesAreValidAndSitesHaveTheirStatedArea() {
    Dataset dataset = USUAL.dataset();
    Stream.of(
            dataset.shapes().districts(),
            dataset.shapes().demandSources(),
            dataset.shapes().schools(),
            dataset.shapes().candidates())
        .flatMap(shapes -> shapes.entrySet().stream())
        .forEach(shape -> assertThat(shape.getValue().isValid()).as(shape.getKey()).isTrue());
    Projection projection = Projection.metric(dataset.header().metricEpsg());
    for (School school : dataset.schools()) {
      double area = projection.toMetric(shape(dataset.shapes().schools(), school.id())).getArea();
      assertThat((double) school.siteAreaSquareMetres()).isCloseTo(area, within(3.0));
    }
  }

  @Test
  void refusesToReplaceWhatIsNoDataset() throws IOException {
    Files.writeString(folder.resolve("letter.txt"), "Dear planner");
    assertThatThrownBy(() -> USUAL.write(folder)).isInstanceOf(InputException.class);
    assertThat(folder.resolve("letter.txt")).exists();
  }
}
