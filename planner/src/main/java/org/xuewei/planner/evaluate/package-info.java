/** The only definition of what a plan costs and which rules it breaks. */
@NullMarked
package org.xuewei.planner.evaluate;

import org.jspecify.annotations.NullMarked;
