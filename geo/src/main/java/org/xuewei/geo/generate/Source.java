package org.xuewei.geo.generate;

import org.locationtech.jts.geom.Geometry;
import org.xuewei.data.model.DemandSource;

/**
 * A demand source as it is drawn.
 *
 * @param land its area, in metres
 */
record Source(String name, DemandSource.Kind kind, String districtId, Geometry land) {}
