/** Makes up counties, for demonstrations, benchmarks and tests. */
@NullMarked
package org.xuewei.geo.generate;

import org.jspecify.annotations.NullMarked;
