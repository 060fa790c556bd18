/** Lower bounds by Lagrangian relaxation. */
@NullMarked
package org.xuewei.planner.placement.bound;

import org.jspecify.annotations.NullMarked;
