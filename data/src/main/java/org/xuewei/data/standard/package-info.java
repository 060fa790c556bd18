/** The rule book: regulation values with source, clause and confidence. */
@NullMarked
package org.xuewei.data.standard;

import org.jspecify.annotations.NullMarked;
