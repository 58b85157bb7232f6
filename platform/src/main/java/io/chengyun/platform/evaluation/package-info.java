/** 评价: what the city's work was worth, counted from the journal. In: signal, warning and case events. Out: figures, each with its number of cases. Invariant: a figure is made of recorded moments only; what has not happened is unknown, never zero. */
@ApplicationModule(
        displayName = "Evaluation 评价",
        allowedDependencies = {
            "journal",
            "assessment",
            "warning",
            "casework",
            "casework :: clock",
            "casework :: appeal",
            "place",
            "content",
            "access",
            "web"
        })
@NullMarked
package io.chengyun.platform.evaluation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
