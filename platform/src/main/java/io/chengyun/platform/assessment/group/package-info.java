/**
 * Rules over several streams at once (群体研判): which streams belong together, what the rules know of each group, and what
 * they say. In: what streams observe and what rules of single streams say. Invariant: a group's memory is as old as the
 * observations it was made of, in the same transaction.
 */
@NullMarked
package io.chengyun.platform.assessment.group;

import org.jspecify.annotations.NullMarked;
