package org.xuewei.geo.catchment;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.xuewei.data.model.region.Dataset;
import org.xuewei.geo.crs.Projection;

/** The districts without their water, in metres. */
final class Land {
  private final STRtree districts = new STRtree();
  private final STRtree water = new STRtree();

  Land(Dataset dataset, Projection projection) {
    for (Geometry district : dataset.shapes().districts().values()) {
      insert(districts, projection.toMetric(district));
    }
    for (Geometry area : dataset.shapes().water()) {
      insert(water, projection.toMetric(area));
    }
    districts.build();
    water.build();
  }

  private static void insert(STRtree index, Geometry area) {
    if (!area.isEmpty()) {
      index.insert(area.getEnvelopeInternal(), PreparedGeometryFactory.prepare(area));
    }
  }

  /** The parts of a line that are dry and in a district. */
  Geometry onLand(LineString line) {
    Geometry land = inDistricts(line);
    for (PreparedGeometry area : near(water, land)) {
      if (area.intersects(land)) {
        land = OverlayNGRobust.overlay(land, area.getGeometry(), OverlayNG.DIFFERENCE);
      }
    }
    return land;
  }

  private Geometry inDistricts(LineString line) {
    List<Geometry> parts = new ArrayList<>();
    for (PreparedGeometry district : near(districts, line)) {
      if (district.covers(line)) {
        return line;
      }
      if (district.intersects(line)) {
        parts.add(OverlayNGRobust.overlay(line, district.getGeometry(), OverlayNG.INTERSECTION));
      }
    }
    return Linework.FACTORY.buildGeometry(parts).union();
  }

  private static List<PreparedGeometry> near(STRtree index, Geometry line) {
    List<PreparedGeometry> found = new ArrayList<>();
    Envelope box = line.getEnvelopeInternal();
    for (Object area : index.query(box)) {
      found.add((PreparedGeometry) area);
    }
    return found;
  }
}
