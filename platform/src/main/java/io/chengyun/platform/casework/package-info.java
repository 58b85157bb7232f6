/** 案件: a problem on its way to being solved. In: {@code WarningEvent}, {@code RequestEvent}, people's reports and actions. Out: {@code CaseEvent}. Invariant: a case's state, its clocks, its timeline and its event change in one transaction, and only along {@link io.chengyun.platform.casework.CaseTransitions}. */
@ApplicationModule(
        displayName = "Casework 案件",
        allowedDependencies = {
            "warning",
            "assessment",
            "intake",
            "intake :: duplicates",
            "intake :: advice",
            "address :: owner",
            "dispatch",
            "place",
            "content",
            "scenario",
            "journal",
            "objects",
            "access",
            "access :: sight",
            "ledger :: tamper",
            "access :: shift",
            "web"
        })
@NullMarked
package io.chengyun.platform.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
