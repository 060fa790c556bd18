package org.xuewei.geo.export.map;

import java.awt.Color;

/** The map's colours: warm land, quiet lines, strong colour only where the plan acts. */
final class Palette {
  static final Color SHEET = new Color(0xF2F4F5);
  static final Color PANEL = Color.WHITE;
  static final Color HAIRLINE = new Color(0xE1E5E9);
  static final Color FRAME = new Color(0xC8CFD6);
  static final Color INK = new Color(0x16222D);
  static final Color INK_SECOND = new Color(0x43515E);
  static final Color INK_NOTE = new Color(0x5A6773);
  static final Color PRIMARY = new Color(0x14597A);

  static final Color OUTSIDE = new Color(0xE3EAEE);
  static final Color LAND = new Color(0xF8F5EE);
  static final Color HALO = new Color(0xFD, 0xFC, 0xF9, 0xE6);
  static final Color WATER = new Color(0xAFCFE2);
  static final Color WATER_EDGE = new Color(0x86B2CC);
  static final Color DISTRICT_LINE = new Color(0x7C8792);
  static final Color COUNTY_LINE = new Color(0x55616D);

  static final Color ROAD_CASING = new Color(0xB9AF9C);
  static final Color MAJOR_CASING = new Color(0xC49A45);
  static final Color MAJOR_ROAD = new Color(0xF7DC97);
  static final Color ROAD = new Color(0xFFFFFF);
  static final Color STREET = new Color(0xFF, 0xFF, 0xFF, 0xD0);

  static final Color KEPT = new Color(0x35434F);
  static final Color EXPANDED = new Color(0x1F6DB0);
  static final Color NEW = new Color(0xA8298A);
  static final Color SERVED = new Color(0x5A, 0x67, 0x73, 0x78);
  static final Color UNSERVED = new Color(0xB93A17);

  private static final int[] ZONES = {0x93C6E2, 0xEBC45F, 0x6BA267, 0xDDA6C9, 0x736FB0, 0xC87450};
  private static final int ZONE_ALPHA = 92;
  private static final double ZONE_EDGE_SHADE = 0.62;

  private Palette() {}

  static int zones() {
    return ZONES.length;
  }

  static Color zone(int index) {
    int rgb = ZONES[index % ZONES.length];
    return new Color(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF, ZONE_ALPHA);
  }

  static Color zoneEdge(int index) {
    int rgb = ZONES[index % ZONES.length];
    return new Color(
        (int) ((rgb >> 16 & 0xFF) * ZONE_EDGE_SHADE),
        (int) ((rgb >> 8 & 0xFF) * ZONE_EDGE_SHADE),
        (int) ((rgb & 0xFF) * ZONE_EDGE_SHADE),
        0xB0);
  }
}
