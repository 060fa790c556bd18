/** OptaPlanner's local search; nothing of it leaves this package. */
@NullMarked
package org.xuewei.planner.placement.local;

import org.jspecify.annotations.NullMarked;
