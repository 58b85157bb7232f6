package io.chengyun.platform.ledger;

import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The ledger's steps (账本步进): integrate, then publish, each in a transaction that holds the lock. */
@Service
class LedgerSteps {

    private final Integration integration;
    private final Publication publication;
    private final LedgerStore store;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LedgerSteps(
            Integration integration,
            Publication publication,
            LedgerStore store,
            TransactionTemplate transaction,
            Clock clock) {
        this.integration = integration;
        this.publication = publication;
        this.store = store;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Everything that the journal has numbered by now, and one checkpoint over it. */
    void run() {
        int taken = integration.step(clock);
        while (taken > 0) {
            taken = integration.step(clock);
        }
        transaction.executeWithoutResult(status -> {
            if (store.mayWrite()) {
                publication.step(clock.instant());
            }
        });
    }
}
