/** First solutions where catchments must be contiguous. */
@NullMarked
package org.xuewei.planner.placement.construct;

import org.jspecify.annotations.NullMarked;
