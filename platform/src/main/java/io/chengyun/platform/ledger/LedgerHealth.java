package io.chengyun.platform.ledger;

import io.chengyun.platform.ledger.witness.WitnessStanding.State;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the log keeps up, and who signs: out of service only when two pasts of it are about. */
@Component("log")
class LedgerHealth implements HealthIndicator {

    private final LedgerBoard board;

    LedgerHealth(LedgerBoard board) {
        this.board = board;
    }

    @Override
    public Health health() {
        var status = board.status();
        return (count(status, State.SPLIT) > 0 ? Health.outOfService() : Health.up())
                .withDetail("size", status.published().size())
                .withDetail("lag", status.sequenced() - status.published().size())
                .withDetail(
                        "witnesses",
                        "%d of %d sign, %d have to"
                                .formatted(
                                        count(status, State.SIGNS),
                                        status.witnesses().size(),
                                        status.quorum()))
                .build();
    }

    private static long count(LedgerStatus status, State state) {
        return status.witnesses().stream().filter(it -> it.state() == state).count();
    }
}
