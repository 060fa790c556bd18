/** Placeholder */
@NullMarked
package org.xuewei.api;

import org.jspecify.annotations.NullMarked;
