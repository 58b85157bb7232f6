package io.chengyun.platform.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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

    /** How a run ended (步进结果): so many leaves are published, and then a missing signature may be asked for. */
    record Outcome(long published, @Nullable Instant askAt) {}

    /** Everything that the journal has numbered by now, and one checkpoint over it; nothing where another process writes the log. */
    Outcome run() {
        integration.catchUp(clock.instant());
        return Objects.requireNonNull(transaction.execute(status -> publish()));
    }

    private Outcome publish() {
        if (!store.mayWrite()) {
            return new Outcome(-1, null);
        }
        var askAt = publication.step(clock.instant());
        return new Outcome(store.find().map(Head::size).orElse(0L), askAt);
    }
}
