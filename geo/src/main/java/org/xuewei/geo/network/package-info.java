/** Walking distances over the streets of a map. */
@NullMarked
package org.xuewei.geo.network;

import org.jspecify.annotations.NullMarked;
