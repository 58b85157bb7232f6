/**
 * How far observations may be trusted (数据质量): quality flags on single observations, and maintenance windows in which
 * streams are muted. In: stored batches, rules that flag, people. Out: {@code QualityEvent}. Invariant: an observation is
 * stored whatever is said of it; a flag stands beside it and never changes it.
 */
@NamedInterface("quality")
@NullMarked
package io.chengyun.platform.sensing.quality;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
