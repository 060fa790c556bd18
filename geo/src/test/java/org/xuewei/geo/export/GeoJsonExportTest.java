package org.xuewei.geo.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.xuewei.data.model.Action;
import org.xuewei.data.model.Evaluation.RuleResult;
import org.xuewei.data.model.HalfYear;
import org.xuewei.data.model.InputException;
import org.xuewei.data.model.Progress;

class GeoJsonExportTest {
  private static final List<String> LAYERS =
      List.of(
          "districts",
          "demand",
          "schools_before",
          "schools_after",
          "new_sites",
          "catchments",
          "flows");

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  private void write(ExportInput input) {
    GeoJsonExport.write(input, folder, Progress.SILENT);
  }

  private JsonNode layer(String name) throws IOException {
    return JSON.readTree(Files.readString(folder.resolve(name + ".geojson")));
  }

  private JsonNode feature(String layer, String id) throws IOException {
    for (JsonNode feature : layer(layer).get("features")) {
      if (feature.get("id").asText().equals(id)) {
        return feature;
      }
    }
    throw new AssertionError(layer + " has no " + id);
  }

  private JsonNode properties(String layer, String id) throws IOException {
    return feature(layer, id).get("properties");
  }

  private static List<String> ids(JsonNode collection) {
    List<String> ids = new ArrayList<>();
    collection.get("features").forEach(feature -> ids.add(feature.get("id").asText()));
    return ids;
  }

  private static void assertHas(JsonNode properties, String json) throws IOException {
    JsonNode expected = JSON.readTree(json.replace('\'', '"'));
    expected
        .properties()
        .forEach(
            member ->
                assertThat(properties.get(member.getKey()))
                    .as(member.getKey())
                    .isEqualTo(member.getValue()));
  }

  @Test
  void writesAllLayersInTheirOrder() {
    List<Path> written = GeoJsonExport.write(TwoDistricts.input(), folder, Progress.SILENT);

    assertThat(written)
        .containsExactlyElementsOf(
            LAYERS.stream().map(name -> folder.resolve(name + ".geojson")).toList());
    assertThat(folder).isDirectoryNotContaining(path -> !path.toString().endsWith(".geojson"));
  }

  @Test
  void everyFeatureCarriesThePlanAndTheStateOfItsRules() throws IOException {
    write(TwoDistricts.input());

    for (String name : LAYERS) {
      JsonNode collection = layer(name);
      assertHas(
          collection,
          "{'type':'FeatureCollection','name':'%s','attribution':'© OSM','licence':'ODbL-1.0'}"
              .formatted(name));
      assertThat(collection.has("crs")).isFalse();
      assertThat(ids(collection)).isSorted().doesNotHaveDuplicates();
      for (JsonNode feature : collection.get("features")) {
        assertThat(feature.get("type").asText()).isEqualTo("Feature");
        assertHas(
            feature.get("properties"),
            """
            {'planId':'plan-1','stage':'PRIMARY','seed':42,'inputHash':'ab12',
             'engineVersion':'0.1.0','dataDate':'2018-08-27','attribution':'© OSM',
             'licence':'ODbL-1.0','synthetic':false}
            """);
        assertThat(feature.get("properties").get("year").asInt())
            .isEqualTo(name.equals("schools_before") ? 2018 : 2030);
        assertThat(feature.get("properties").get("ruleStatus").asText())
            .isIn("passed", "hard-broken", "soft-broken", "not-evaluated");
        assertThat(feature.get("properties").get("rulesBroken").isArray()).isTrue();
        assertThat(feature.get("properties").has("name")).isTrue();
      }
    }
  }

  @Test
  void ringsFollowTheRightHandRuleWithAtMostSevenDecimals() throws IOException {
    write(TwoDistricts.input());

    for (String name : List.of("districts", "new_sites", "catchments")) {
      for (JsonNode feature : layer(name).get("features")) {
        JsonNode shape = feature.get("geometry");
        boolean one = shape.get("type").asText().equals("Polygon");
        for (JsonNode polygon :
            one ? List.of(shape.get("coordinates")) : shape.get("coordinates")) {
          for (int ring = 0; ring < polygon.size(); ring++) {
            List<Coordinate> path = new ArrayList<>();
            for (JsonNode position : polygon.get(ring)) {
              assertThat(position.get(0).decimalValue().scale()).isLessThanOrEqualTo(7);
              path.add(new Coordinate(position.get(0).asDouble(), position.get(1).asDouble()));
            }
            assertThat(path.get(0)).isEqualTo(path.get(path.size() - 1));
            assertThat(Orientation.isCCW(path.toArray(new Coordinate[0]))).isEqualTo(ring == 0);
          }
        }
      }
    }
    assertThat(feature("districts", "relation/1").get("geometry").get("coordinates")).hasSize(2);
    assertThat(feature("schools_after", "way/9").get("geometry").toString())
        .isEqualTo("{\"type\":\"Point\",\"coordinates\":[3.0017123,0.0009]}");
  }

  @Test
  void districtsSumTheirPupilsAndTellTheRulesOfTheirSchools() throws IOException {
    write(TwoDistricts.input());

    assertHas(
        properties("districts", "relation/1"),
        """
        {'name':'西区','settlement':'URBAN','residents':4000,'residentsEstimated':false,
         'pupils':420,'pupilsUnserved':0,'ruleStatus':'hard-broken','rulesBroken':['class-size']}
        """);
    assertHas(
        properties("districts", "relation/2"),
        """
        {'residentsEstimated':true,'pupils':250,'pupilsUnserved':50,'ruleStatus':'soft-broken',
         'rulesBroken':['site-size']}
        """);
  }

  @Test
  void demandTellsItsSchoolOrWhyItHasNone() throws IOException {
    write(TwoDistricts.input());

    assertHas(
        properties("demand", "p1"),
        """
        {'name':'West Side','sourceId':'way/100','kind':'RESIDENTIAL_AREA','districtId':'relation/1',
         'residents':4000,'residentsEstimated':false,'pupils':420,'pupilsUnserved':0,
         'schoolId':'way/1','schoolIds':['way/1'],'metres':310,'reason':null,'ruleStatus':'passed'}
        """);
    assertHas(
        properties("demand", "p3"),
        """
        {'pupils':50,'pupilsUnserved':50,'schoolId':null,'schoolIds':[],'metres':null,
         'reason':'NO_SEAT','residentsEstimated':true}
        """);
  }

  @Test
  void schoolsTellClassesSeatsAndPupilsBeforeAndAfter() throws IOException {
    write(TwoDistricts.input());

    assertThat(ids(layer("schools_before"))).containsExactly("way/1");
    assertHas(
        properties("schools_before", "way/1"),
        """
        {'name':'A 小学','classes':6,'classesEstimated':false,'seats':270,'pupils':300,
         'ruleStatus':'not-evaluated','rulesBroken':[]}
        """);
    assertThat(ids(layer("schools_after"))).containsExactly("way/1", "way/9");
    assertHas(
        properties("schools_after", "way/1"),
        """
        {'existing':true,'classesBefore':6,'classes':12,'seats':540,'pupils':420,
         'action':'EXPAND','capitalYuan':12000000,'ruleStatus':'hard-broken',
         'rulesBroken':['class-size']}
        """);
    assertHas(
        properties("new_sites", "way/9"),
        """
        {'name':null,'areaSquareMetres':9000,'landUse':'landuse=meadow','landUseToConfirm':true,
         'screensFailed':['slope'],'classes':12,'seats':540,'pupils':200,'action':'BUILD',
         'orderYear':2027,'opening':'2030H2','capitalYuan':60000000,'ruleStatus':'soft-broken',
         'rulesBroken':['site-size']}
        """);
  }

  @Test
  void todaysStateIsJudgedByItsOwnRules() throws IOException {
    RuleResult full = new RuleResult("class-size", "way/1", true, false, 300, 270, "x");
    write(
        TwoDistricts.input(
            TwoDistricts.plan(),
            TwoDistricts.evaluation(),
            Optional.of(TwoDistricts.evaluation(full))));

    assertHas(
        properties("schools_before", "way/1"),
        "{'ruleStatus':'hard-broken','rulesBroken':['class-size']}");
  }

  @Test
  void catchmentsCarryAreaPupilsAndAColourUnlikeTheirNeighbours() throws IOException {
    write(TwoDistricts.input());

    JsonNode west = properties("catchments", "way/1");
    // 0.001 x 0.001 degrees less a hole of 0.0001 x 0.0001, in UTM
    assertThat(west.get("areaSquareMetres").asInt()).isBetween(12_150, 12_200);
    // 4 pi (100 - 1) / (40 + 4) squared, in tenths of the side
    assertThat(west.get("compactness").asDouble()).isCloseTo(0.6426, within(0.002));
    assertHas(west, "{'schoolId':'way/1','demandPoints':1,'pupils':420,'colour':0}");
    assertHas(properties("catchments", "way/9"), "{'demandPoints':1,'pupils':200,'colour':1}");
  }

  @Test
  void flowsJoinTheBandsOfAStageAndLeaveOutOtherStages() throws IOException {
    write(TwoDistricts.input());

    assertThat(ids(layer("flows"))).containsExactly("p1>way/1", "p2>way/9");
    JsonNode flow = feature("flows", "p1>way/1");
    assertHas(
        flow.get("properties"),
        """
        {'demandPointId':'p1','schoolId':'way/1','name':'A 小学','pupils':420,'metres':310}
        """);
    assertThat(flow.get("geometry").toString())
        .isEqualTo("{\"type\":\"LineString\",\"coordinates\":[[3.0004,0.0005],[3.0002,0.0005]]}");
  }

  @Test
  void layerWithoutFeaturesIsNotWrittenAndAnOldOneGoes() throws IOException {
    Files.writeString(folder.resolve("new_sites.geojson"), "old");
    Action later =
        TwoDistricts.action(Action.Type.BUILD, "way/9", 0, 12, new HalfYear(2031, 1), 60_000_000);
    List<Path> written =
        GeoJsonExport.write(
            TwoDistricts.input(
                TwoDistricts.plan(List.of(later)), TwoDistricts.evaluation(), Optional.empty()),
            folder,
            Progress.SILENT);

    assertThat(written).hasSize(LAYERS.size() - 1);
    assertThat(folder.resolve("new_sites.geojson")).doesNotExist();
  }

  @Test
  void equalInputGivesEqualBytes(@TempDir Path other) throws IOException {
    write(TwoDistricts.input());
    GeoJsonExport.write(TwoDistricts.input(), other, Progress.SILENT);

    for (String name : LAYERS) {
      assertThat(other.resolve(name + ".geojson"))
          .hasSameBinaryContentAs(folder.resolve(name + ".geojson"));
    }
  }

  @Test
  void namesAFolderThatCannotBeWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("taken"), "a file");

    assertThatThrownBy(() -> GeoJsonExport.write(TwoDistricts.input(), file, Progress.SILENT))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("taken");
  }
}
