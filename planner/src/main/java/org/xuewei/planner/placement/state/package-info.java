/** The problem as arrays and a solution that changes in place. */
@NullMarked
package org.xuewei.planner.placement.state;

import org.jspecify.annotations.NullMarked;
