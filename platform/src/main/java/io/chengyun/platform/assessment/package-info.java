/** 研判: weighs observations by rules and gives signals. In: stored batches. Out: {@code SignalEvent}, {@code RuleEvent}, {@code VerdictEvent}. Invariant: rule state is as old as the observations it was made of, in the same transaction. */
@ApplicationModule(
        displayName = "Assessment 研判",
        allowedDependencies = {"access", "journal", "place", "scenario", "sensing", "sensing :: quality"})
@NullMarked
package io.chengyun.platform.assessment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
