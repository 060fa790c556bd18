/** Mathematical programs and their solution by native solvers in processes of their own. */
@NullMarked
package org.xuewei.planner.program;

import org.jspecify.annotations.NullMarked;
