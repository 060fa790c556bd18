/** The overview map of a plan as a picture: PNG and SVG from one drawing, without system fonts. */
@NullMarked
package org.xuewei.geo.export.map;

import org.jspecify.annotations.NullMarked;
