/** Placeholder */
@NullMarked
package org.xuewei.geo;

import org.jspecify.annotations.NullMarked;
