package io.chengyun.platform.ledger;

import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.ledger.LedgerStatus.Shown;
import io.chengyun.platform.ledger.anchor.Anchors;
import io.chengyun.platform.ledger.sign.KeyPair;
import io.chengyun.platform.ledger.witness.Witnesses;
import io.chengyun.proof.Checkpoint;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

/** What the ledger says of itself (存证看板): how it stands, and whom it would have you believe. */
@Service
class LedgerBoard {

    private final Journal journal;
    private final LedgerStore store;
    private final KeyPair log;
    private final Witnesses witnesses;
    private final Anchors anchors;
    private final Pace pace;

    LedgerBoard(Journal journal, LedgerStore store, KeyPair log, Vouchers vouchers, Pace pace) {
        this.journal = journal;
        this.store = store;
        this.log = log;
        this.witnesses = vouchers.witnesses();
        this.anchors = vouchers.anchors();
        this.pace = pace;
    }

    /** Who vouches for the log beside the house itself (作保方). */
    @Component
    record Vouchers(Witnesses witnesses, Anchors anchors) {}

    LedgerStatus status() {
        var head = store.find();
        return new LedgerStatus(
                log.name(),
                log.ed25519().key().format(),
                journal.last(),
                head.map(Head::size).orElse(0L),
                shown(
                        head.flatMap(Ledger::checkpoint).map(Checkpoint::size).orElse(0L),
                        head.map(Head::published).orElse(null)),
                witnesses.least(),
                witnesses.list(),
                pace.clock().instant());
    }

    private Shown shown(long size, Head.@Nullable Published published) {
        var oldest = pace.clock().instant().minus(pace.settings().stale());
        boolean stale = published == null
                || journal.lines(size, 1).stream()
                        .anyMatch(waiting -> waiting.at().isBefore(oldest));
        return new Shown(size, published == null ? null : published.at(), stale, anchors.standing());
    }

    /**
     * The policy that believes this log and its witnesses (C2SP tlog-policy). Its SM2 key stands there as a remark, because readers
     * that do not know the algorithm have to refuse the whole file.
     */
    String policy() {
        return "log " + log.ed25519().key() + "\n# SM2 国密: log " + log.sm2().key() + "\n" + witnesses.policy();
    }
}
