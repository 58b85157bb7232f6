/** 事实: what the figures are counted from, case by case and turn by turn. In: case events. Out: rows in schema {@code evaluation}. Invariant: made of the journal alone, so thrown away and heard again they come out the same. */
@NullMarked
package io.chengyun.platform.evaluation.fact;

import org.jspecify.annotations.NullMarked;
