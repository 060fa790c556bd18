/** Published benchmark instances of location science, read as placement problems. */
@NullMarked
package org.xuewei.data.benchmark;

import org.jspecify.annotations.NullMarked;
