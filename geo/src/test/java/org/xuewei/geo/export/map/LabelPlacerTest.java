package org.xuewei.geo.export.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;

class LabelPlacerTest {
  private static final Lettering LETTERING = Lettering.regular(12, Color.BLACK);

  private final LabelPlacer placer = new LabelPlacer(new Envelope(0, 400, 0, 300));

  @Test
  void putsLabelRightOfItsSymbolWhenThereIsRoom() {
    placer.beside(100, 100, 5, List.of("School"), LETTERING, true);

    assertThat(placer.placed()).singleElement().matches(label -> label.x() > 105);
  }

  @Test
  void movesLabelAwayFromTheEdge() {
    placer.beside(395, 100, 5, List.of("School"), LETTERING, true);

    assertThat(placer.placed()).singleElement().matches(label -> label.x() < 360);
  }

  @Test
  void putsLabelFlushAboveASymbolInACorner() {
    placer.keepFree(380, 160, 10, true);
    placer.beside(390, 150, 5, List.of("School of Corners"), LETTERING, true);

    assertThat(placer.placed())
        .singleElement()
        .matches(label -> label.x() < 330 && label.baseline() < 150);
  }

  @Test
  void shortensLabelBeforeLeavingItOut() {
    String number = " 1234567890".repeat(8);
    placer.beside(200, 100, 5, List.of("School" + number, "School"), LETTERING, true);

    assertThat(placer.placed()).extracting(LabelPlacer.Placed::text).containsExactly("School");
  }

  @Test
  void onlyImportantLabelsCoverSoftSymbols() {
    placer.keepFree(200, 150, 400, false);

    placer.beside(100, 100, 5, List.of("Kept"), LETTERING, false);
    placer.beside(100, 100, 5, List.of("New"), LETTERING, true);

    assertThat(placer.placed()).extracting(LabelPlacer.Placed::text).containsExactly("New");
  }

  @Test
  void neverCoversFurniture() {
    placer.keepFree(new Rectangle2D.Double(0, 0, 400, 300));

    placer.beside(100, 100, 5, List.of("New"), LETTERING, true);
    placer.over(200, 200, "District", LETTERING);

    assertThat(placer.placed()).isEmpty();
  }

  @Test
  void labelsNeverOverlap() {
    Random random = new Random(1);
    for (int i = 0; i < 300; i++) {
      double x = random.nextDouble() * 400;
      placer.beside(x, random.nextDouble() * 300, 4, List.of("School " + i), LETTERING, true);
    }

    List<LabelPlacer.Placed> placed = placer.placed();
    assertThat(placed).hasSizeGreaterThan(20);
    for (int i = 0; i < placed.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertThat(box(placed.get(i)).intersects(box(placed.get(j)))).isFalse();
      }
    }
  }

  private static Rectangle2D box(LabelPlacer.Placed label) {
    return LETTERING
        .typeface()
        .outline(label.text(), LETTERING.size(), label.x(), label.baseline())
        .getBounds2D();
  }
}
