package org.xuewei.geo.export.map;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.xuewei.geo.export.map.MapContent.Demand;
import org.xuewei.geo.export.map.MapContent.District;
import org.xuewei.geo.export.map.MapContent.Kind;
import org.xuewei.geo.export.map.MapContent.School;

/** The names on the map: new schools first, then expanded ones, districts, kept schools. */
final class MapLabels {
  private static final Lettering NEW = Lettering.bold(15.5, Palette.NEW);
  private static final Lettering EXPANDED = Lettering.bold(13.5, Palette.EXPANDED);
  private static final Lettering DISTRICT = Lettering.bold(13, Palette.INK_SECOND);
  private static final Lettering KEPT = Lettering.regular(11.5, Palette.INK_SECOND);
  private static final double WIDEST_OVER_DISTRICT = 1.5;
  private static final double WIDEST_NAME = 190;

  private final LocalProjection projection;
  private final MapText text;
  private final LabelPlacer placer;

  MapLabels(Envelope window, LocalProjection projection, MapText text) {
    this.projection = projection;
    this.text = text;
    this.placer = new LabelPlacer(window);
  }

  void keepFree(Rectangle2D box) {
    placer.keepFree(box);
  }

  /**
   * @param districts areas on the sheet, in the order of the content's districts
   */
  void place(MapContent content, List<Geometry> districts) {
    for (School school : content.schools()) {
      placer.keepFree(x(school), y(school), radius(school), school.kind() != Kind.KEPT);
    }
    for (Demand point : content.demand()) {
      if (!point.served()) {
        double radius = Symbols.unservedRadius(point.pupils());
        double x = projection.x(point.location());
        placer.keepFree(x, projection.y(point.location()), radius, false);
      }
    }
    schools(content.schools(), Kind.NEW, NEW);
    schools(content.schools(), Kind.EXPANDED, EXPANDED);
    districts(content.base().districts(), districts);
    schools(content.schools(), Kind.KEPT, KEPT);
  }

  void draw(Graphics2D g) {
    List<LabelPlacer.Placed> placed = placer.placed();
    for (int i = placed.size() - 1; i >= 0; i--) {
      LabelPlacer.Placed label = placed.get(i);
      label.lettering().haloed(g, label.text(), label.x(), label.baseline(), Palette.HALO);
    }
  }

  /** The largest schools of a kind first. */
  private void schools(List<School> schools, Kind kind, Lettering lettering) {
    schools.stream()
        .filter(school -> school.kind() == kind)
        .sorted(Comparator.comparingInt(School::classesAfter).reversed())
        .forEach(
            school ->
                placer.beside(
                    x(school),
                    y(school),
                    radius(school),
                    texts(school, lettering),
                    lettering,
                    kind != Kind.KEPT));
  }

  private List<String> texts(School school, Lettering lettering) {
    String name = lettering.shortened(school.name(), WIDEST_NAME);
    String number =
        switch (school.kind()) {
          case NEW -> text.count("classes", school.classesAfter());
          case EXPANDED ->
              text.count(
                  "classes.added", Math.max(0, school.classesAfter() - school.classesBefore()));
          case KEPT -> "";
        };
    List<String> texts = new ArrayList<>();
    texts.add((name + " " + number).strip());
    if (!name.isEmpty() && !number.isEmpty()) {
      texts.add(number);
    }
    return texts;
  }

  /** The largest districts first; a name much wider than its district is left out. */
  private void districts(List<District> districts, List<Geometry> areas) {
    record Named(String name, Geometry area) {}
    List<Named> named = new ArrayList<>();
    for (int i = 0; i < districts.size(); i++) {
      named.add(new Named(Lettering.clean(districts.get(i).name()), largestPart(areas.get(i))));
    }
    named.sort(Comparator.comparingDouble((Named d) -> d.area().getArea()).reversed());
    for (Named district : named) {
      double room = district.area().getEnvelopeInternal().getWidth() * WIDEST_OVER_DISTRICT;
      if (!district.area().isEmpty() && DISTRICT.width(district.name()) <= room) {
        Coordinate middle = MaximumInscribedCircle.getCenter(district.area(), 1).getCoordinate();
        placer.over(middle.x, middle.y, district.name(), DISTRICT);
      }
    }
  }

  private static Geometry largestPart(Geometry area) {
    Geometry largest = area.getFactory().createPolygon();
    for (Geometry polygon : SheetShapes.polygons(area)) {
      if (polygon.getArea() > largest.getArea()) {
        largest = polygon;
      }
    }
    return largest;
  }

  private double x(School school) {
    return projection.x(school.location());
  }

  private double y(School school) {
    return projection.y(school.location());
  }

  private static double radius(School school) {
    return Symbols.schoolRadius(school.kind(), school.classesAfter());
  }
}
