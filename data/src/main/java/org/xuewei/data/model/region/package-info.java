/** The dataset of one county: what stands where, with its geometry. */
@NullMarked
package org.xuewei.data.model.region;

import org.jspecify.annotations.NullMarked;
