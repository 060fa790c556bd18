/** From an assignment of demand points to school catchments: a valid coverage of the districts. */
@NullMarked
package org.xuewei.geo.catchment;

import org.jspecify.annotations.NullMarked;
