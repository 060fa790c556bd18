/** Solutions from mixed-integer programs: which sites to open, then one neighbourhood at a time. */
@NullMarked
package org.xuewei.planner.placement.polish;

import org.jspecify.annotations.NullMarked;
