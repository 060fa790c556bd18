package org.xuewei.geo.export.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

class ZoneColoursTest {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  @Property(tries = 15)
  void neighboursDiffer(@ForAll @IntRange(min = 2, max = 50) int count, @ForAll int seed) {
    Random random = new Random(seed);
    List<Coordinate> sites = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sites.add(new Coordinate(random.nextInt(1000), random.nextInt(1000)));
    }
    VoronoiDiagramBuilder builder = new VoronoiDiagramBuilder();
    builder.setSites(sites);
    Geometry cells = builder.getDiagram(FACTORY);
    List<Geometry> areas = new ArrayList<>();
    for (int i = 0; i < cells.getNumGeometries(); i++) {
      areas.add(cells.getGeometryN(i));
    }

    int[] colours = ZoneColours.of(areas, 6);

    for (int i = 0; i < areas.size(); i++) {
      for (int j = 0; j < i; j++) {
        boolean shareEdge = areas.get(i).intersection(areas.get(j)).getLength() > 3;
        assertThat(shareEdge && colours[i] == colours[j]).as("%d and %d", i, j).isFalse();
      }
    }
  }

  @Test
  void spreadsColoursOverAreasFarApart() {
    List<Geometry> areas = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      areas.add(FACTORY.toGeometry(new Envelope(10 * i, 10 * i + 5, 0, 5)));
    }

    int[] colours = ZoneColours.of(areas, 6);

    for (int colour = 0; colour < 6; colour++) {
      assertThat(Collections.frequency(Arrays.stream(colours).boxed().toList(), colour))
          .isEqualTo(2);
    }
  }

  @Test
  void givesOutColoursWhenTooFew() {
    Geometry square = FACTORY.toGeometry(new Envelope(0, 5, 0, 5));

    assertThat(ZoneColours.of(List.of(square, square, square), 2)).containsOnly(0, 1);
    assertThat(ZoneColours.of(List.of(FACTORY.createPolygon()), 2)).containsExactly(0);
  }
}
