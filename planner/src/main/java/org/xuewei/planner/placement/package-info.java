/** Siting and districting: which schools grow, where to build, who goes where. */
@NullMarked
package org.xuewei.planner.placement;

import org.jspecify.annotations.NullMarked;
