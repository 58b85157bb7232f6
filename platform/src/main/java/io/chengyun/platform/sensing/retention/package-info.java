/**
 * What is kept of observations, for how long and as what (保存): hours and days of each stream made behind the lane, months
 * of single observations dropped by policy, and series of a stream read from whichever is kept. In: stored batches, the
 * clock. Out: {@code RetentionEvent}. Invariant: a month goes only when its hours and days hold all of it.
 */
@NullMarked
package io.chengyun.platform.sensing.retention;

import org.jspecify.annotations.NullMarked;
