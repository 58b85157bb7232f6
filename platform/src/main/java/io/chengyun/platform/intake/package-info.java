/**
 * Intake (诉求): what people ask of the city, on its way in.
 *
 * <p>In: texts. Out: what the house proposes to make of them. Invariant: it proposes and a person decides.
 */
@ApplicationModule(
        displayName = "Intake 诉求",
        allowedDependencies = {"language", "table"})
@NullMarked
package io.chengyun.platform.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
