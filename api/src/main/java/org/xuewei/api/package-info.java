/** Wires the modules together; decides nothing about schools. */
@NullMarked
package org.xuewei.api;

import org.jspecify.annotations.NullMarked;
