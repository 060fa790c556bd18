/** Made-up places whose answers are worked out by hand. */
@NullMarked
package org.xuewei.geo.world;

import org.jspecify.annotations.NullMarked;
