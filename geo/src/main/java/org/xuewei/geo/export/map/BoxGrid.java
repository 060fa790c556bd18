package org.xuewei.geo.export.map;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;

/** Boxes in a window, found by the cells of a grid that they touch. */
final class BoxGrid {
  private static final double CELL = 24;

  private final Envelope window;
  private final int columns;
  private final List<List<Envelope>> cells = new ArrayList<>();

  BoxGrid(Envelope window) {
    this.window = window;
    columns = 1 + (int) (window.getWidth() / CELL);
    int rows = 1 + (int) (window.getHeight() / CELL);
    for (int i = 0; i < columns * rows; i++) {
      cells.add(new ArrayList<>());
    }
  }

  /** Adds what of a box lies in the window. */
  void add(Envelope box) {
    touched(box).forEach(cell -> cell.add(box));
  }

  /** Whether a box shares a point with one of those added. */
  boolean hits(Envelope box) {
    return touched(box).stream().anyMatch(cell -> cell.stream().anyMatch(box::intersects));
  }

  private List<List<Envelope>> touched(Envelope box) {
    List<List<Envelope>> touched = new ArrayList<>();
    Envelope visible = box.intersection(window);
    if (visible.isNull()) {
      return touched;
    }
    int left = (int) ((visible.getMinX() - window.getMinX()) / CELL);
    int right = (int) ((visible.getMaxX() - window.getMinX()) / CELL);
    int top = (int) ((visible.getMinY() - window.getMinY()) / CELL);
    int bottom = (int) ((visible.getMaxY() - window.getMinY()) / CELL);
    for (int row = top; row <= bottom; row++) {
      touched.addAll(cells.subList(row * columns + left, row * columns + right + 1));
    }
    return touched;
  }
}
