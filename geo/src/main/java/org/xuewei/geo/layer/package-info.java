/** Layers of features in files, and the dataset's folder. */
@NullMarked
package org.xuewei.geo.layer;

import org.jspecify.annotations.NullMarked;
