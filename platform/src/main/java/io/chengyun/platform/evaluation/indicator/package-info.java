/** 指标: all indicators, each with definition, divisor and number of rows, for area, department, post and person, over any period. In: facts. Out: {@link io.chengyun.platform.evaluation.indicator.Sheet}. Invariant: a figure and the rows behind it come from the same condition; without a divisor a figure is unknown, never zero. */
@NullMarked
package io.chengyun.platform.evaluation.indicator;

import org.jspecify.annotations.NullMarked;
