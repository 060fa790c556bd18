/** Placeholder */
@NullMarked
package org.xuewei.planner;

import org.jspecify.annotations.NullMarked;
