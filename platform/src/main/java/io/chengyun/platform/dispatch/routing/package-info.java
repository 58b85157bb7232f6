/** 派遣建议: who took matters like this one before. In: earlier matters and who took each. Out: organisations by likelihood. Invariant: counts only, so the same matters teach the same and every proposal can be counted after. */
@NamedInterface("routing")
@NullMarked
package io.chengyun.platform.dispatch.routing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
