/** What a county's offices keep in lists: pupils by grade, teachers, indicators, deliveries. */
@NullMarked
package org.xuewei.data.model.register;

import org.jspecify.annotations.NullMarked;
