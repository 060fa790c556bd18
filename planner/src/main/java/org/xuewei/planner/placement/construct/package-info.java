/** First solutions and their improvement in plain Java. */
@NullMarked
package org.xuewei.planner.placement.construct;

import org.jspecify.annotations.NullMarked;
