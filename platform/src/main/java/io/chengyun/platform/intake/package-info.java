/**
 * 诉求: what people ask of the city. In: Open311, the hotline's desk, imported batches; how the case behind a request goes.
 * Out: {@code RequestEvent}. Invariant: who asked is kept apart from what was asked, and never told in an event; what the house proposes, a person
 * decides.
 */
@ApplicationModule(
        displayName = "Intake 诉求",
        allowedDependencies = {
            "place",
            "content",
            "address",
            "address :: owner",
            "language",
            "scenario",
            "dispatch",
            "journal",
            "access",
            "table",
            "web"
        })
@NullMarked
package io.chengyun.platform.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
