/** Conditions that content writes as text (条件): read once, checked when read, weighed at bounded cost. */
@NullMarked
package io.chengyun.rules.condition;

import org.jspecify.annotations.NullMarked;
