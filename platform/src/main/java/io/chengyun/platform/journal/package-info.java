/** 流水: everything that happened, in one gap-free order. Hears nothing, tells nobody: it is what the others tell and hear by. Invariant: numbers are contiguous, and a follower meets every entry at least once, in order. */
@ApplicationModule(
        displayName = "Journal 流水",
        allowedDependencies = {})
@NullMarked
package io.chengyun.platform.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
