/**
 * Scenarios (场景包): what the house watches for and how it answers, as content that a city may change.
 *
 * <p>In: scenario folders, and revisions of their rules from the console. Out: {@link io.chengyun.platform.scenario.Scenarios}, {@code ScenarioEvent}. Invariant: a
 * package is taken whole or not at all.
 */
@ApplicationModule(
        displayName = "Scenario 场景包",
        allowedDependencies = {"access", "journal", "place"})
@NullMarked
package io.chengyun.platform.scenario;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
