package org.xuewei.data.model.region;

import org.locationtech.jts.geom.LineString;

/**
 * A street or road in lon/lat, for blocks and maps; routing has its own network.
 *
 * @param roadClass OpenStreetMap's highway value or the user's class
 */
public record Road(String id, String name, String roadClass, LineString line) {}
