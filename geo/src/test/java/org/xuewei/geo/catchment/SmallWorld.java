package org.xuewei.geo.catchment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.xuewei.data.model.DemandPoint;
import org.xuewei.data.model.LonLat;
import org.xuewei.data.model.Progress;
import org.xuewei.data.model.region.Dataset;
import org.xuewei.data.model.region.Provenance;
import org.xuewei.data.model.region.Road;
import org.xuewei.data.model.region.Shapes;

/** Districts, roads and assigned points near 3 E on the equator, where a degree is a degree. */
final class SmallWorld {
  static final int EPSG = 32631;

  private final Map<String, Geometry> districts = new TreeMap<>();
  private final List<Road> roads = new ArrayList<>();
  private final List<DemandPoint> points = new ArrayList<>();
  private final Map<String, String> schoolOfPoint = new TreeMap<>();

  SmallWorld district(String id, String wkt) {
    return district(id, read(wkt));
  }

  SmallWorld district(String id, Geometry shape) {
    districts.put(id, shape);
    return this;
  }

  SmallWorld road(String roadClass, String wkt) {
    return road(roadClass, (LineString) read(wkt));
  }

  SmallWorld road(String roadClass, LineString line) {
    roads.add(new Road("way/" + roads.size(), "", roadClass, line));
    return this;
  }

  /** A demand point of a school; an empty school id leaves it without. */
  SmallWorld point(String id, double lon, double lat, String schoolId) {
    points.add(new DemandPoint(id, id, "d", new LonLat(lon, lat), 100));
    if (!schoolId.isEmpty()) {
      schoolOfPoint.put(id, schoolId);
    }
    return this;
  }

  List<DemandPoint> points() {
    return points;
  }

  Map<String, String> schoolOfPoint() {
    return schoolOfPoint;
  }

  Map<String, Geometry> districts() {
    return districts;
  }

  Dataset dataset() {
    points.sort(Comparator.comparing(DemandPoint::id));
    Provenance provenance = new Provenance("test", "2024-01-01", "ODbL-1.0", "nobody", "00");
    return new Dataset(
        new Dataset.Header("test", "Test", EPSG, true, provenance),
        List.of(),
        List.of(),
        points,
        List.of(),
        List.of(),
        new Shapes(districts, Map.of(), Map.of(), Map.of(), roads, List.of()));
  }

  Catchments catchments() {
    return Catchments.of(dataset(), schoolOfPoint, Progress.SILENT);
  }

  static Geometry read(String wkt) {
    try {
      return new WKTReader().read(wkt);
    } catch (ParseException e) {
      throw new IllegalArgumentException(wkt, e);
    }
  }
}
