/** The command line: one class a verb. */
@NullMarked
package org.xuewei.api.cli;

import org.jspecify.annotations.NullMarked;
