package io.chengyun.platform.ledger.anchor;

import io.chengyun.kernel.Fault;
import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.ledger.anchor.AnchorStore.Task;
import io.chengyun.proof.Checkpoint;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings one checkpoint after the other into the chain (锚定办理), never two at once. What a step has to remember is committed before
 * the next one, so that a crash between two sends nothing twice.
 */
@Service
class AnchorDesk {

    private static final Logger log = LoggerFactory.getLogger(AnchorDesk.class);

    /** In an idle house its own records are the only news for so long. */
    private static final int OWN_RECORDS = 8;

    private static final String OWN = "anchor.";

    private final Journal journal;
    private final AnchorStore store;
    private final Anchors anchors;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AnchorDesk(Journal journal, AnchorStore store, Anchors anchors, TransactionTemplate transaction, Clock clock) {
        this.journal = journal;
        this.store = store;
        this.anchors = anchors;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Does what is to be done now.
     *
     * @return when to look again
     */
    Instant run() {
        Outcome outcome;
        do {
            outcome = Objects.requireNonNull(transaction.execute(status -> step()));
        } while (outcome == Outcome.MORE);
        var settings = anchors.settings();
        var last = store.lastAt();
        var now = clock.instant();
        return outcome == Outcome.REST
                        && last != null
                        && last.plus(settings.every()).isAfter(now)
                ? last.plus(settings.every())
                : now.plus(settings.patience());
    }

    /** How a step ended (锚定步进). */
    private enum Outcome {
        MORE,
        /** Something is on its way. */
        WAITS,
        /** There is nothing to do. */
        REST
    }

    private Outcome step() {
        var anchor = anchors.find();
        if (anchor.isEmpty() || !store.mayWrite()) {
            return Outcome.REST;
        }
        var task = store.waiting().or(this::next);
        return task.map(it -> step(anchor.get(), it)).orElse(Outcome.REST);
    }

    private Outcome step(Anchor anchor, Task task) {
        var now = clock.instant();
        try {
            var step = anchor.advance(task.note().text(), task.memory(), now);
            store.remember(task.standing().size(), step.memory());
            if (step.receipt() == null) {
                return step.again() ? Outcome.MORE : Outcome.WAITS;
            }
            keep(task.standing().held(step.receipt(), now), step.receipt().file(), now);
            return Outcome.REST;
        } catch (Fault broken) {
            hold(task, broken, now);
            return Outcome.WAITS;
        }
    }

    private void keep(AnchorStanding standing, String file, Instant now) {
        store.anchored(standing, now, file);
        journal.append(new AnchorEvent.Anchored(standing, now));
    }

    private void hold(Task task, Fault broken, Instant now) {
        var standing = task.standing();
        if (!task.told()) {
            log.warn("the checkpoint over {} records is not anchored", standing.size(), broken);
            journal.append(new AnchorEvent.Held(standing.with(broken.code()), now));
        }
        store.held(standing.size(), broken.code());
    }

    /** The published checkpoint, once its time has come and it holds more than our own records. */
    private Optional<Task> next() {
        var last = store.last();
        long size = last.map(it -> it.standing().size()).orElse(0L);
        var at = store.lastAt();
        if (at != null && clock.instant().isBefore(at.plus(anchors.settings().every()))) {
            return Optional.empty();
        }
        return store.published()
                .filter(note -> isNews(size, Checkpoint.parse(note.text()).size()))
                .map(note -> store.begin(note, anchors.settings().chain()));
    }

    private boolean isNews(long anchored, long published) {
        return published - anchored > OWN_RECORDS
                || journal.lines(anchored, OWN_RECORDS).stream()
                        .anyMatch(line ->
                                line.number() <= published && !line.type().startsWith(OWN));
    }
}
