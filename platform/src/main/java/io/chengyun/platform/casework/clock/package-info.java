/** 时限: the arithmetic of limits, working hours and clocks. In: instants, limits and the district's calendar. Out: deadlines. Invariant: values only; the same question always has the same answer. */
@NamedInterface("clock")
@NullMarked
package io.chengyun.platform.casework.clock;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
