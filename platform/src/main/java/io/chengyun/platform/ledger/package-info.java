/** 存证: everything in the journal as leaves of a log that nobody can rewrite unseen. In: every entry of the journal. Out: {@code LedgerEvent}. Invariant: leaf n is entry n + 1, a checkpoint is signed only of what is committed, and it extends every one before. */
@ApplicationModule(
        displayName = "Ledger 存证",
        allowedDependencies = {"journal", "access", "access :: sight", "qr", "objects"})
@NullMarked
package io.chengyun.platform.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
