package io.chengyun.platform.ledger;

import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.ledger.witness.WitnessStanding;
import io.chengyun.platform.ledger.witness.Witnesses;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the log keeps up, and who signs: out of service only when two pasts of it are about. */
@Component("log")
class LedgerHealth implements HealthIndicator {

    private final LedgerStore store;
    private final Journal journal;
    private final Witnesses witnesses;

    LedgerHealth(LedgerStore store, Journal journal, Witnesses witnesses) {
        this.store = store;
        this.journal = journal;
        this.witnesses = witnesses;
    }

    @Override
    public Health health() {
        var standings = witnesses.list();
        boolean split = standings.stream().anyMatch(it -> it.state() == WitnessStanding.State.SPLIT);
        long size = store.find().map(Head::size).orElse(0L);
        long sign = standings.stream()
                .filter(it -> it.state() == WitnessStanding.State.SIGNS)
                .count();
        return (split ? Health.outOfService() : Health.up())
                .withDetail("size", size)
                .withDetail("lag", journal.last() - size)
                .withDetail("witnesses", sign + " of " + standings.size() + " sign, " + witnesses.least() + " have to")
                .build();
    }
}
