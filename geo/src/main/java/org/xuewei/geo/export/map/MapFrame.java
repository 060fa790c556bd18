package org.xuewei.geo.export.map;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.xuewei.geo.export.map.MapContent.Catchment;
import org.xuewei.geo.export.map.MapContent.Demand;
import org.xuewei.geo.export.map.MapContent.Kind;
import org.xuewei.geo.export.map.MapContent.Road;
import org.xuewei.geo.export.map.MapContent.School;

/** The map itself, layer by layer from the ground up. May draw a little beyond its frame. */
final class MapFrame {
  private static final double MARGIN = 34;
  private static final double BLEED = 8;
  private static final double TOLERANCE_PIXELS = 0.3;
  private static final double COARSEST_PATHS_METRES_PER_UNIT = 8;
  private static final double COARSEST_STREETS_METRES_PER_UNIT = 60;

  private final MapContent content;
  private final MapText text;
  private final Rectangle2D box;
  private final LocalProjection projection;
  private final SheetShapes shapes;
  private final List<Geometry> districts;
  private final Geometry county;

  MapFrame(MapContent content, MapText text, Rectangle2D box, double pixelsPerUnit) {
    this.content = content;
    this.text = text;
    this.box = box;
    Rectangle2D inner =
        new Rectangle2D.Double(
            box.getMinX() + MARGIN,
            box.getMinY() + MARGIN,
            box.getWidth() - 2 * MARGIN,
            box.getHeight() - 2 * MARGIN);
    projection = LocalProjection.fitting(extent(content), inner);
    Envelope window = envelope(box);
    window.expandBy(BLEED);
    shapes = new SheetShapes(projection, window, TOLERANCE_PIXELS / pixelsPerUnit);
    districts = content.base().districts().stream().map(d -> shapes.area(d.area())).toList();
    county = SheetShapes.union(districts);
  }

  LocalProjection projection() {
    return projection;
  }

  /**
   * @param furniture boxes on the map that labels must keep off
   */
  void draw(Layers layers, List<Rectangle2D> furniture) {
    layer(layers, "land", "land", this::land);
    layer(layers, "catchments", "catchment", this::catchments);
    layer(layers, "water", "water", this::water);
    layer(layers, "roads", "road", this::roads);
    layer(layers, "districts", "district", this::boundaries);
    layer(layers, "demand", "pupils", this::demand);
    layer(layers, "schools", "schools", this::schools);
    layer(layers, "labels", "labels", g -> labels(g, furniture));
  }

  private void layer(Layers layers, String id, String wordKey, Consumer<Graphics2D> drawing) {
    Graphics2D g = layers.open(id, text.word(wordKey));
    drawing.accept(g);
    g.dispose();
  }

  /** What the map must show: districts, plan and pupils, else the base, else a spot. */
  private static Envelope extent(MapContent content) {
    Envelope extent = new Envelope();
    content.base().districts().forEach(d -> extent.expandToInclude(d.area().getEnvelopeInternal()));
    content.catchments().forEach(c -> extent.expandToInclude(c.area().getEnvelopeInternal()));
    content.schools().forEach(s -> extent.expandToInclude(s.location().lon(), s.location().lat()));
    content.demand().forEach(d -> extent.expandToInclude(d.location().lon(), d.location().lat()));
    if (extent.isNull()) {
      content.base().roads().forEach(r -> extent.expandToInclude(r.line().getEnvelopeInternal()));
      content.base().water().forEach(w -> extent.expandToInclude(w.getEnvelopeInternal()));
    }
    if (extent.isNull()) {
      extent.expandToInclude(0, 0);
    }
    return extent;
  }

  private static Envelope envelope(Rectangle2D box) {
    return new Envelope(box.getMinX(), box.getMaxX(), box.getMinY(), box.getMaxY());
  }

  private void land(Graphics2D g) {
    g.setPaint(content.base().districts().isEmpty() ? Palette.LAND : Palette.OUTSIDE);
    g.fill(box);
    g.setPaint(Palette.LAND);
    g.fill(shapes.path(county));
  }

  private void catchments(Graphics2D g) {
    List<Catchment> sorted =
        content.catchments().stream().sorted(Comparator.comparing(Catchment::schoolId)).toList();
    List<Geometry> areas = sorted.stream().map(c -> shapes.area(c.area())).toList();
    int[] colours = ZoneColours.of(areas, Palette.zones());
    g.setStroke(new BasicStroke(0.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    for (int i = 0; i < colours.length; i++) {
      Path2D path = shapes.path(areas.get(i));
      g.setPaint(Palette.zone(colours[i]));
      g.fill(path);
      g.setPaint(Palette.zoneEdge(colours[i]));
      g.draw(path);
    }
  }

  private void water(Graphics2D g) {
    List<Geometry> lines = new ArrayList<>();
    for (Geometry water : content.base().water()) {
      Geometry area = shapes.area(water);
      if (water.getDimension() < 2) {
        lines.add(water);
      } else {
        g.setPaint(Palette.WATER);
        g.fill(shapes.path(area));
      }
    }
    new Linework(Palette.WATER, 1.6).draw(g, shapes.path(shapes.lines(lines)));
  }

  private void roads(Graphics2D g) {
    Map<RoadRank, Path2D> paths = new EnumMap<>(RoadRank.class);
    for (RoadRank rank : RoadRank.values()) {
      if (isShown(rank)) {
        List<Geometry> lines =
            content.base().roads().stream().filter(r -> r.rank() == rank).map(Road::line).toList();
        paths.put(rank, shapes.path(shapes.lines(lines)));
      }
    }
    List<RoadRank> lowestFirst = paths.keySet().stream().sorted(Comparator.reverseOrder()).toList();
    lowestFirst.forEach(rank -> Linework.roadCasing(g, rank, path(paths, rank)));
    lowestFirst.forEach(rank -> Linework.roadSurface(g, rank, path(paths, rank)));
  }

  private static Path2D path(Map<RoadRank, Path2D> paths, RoadRank rank) {
    return paths.getOrDefault(rank, new Path2D.Double());
  }

  private boolean isShown(RoadRank rank) {
    return switch (rank) {
      case PATH -> projection.metresPerUnit() <= COARSEST_PATHS_METRES_PER_UNIT;
      case STREET -> projection.metresPerUnit() <= COARSEST_STREETS_METRES_PER_UNIT;
      default -> true;
    };
  }

  private void boundaries(Graphics2D g) {
    Linework.DISTRICT.draw(g, shapes.path(SheetShapes.innerBoundaries(districts, county)));
    Linework.COUNTY.draw(g, shapes.path(county));
  }

  private void demand(Graphics2D g) {
    List<Demand> largestFirst =
        content.demand().stream()
            .sorted(
                Comparator.comparing((Demand point) -> !point.served())
                    .thenComparing(Comparator.comparingInt(Demand::pupils).reversed()))
            .toList();
    for (Demand point : largestFirst) {
      double x = projection.x(point.location());
      double y = projection.y(point.location());
      if (point.served()) {
        Symbols.served(g, x, y, Symbols.servedRadius(point.pupils()));
      } else {
        Symbols.unserved(g, x, y, Symbols.unservedRadius(point.pupils()));
      }
    }
  }

  private void schools(Graphics2D g) {
    for (Kind kind : Kind.values()) {
      for (School school : content.schools()) {
        if (school.kind() == kind) {
          Symbols.school(
              g,
              kind,
              school.level(),
              projection.x(school.location()),
              projection.y(school.location()),
              Symbols.schoolRadius(kind, school.classesAfter()));
        }
      }
    }
  }

  private void labels(Graphics2D g, List<Rectangle2D> furniture) {
    MapLabels labels = new MapLabels(envelope(box), projection, text);
    furniture.forEach(labels::keepFree);
    labels.place(content, districts);
    labels.draw(g);
  }
}
