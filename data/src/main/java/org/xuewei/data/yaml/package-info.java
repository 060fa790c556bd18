/** Reading of YAML and JSON files written by hand: every value knows its file, line and path. */
@NullMarked
package org.xuewei.data.yaml;

import org.jspecify.annotations.NullMarked;
