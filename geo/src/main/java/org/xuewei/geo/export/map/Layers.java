package org.xuewei.geo.export.map;

import java.awt.Graphics2D;

/** Where a sheet is drawn: one picture, or a document that keeps its layers apart. */
interface Layers {
  /**
   * Opens the next layer, above those before it.
   *
   * @param id stable name of the layer
   * @param title what it shows, for people
   * @return what to draw on until the next layer is opened; to be disposed of by the caller
   */
  Graphics2D open(String id, String title);
}
