/** Coordinate reference systems: lon/lat in, metres out, and back. */
@NullMarked
package org.xuewei.geo.crs;

import org.jspecify.annotations.NullMarked;
