/** Batches as they were stored (批次核验): the rows behind a batch's digest, so that one observation can be proven. */
@NullMarked
package io.chengyun.platform.sensing.rows;

import org.jspecify.annotations.NullMarked;
