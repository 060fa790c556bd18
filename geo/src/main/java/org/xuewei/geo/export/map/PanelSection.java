package org.xuewei.geo.export.map;

import java.awt.Graphics2D;

/** One of the blocks that stand below each other in the side panel. */
interface PanelSection {
  /** The name of its layer and of its heading's word. */
  String key();

  /** Height below the heading in sheet units, 0 when there is nothing to show. */
  double height();

  /** Draws what stands below the heading. */
  void draw(Graphics2D g, double left, double top, double width);
}
