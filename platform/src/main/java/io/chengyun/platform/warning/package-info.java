/** 预警: what the duty officer is warned of. In: {@code SignalEvent}. Out: {@code WarningEvent}. Invariant: at most one standing warning per danger and town, however many signals. */
@ApplicationModule(
        displayName = "Warning 预警",
        allowedDependencies = {"journal", "scenario", "assessment", "assessment :: verdict", "access", "access :: sight"
        })
@NullMarked
package io.chengyun.platform.warning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
