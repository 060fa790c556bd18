/** Pupils of the coming years by demand point and grade band. */
@NullMarked
package org.xuewei.planner.forecast;

import org.jspecify.annotations.NullMarked;
