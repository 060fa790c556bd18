/** An OpenStreetMap extract in, the dataset of a county out. */
@NullMarked
package org.xuewei.geo.osm;

import org.jspecify.annotations.NullMarked;
