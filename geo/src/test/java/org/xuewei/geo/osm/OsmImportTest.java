package org.xuewei.geo.osm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.xuewei.data.model.CandidateSite;
import org.xuewei.data.model.DataIssues;
import org.xuewei.data.model.DemandPoint;
import org.xuewei.data.model.DemandSource;
import org.xuewei.data.model.District;
import org.xuewei.data.model.LonLat;
import org.xuewei.data.model.Progress;
import org.xuewei.data.model.School;
import org.xuewei.data.model.region.Dataset;
import org.xuewei.data.model.region.Road;
import org.xuewei.geo.crs.Projection;

/** The two sample maps; expected figures were computed with libosmium and GEOS. */
class OsmImportTest {
  private static final Path SAMPLES = Path.of("../data/samples");
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final int MAX_RESIDENTS = 800;

  abstract static class Sample {
    private final Path file;
    DataIssues issues = new DataIssues();
    Dataset dataset;
    OsmImport.Counts counts;

    Sample(String file) {
      this.file = SAMPLES.resolve(file);
    }

    @BeforeAll
    void read() {
      OsmImport.Result result =
          OsmImport.readAndCount(
              file,
              new OsmImport.Options("sample", "Sample", 8, MAX_RESIDENTS),
              issues,
              Progress.SILENT);
      dataset = result.dataset();
      counts = result.counts();
    }

    double squareKilometres() {
      Projection projection = Projection.metric(dataset.header().metricEpsg());
      return dataset.shapes().districts().values().stream()
          .mapToDouble(shape -> projection.toMetric(shape).getArea() / 1e6)
          .sum();
    }

    @Test
    void residentsOfPartsSumToTheirWhole() {
      Map<String, Integer> byDistrict = new TreeMap<>();
      Map<String, Integer> bySource = new TreeMap<>();
      for (DemandSource source : dataset.demandSources()) {
        byDistrict.merge(source.districtId(), source.residents(), Integer::sum);
      }
      for (DemandPoint point : dataset.demandPoints()) {
        bySource.merge(point.sourceId(), point.residents(), Integer::sum);
      }
      assertThat(dataset.districts())
          .allSatisfy(
              district ->
                  assertThat(byDistrict).containsEntry(district.id(), district.residents()));
      assertThat(dataset.demandSources())
          .allSatisfy(
              source ->
                  assertThat(bySource.getOrDefault(source.id(), 0)).isEqualTo(source.residents()));
      assertThat(dataset.demandPoints())
          .allSatisfy(point -> assertThat(point.residents()).isBetween(1, MAX_RESIDENTS));
    }

    @Test
    void demandPointsLieInTheirSources() {
      Map<String, Geometry> sources = dataset.shapes().demandSources();
      assertThat(dataset.demandPoints())
          .allMatch(point -> shape(sources, point.sourceId()).intersects(at(point.location())));
    }

    @Test
    void everyListIsOrderedById() {
      assertThat(dataset.districts().stream().map(District::id)).isSorted();
      assertThat(dataset.demandSources().stream().map(DemandSource::id)).isSorted();
      assertThat(dataset.demandPoints().stream().map(DemandPoint::id)).isSorted();
      assertThat(dataset.schools().stream().map(School::id)).isSorted();
      assertThat(dataset.candidates().stream().map(CandidateSite::id)).isSorted();
      assertThat(dataset.shapes().roads().stream().map(Road::id)).isSorted();
    }

    @Test
    void shapesAreValidAndBelongToTheirFeatures() {
      assertThat(dataset.shapes().districts()).hasSameSizeAs(dataset.districts());
      assertThat(dataset.shapes().demandSources()).hasSameSizeAs(dataset.demandSources());
      assertThat(dataset.shapes().candidates()).hasSameSizeAs(dataset.candidates());
      assertThat(dataset.shapes().schools()).hasSize(counts.schoolAreas());
      List.of(
              dataset.shapes().districts(),
              dataset.shapes().demandSources(),
              dataset.shapes().schools(),
              dataset.shapes().candidates())
          .forEach(
              shapes ->
                  assertThat(shapes.values())
                      .allMatch(Geometry::isValid)
                      .allMatch(shape -> shape.getDimension() == 2));
    }

    @Test
    void residentialAreasDoNotOverlap() {
      double sum =
          dataset.shapes().demandSources().values().stream().mapToDouble(Geometry::getArea).sum();
      Geometry union = Polygons.union(dataset.shapes().demandSources().values());
      assertThat(union.getArea()).isCloseTo(sum, within(sum * 1e-6));
    }

    @Test
    void candidatesAreFreeAndAtLeastAHectare() {
      assertThat(dataset.candidates())
          .isNotEmpty()
          .allSatisfy(site -> assertThat(site.areaSquareMetres()).isGreaterThanOrEqualTo(10_000));
      Geometry taken = Polygons.union(dataset.shapes().schools().values());
      for (Geometry parcel : dataset.shapes().candidates().values()) {
        double overlap = Polygons.intersection(parcel, taken).getArea();
        assertThat(overlap).isLessThan(parcel.getArea() * 1e-6);
      }
    }

    @Test
    void gatesOfAreasAreOnTheirOutline() {
      Map<String, Geometry> areas = dataset.shapes().schools();
      assertThat(dataset.schools())
          .filteredOn(school -> areas.containsKey(school.id()))
          .allMatch(
              school -> shape(areas, school.id()).getBoundary().distance(at(school.gate())) < 1e-5);
    }

    private static Geometry shape(Map<String, Geometry> shapes, String id) {
      return shapes.getOrDefault(id, GEOMETRIES.createPolygon());
    }

    private static Point at(LonLat position) {
      return GEOMETRIES.createPoint(new Coordinate(position.lon(), position.lat()));
    }
  }

  @Nested
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  class Malta extends Sample {
    Malta() {
      super("malta/malta-2018-08-27.osm.pbf");
    }

    @Test
    void readsWhatTheMapHas() {
      assertThat(counts.districts()).isEqualTo(67);
      assertThat(squareKilometres()).isCloseTo(315.4, within(315.4 * 0.01));
      assertThat(counts.residentialPolygons()).isEqualTo(901);
      assertThat(counts.residentialHectares()).isCloseTo(4589, within(45.9));
      assertThat(counts.schoolAreas() + counts.schoolNodes()).isEqualTo(166);
      assertThat(counts.schoolNodesMerged()).isEqualTo(4);
      assertThat(dataset.schools()).hasSize(162);
      // the reference has 13,134: it counts the 51 school buildings and 28 others as land use
      assertThat(counts.buildings()).isEqualTo(13_134 + 51 + 28);
    }

    @Test
    void estimatesResidentsOfFiveDistrictsOnly() {
      assertThat(counts.districtsWithPopulation()).isEqualTo(62);
      assertThat(issues.countByCode()).containsEntry("district-population-estimated", 5);
      int known =
          dataset.districts().stream()
              .filter(district -> !district.residentsEstimated())
              .mapToInt(District::residents)
              .sum();
      assertThat(known).isEqualTo(413_307);
    }

    @Test
    void saysWhereTheDataComeFrom() {
      assertThat(dataset.header().metricEpsg()).isEqualTo(32633);
      assertThat(dataset.header().provenance().source()).isEqualTo("malta-2018-08-27.osm.pbf");
      assertThat(dataset.header().provenance().dataDate()).isEqualTo("2018-08-27");
      assertThat(dataset.header().provenance().licence()).isEqualTo("ODbL-1.0");
      assertThat(dataset.header().provenance().sha256())
          .isEqualTo("30630ced134dff92917f9d6a675cff1e5222700887317957730ece6a750cd246");
    }
  }

  @Nested
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  class Liechtenstein extends Sample {
    Liechtenstein() {
      super("liechtenstein/liechtenstein-2021-05-05.osm.pbf");
    }

    @Test
    void readsWhatTheMapHas() {
      assertThat(counts.districts()).isEqualTo(11);
      assertThat(squareKilometres()).isCloseTo(160.3, within(160.3 * 0.01));
      assertThat(counts.residentialPolygons()).isEqualTo(305);
      assertThat(counts.residentialHectares()).isCloseTo(1074, within(10.7));
      assertThat(counts.schoolAreas() + counts.schoolNodes()).isEqualTo(22);
      assertThat(counts.schoolNodesMerged()).isZero();
      assertThat(dataset.schools()).hasSize(22);
      // the reference has 13,995: it does not count the 3 school buildings
      assertThat(counts.buildings()).isEqualTo(13_995 + 3);
    }

    @Test
    void countsSubVillagesOnce() {
      assertThat(counts.districtsWithPopulation()).isEqualTo(11);
      assertThat(counts.residents()).isEqualTo(37_269);
    }

    @Test
    void leavesOutNeighbouringDistrictsThatAreNotComplete() {
      assertThat(issues.countByCode()).containsEntry("district-not-closed", 11);
    }

    @Test
    void givesTheSameDatasetTwice() {
      Dataset first = dataset;
      issues = new DataIssues();
      read();
      assertThat(dataset.equals(first)).isTrue();
    }
  }
}
