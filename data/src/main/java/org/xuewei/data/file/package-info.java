/** Files that keep the domain's values: plans, scenarios, datasets. */
@NullMarked
package org.xuewei.data.file;

import org.jspecify.annotations.NullMarked;
