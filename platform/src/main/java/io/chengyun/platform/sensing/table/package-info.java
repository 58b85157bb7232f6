/** How observations lie in the database (观测表): months as partitions, how long they stay, rows in the binary COPY format. */
@NullMarked
package io.chengyun.platform.sensing.table;

import org.jspecify.annotations.NullMarked;
