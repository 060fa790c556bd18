/** The domain of school-place planning: immutable values without geometry. */
@NullMarked
package org.xuewei.data.model;

import org.jspecify.annotations.NullMarked;
