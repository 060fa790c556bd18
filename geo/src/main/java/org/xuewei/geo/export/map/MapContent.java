package org.xuewei.geo.export.map;

import java.util.List;
import java.util.Objects;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.xuewei.data.model.LonLat;

/**
 * What an overview map shows, as plain shapes and words in the reader's language. Geometries are in
 * lon/lat (WGS 84) and are not changed; any layer may be empty. The order of a layer's features
 * does not matter for the colours, only for what is drawn on top.
 *
 * @param catchments areas of one stage, so that they hardly overlap; neighbours get different
 *     colours
 */
public record MapContent(
    Heading heading,
    Base base,
    List<Catchment> catchments,
    List<School> schools,
    List<Demand> demand) {
  public MapContent {
    Objects.requireNonNull(heading, "heading");
    Objects.requireNonNull(base, "base");
    catchments = List.copyOf(catchments);
    schools = List.copyOf(schools);
    demand = List.copyOf(demand);
  }

  /** The words around the map. */
  public record Heading(String title, String subtitle, List<Figure> figures, Imprint imprint) {
    public Heading {
      Objects.requireNonNull(title, "title");
      Objects.requireNonNull(subtitle, "subtitle");
      figures = List.copyOf(figures);
      Objects.requireNonNull(imprint, "imprint");
    }
  }

  /** A headline figure of the side panel, both parts ready to print. */
  public record Figure(String label, String value) {
    public Figure {
      Objects.requireNonNull(label, "label");
      Objects.requireNonNull(value, "value");
    }
  }

  /** Where the data come from, as words; an empty word is left out. */
  public record Imprint(String attribution, String licence, String dataDate, String planId) {
    public Imprint {
      Objects.requireNonNull(attribution, "attribution");
      Objects.requireNonNull(licence, "licence");
      Objects.requireNonNull(dataDate, "dataDate");
      Objects.requireNonNull(planId, "planId");
    }
  }

  /** What lies under the plan. Water may hold areas and lines. */
  public record Base(List<District> districts, List<Geometry> water, List<Road> roads) {
    public Base {
      districts = List.copyOf(districts);
      water = List.copyOf(water);
      roads = List.copyOf(roads);
      water.forEach(MapContent::requireDegrees);
    }
  }

  /** A district's area; the name may be empty. */
  public record District(String name, Geometry area) {
    public District {
      Objects.requireNonNull(name, "name");
      requireDegrees(area);
    }
  }

  /** A road's line. */
  public record Road(RoadRank rank, Geometry line) {
    public Road {
      Objects.requireNonNull(rank, "rank");
      requireDegrees(line);
    }
  }

  /** The area served by one school. */
  public record Catchment(String schoolId, Geometry area) {
    public Catchment {
      Objects.requireNonNull(schoolId, "schoolId");
      requireDegrees(area);
    }
  }

  /** What the plan does to a school. */
  public enum Kind {
    KEPT,
    EXPANDED,
    NEW
  }

  /** Which stages a school teaches: the form of its symbol. */
  public enum Level {
    PRIMARY,
    JUNIOR,
    NINE_YEAR
  }

  /**
   * A school as it will stand.
   *
   * @param classesBefore classes today, 0 for a new school
   */
  public record School(
      LonLat location, Kind kind, Level level, String name, int classesBefore, int classesAfter) {
    public School {
      Objects.requireNonNull(location, "location");
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(level, "level");
      Objects.requireNonNull(name, "name");
      if (classesBefore < 0 || classesAfter < 0) {
        throw new IllegalArgumentException("school " + name + ": negative number of classes");
      }
    }
  }

  /**
   * Pupils who live at one place.
   *
   * @param unservedReason why they have no seat, in the reader's language; empty when served
   */
  public record Demand(LonLat location, int pupils, boolean served, String unservedReason) {
    public Demand {
      Objects.requireNonNull(location, "location");
      Objects.requireNonNull(unservedReason, "unservedReason");
      if (pupils < 0) {
        throw new IllegalArgumentException("demand point with " + pupils + " pupils");
      }
    }

    public static Demand withSeat(LonLat location, int pupils) {
      return new Demand(location, pupils, true, "");
    }

    public static Demand withoutSeat(LonLat location, int pupils, String reason) {
      return new Demand(location, pupils, false, reason);
    }
  }

  private static void requireDegrees(Geometry geometry) {
    Envelope box = geometry.getEnvelopeInternal();
    boolean inDegrees =
        box.getMinX() >= -180
            && box.getMaxX() <= 180
            && box.getMinY() >= -90
            && box.getMaxY() <= 90;
    if (!geometry.isEmpty() && !inDegrees) {
      throw new IllegalArgumentException("not a geometry in degrees: " + box);
    }
  }
}
