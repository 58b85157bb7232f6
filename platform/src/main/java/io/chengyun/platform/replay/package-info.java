/**
 * 重演: the whole house in virtual time. In: files of observations and of requests. Out: every journal event and a summary. Invariant:
 * same input, same output, byte for byte; nothing runs here that does not run live.
 */
@ApplicationModule(
        displayName = "Replay 重演",
        allowedDependencies = {
            "journal",
            "place",
            "sensing",
            "warning",
            "casework",
            "evaluation",
            "access",
            "dispatch",
            "assessment",
            "scenario",
            "intake",
            "table"
        })
@NullMarked
package io.chengyun.platform.replay;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
