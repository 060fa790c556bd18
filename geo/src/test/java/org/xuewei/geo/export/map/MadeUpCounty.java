package org.xuewei.geo.export.map;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.xuewei.data.model.LonLat;
import org.xuewei.geo.export.map.MapContent.Base;
import org.xuewei.geo.export.map.MapContent.Catchment;
import org.xuewei.geo.export.map.MapContent.Demand;
import org.xuewei.geo.export.map.MapContent.District;
import org.xuewei.geo.export.map.MapContent.Figure;
import org.xuewei.geo.export.map.MapContent.Heading;
import org.xuewei.geo.export.map.MapContent.Imprint;
import org.xuewei.geo.export.map.MapContent.Kind;
import org.xuewei.geo.export.map.MapContent.Level;
import org.xuewei.geo.export.map.MapContent.Road;
import org.xuewei.geo.export.map.MapContent.School;

/**
 * Two districts side by side around 114.5 E, 33.5 N, 0.4 by 0.2 degrees in all, so that the middle
 * of the map is the boundary between them. A kept school stands there.
 */
final class MadeUpCounty {
  static final LonLat MIDDLE = new LonLat(114.5, 33.5);

  private MadeUpCounty() {}

  static MapContent content() {
    Geometry west = wkt("POLYGON((114.3 33.4, 114.5 33.4, 114.5 33.6, 114.3 33.6, 114.3 33.4))");
    Geometry east = wkt("POLYGON((114.5 33.4, 114.7 33.4, 114.7 33.6, 114.5 33.6, 114.5 33.4))");
    Base base =
        new Base(
            List.of(new District("城关镇", west), new District("Ħal Għaxaq", east)),
            List.of(
                wkt("POLYGON((114.6 33.5, 114.62 33.5, 114.62 33.52, 114.6 33.52, 114.6 33.5))"),
                wkt("LINESTRING(114.3 33.55, 114.45 33.58)")),
            List.of(
                new Road(RoadRank.MAJOR, wkt("LINESTRING(114.2 33.45, 114.8 33.45)")),
                new Road(RoadRank.STREET, wkt("LINESTRING(114.4 33.4, 114.4 33.6)"))));
    List<School> schools =
        List.of(
            new School(MIDDLE, Kind.KEPT, Level.PRIMARY, "城关一小", 36, 36),
            new School(new LonLat(114.4, 33.5), Kind.EXPANDED, Level.JUNIOR, "城关一中", 18, 24),
            new School(new LonLat(114.6, 33.55), Kind.NEW, Level.NINE_YEAR, "新城学校", 0, 27));
    List<Demand> demand =
        List.of(
            Demand.withSeat(new LonLat(114.35, 33.45), 240),
            Demand.withoutSeat(new LonLat(114.65, 33.42), 120, "no site within reach"));
    return new MapContent(
        heading("示例县 · Sample county"),
        base,
        List.of(new Catchment("a", west), new Catchment("b", east)),
        schools,
        demand);
  }

  static MapContent withSchools(List<School> schools) {
    Base empty = new Base(List.of(), List.of(), List.of());
    return new MapContent(heading("Sample"), empty, List.of(), schools, List.of());
  }

  static MapContent withDistricts(List<Geometry> areas) {
    List<District> districts = new ArrayList<>();
    areas.forEach(area -> districts.add(new District("District", area)));
    return new MapContent(
        heading("Sample"),
        new Base(districts, List.of(), List.of()),
        List.of(),
        List.of(),
        List.of());
  }

  static Heading heading(String title) {
    return new Heading(
        title,
        "2027",
        List.of(new Figure("pupils without a seat", "120"), new Figure("seats added", "1,485")),
        new Imprint("© OpenStreetMap contributors", "ODbL 1.0", "2026-01-01", "P-0001"));
  }

  static Geometry wkt(String wkt) {
    try {
      return new WKTReader().read(wkt);
    } catch (ParseException e) {
      throw new IllegalArgumentException(wkt, e);
    }
  }
}
