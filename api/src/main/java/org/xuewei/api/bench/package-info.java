/** Solves published benchmark instances and reports how far from the bound the plans are. */
@NullMarked
package org.xuewei.api.bench;

import org.jspecify.annotations.NullMarked;
