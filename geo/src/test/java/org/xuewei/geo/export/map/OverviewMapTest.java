package org.xuewei.geo.export.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xuewei.data.model.LonLat;
import org.xuewei.geo.export.map.MapContent.Kind;
import org.xuewei.geo.export.map.MapContent.Level;
import org.xuewei.geo.export.map.MapContent.School;

class OverviewMapTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @Test
  void drawsPngOfTheAskedSize() throws IOException {
    BufferedImage image = png(MadeUpCounty.content(), 800);

    assertThat(image.getWidth()).isEqualTo(800);
    assertThat(image.getHeight()).isEqualTo(600);
  }

  @Test
  void drawsSchoolsWhereTheyStand() throws IOException {
    BufferedImage image = png(MadeUpCounty.content(), 1600);

    // the extent is 0.4 degrees wide on 1132 units, its middle is the middle of the map
    int middleX = 24 + 1200 / 2;
    int middleY = 104 + 1048 / 2;
    double unitsPerLonDegree = 1132 / 0.4;
    assertThat(colour(image, middleX, middleY)).isEqualTo(Palette.KEPT);
    int expandedX = (int) Math.round(middleX - 0.1 * unitsPerLonDegree);
    assertThat(colour(image, expandedX + 4, middleY + 4)).isEqualTo(Palette.EXPANDED);
  }

  @Test
  void keepsOutsideApartFromLand() throws IOException {
    BufferedImage image = png(MadeUpCounty.content(), 1600);

    assertThat(colour(image, 300, 130)).isEqualTo(Palette.OUTSIDE);
    assertThat(colour(image, 5, 600)).isEqualTo(Palette.SHEET);
    assertThat(colour(image, 300, 600)).isNotIn(Palette.OUTSIDE, Palette.LAND);
  }

  @Test
  void svgHasItsLayersAsTitledGroups() throws Exception {
    Element root = svg(MadeUpCounty.content()).getDocumentElement();

    List<String> ids = new ArrayList<>();
    NodeList groups = root.getElementsByTagName("g");
    for (int i = 0; i < groups.getLength(); i++) {
      Element group = (Element) groups.item(i);
      if (group.hasAttribute("id")) {
        ids.add(group.getAttribute("id"));
        assertThat(group.getFirstChild().getTextContent()).isNotBlank();
      }
    }
    assertThat(ids)
        .contains("title", "legend", "figures", "scale-bar", "north-arrow", "attribution")
        .contains("districts", "catchments", "water", "roads", "schools", "demand", "labels")
        .doesNotHaveDuplicates();
    assertThat(root.getFirstChild().getTextContent()).isEqualTo("示例县 · Sample county");
    assertThat(root.getAttribute("viewBox")).isEqualTo("0 0 1600 1200");
  }

  @Test
  void svgNeedsNoFont() throws Exception {
    OverviewMap.writeSvg(MadeUpCounty.content(), MapText.CHINESE, folder.resolve("m.svg"), 1600);
    String svg = Files.readString(folder.resolve("m.svg"));

    assertThat(svg).doesNotContain("<text").doesNotContain("font");
  }

  @Test
  void sameContentGivesSameBytes() throws IOException {
    for (String name : List.of("a", "b")) {
      MapContent content = MadeUpCounty.content();
      OverviewMap.writePng(content, MapText.CHINESE, folder.resolve(name + ".png"), 1000);
      OverviewMap.writeSvg(content, MapText.CHINESE, folder.resolve(name + ".svg"), 1000);
    }

    assertThat(folder.resolve("a.png")).hasSameBinaryContentAs(folder.resolve("b.png"));
    assertThat(folder.resolve("a.svg")).hasSameBinaryContentAs(folder.resolve("b.svg"));
  }

  @Test
  void languagesDiffer() throws IOException {
    OverviewMap.writePng(MadeUpCounty.content(), MapText.CHINESE, folder.resolve("zh.png"), 600);
    OverviewMap.writePng(MadeUpCounty.content(), MapText.ENGLISH, folder.resolve("en.png"), 600);

    assertThat(Files.readAllBytes(folder.resolve("zh.png")))
        .isNotEqualTo(Files.readAllBytes(folder.resolve("en.png")));
  }

  @Test
  void drawsAnEmptyPlan() throws Exception {
    MapContent nothing = MadeUpCounty.withSchools(List.of());

    assertThat(png(nothing, 400).getWidth()).isEqualTo(400);
    assertThat(svg(nothing).getElementsByTagName("path").getLength()).isPositive();
  }

  @Test
  void drawsASingleSchool() throws IOException {
    School only = new School(MadeUpCounty.MIDDLE, Kind.KEPT, Level.PRIMARY, "Only", 6, 6);

    BufferedImage image = png(MadeUpCounty.withSchools(List.of(only)), 1600);

    assertThat(colour(image, 624, 628)).isEqualTo(Palette.KEPT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POLYGON((-180 -90, 180 -90, 180 90, -180 90, -180 -90))",
        "POLYGON((10 89.9, 20 89.9, 20 90, 10 90, 10 89.9))",
        "POLYGON((9 47, 9.000001 47, 9.000001 47.000001, 9 47))",
        "POLYGON((9 47, 10 48, 10 47, 9 48, 9 47))",
        "POLYGON((9 47, 9 47, 9 47, 9 47))",
        "POLYGON EMPTY"
      })
  void drawsAnyExtentAndBrokenAreas(String area) throws Exception {
    MapContent content = MadeUpCounty.withDistricts(List.of(MadeUpCounty.wkt(area)));

    assertThat(png(content, 400).getWidth()).isEqualTo(400);
    assertThat(svg(content).getDocumentElement().getTagName()).isEqualTo("svg");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "مدرسة",
        "בית ספר",
        "🏫🏫",
        "a\u0000b\u001fc",
        "\ud800",
        "\ufffe\uffff",
        "<&\"'>",
        "齉𠮷"
      })
  void drawsAnyName(String name) throws Exception {
    School school = new School(MadeUpCounty.MIDDLE, Kind.NEW, Level.JUNIOR, name, 0, 12);
    MapContent content = MadeUpCounty.withSchools(List.of(school));
    MapContent named =
        new MapContent(
            MadeUpCounty.heading(name.repeat(5000)),
            content.base(),
            content.catchments(),
            content.schools(),
            content.demand());

    assertThat(png(named, 400).getWidth()).isEqualTo(400);
    assertThat(svg(named).getDocumentElement().getTagName()).isEqualTo("svg");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 199, 10_001})
  void refusesWidthsOutsideTheLimits(int width) {
    Path file = folder.resolve("never");

    assertThatThrownBy(
            () -> OverviewMap.writePng(MadeUpCounty.content(), MapText.ENGLISH, file, width))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("200 to 10000");
    assertThatThrownBy(
            () -> OverviewMap.writeSvg(MadeUpCounty.content(), MapText.ENGLISH, file, width))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(file).doesNotExist();
  }

  @Test
  void refusesGeometryThatIsNotInDegrees() {
    Geometry projected = MadeUpCounty.wkt("POLYGON((500000 0, 500001 0, 500001 1, 500000 0))");

    assertThatThrownBy(() -> MadeUpCounty.withDistricts(List.of(projected)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("degrees");
  }

  @Test
  void drawsManySchoolsAtOneSpot() throws IOException {
    List<School> crowd = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      LonLat spot = new LonLat(114.5 + i % 50 * 1e-4, 33.5 + i / 50 * 1e-4);
      crowd.add(
          new School(spot, Kind.values()[i % 3], Level.PRIMARY, "School " + i, i % 40, i % 40));
    }

    assertThat(png(MadeUpCounty.withSchools(crowd), 400).getHeight()).isEqualTo(300);
  }

  private BufferedImage png(MapContent content, int width) throws IOException {
    Path file = folder.resolve("map.png");
    OverviewMap.writePng(content, MapText.ENGLISH, file, width);
    return ImageIO.read(file.toFile());
  }

  private Document svg(MapContent content) throws Exception {
    Path file = folder.resolve("map.svg");
    OverviewMap.writeSvg(content, MapText.CHINESE, file, 1600);
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    try (InputStream in = Files.newInputStream(file)) {
      return factory.newDocumentBuilder().parse(in);
    }
  }

  private static Color colour(BufferedImage image, int x, int y) {
    return new Color(image.getRGB(x, y));
  }
}
