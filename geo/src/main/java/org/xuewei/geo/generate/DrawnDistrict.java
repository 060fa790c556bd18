package org.xuewei.geo.generate;

import org.locationtech.jts.geom.Geometry;
import org.xuewei.data.model.Settlement;

/**
 * A district as it is drawn.
 *
 * @param land in metres
 */
record DrawnDistrict(String id, String name, Settlement settlement, Geometry land) {}
