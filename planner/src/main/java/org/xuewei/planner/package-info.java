/** What to build and expand, who goes where, and what a plan is worth. */
@NullMarked
package org.xuewei.planner;

import org.jspecify.annotations.NullMarked;
