/** A plan as map layers. */
@NullMarked
package org.xuewei.geo.export;

import org.jspecify.annotations.NullMarked;
