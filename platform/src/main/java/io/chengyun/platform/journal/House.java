package io.chengyun.platform.journal;

import io.chengyun.kernel.DomainEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** All that follows and all that waits, to be driven step by step by a replay, or by the loops when live. */
@Component
public class House {

    private final Sequencer sequencer;
    private final CursorStore cursors;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ObjectProvider<Follower<?>> followers;
    private final ObjectProvider<Timed> timers;
    private @Nullable List<FollowerDesk<?>> desks;
    private @Nullable List<Timed> timed;

    House(Sequencer sequencer, CursorStore cursors, TransactionTemplate transaction, Clock clock, Hearers hearers) {
        this.sequencer = sequencer;
        this.cursors = cursors;
        this.transaction = transaction;
        this.clock = clock;
        this.followers = hearers.followers();
        this.timers = hearers.timers();
    }

    /** Who follows and who waits; asked late, because they use the journal themselves. */
    @Component
    record Hearers(ObjectProvider<Follower<?>> followers, ObjectProvider<Timed> timers) {}

    Sequencer sequencer() {
        return sequencer;
    }

    synchronized List<FollowerDesk<?>> desks() {
        if (desks == null) {
            desks = followers.stream()
                    .sorted(Comparator.comparing((Follower<?> follower) -> follower.name()))
                    .<FollowerDesk<?>>map(this::desk)
                    .toList();
        }
        return desks;
    }

    private <E extends DomainEvent> FollowerDesk<E> desk(Follower<E> follower) {
        return new FollowerDesk<>(follower, cursors, transaction, clock);
    }

    synchronized List<Timed> timed() {
        if (timed == null) {
            timed = timers.stream().sorted(Comparator.comparing(Timed::name)).toList();
        }
        return timed;
    }

    /** Numbers and tells everything until nobody has anything new to say; a fault comes out of here. */
    public void settle() {
        boolean busy = true;
        while (busy) {
            sequencer.step();
            busy = false;
            for (var desk : desks()) {
                busy |= desk.cursor() < sequencer.last()
                        && desk.step(sequencer) > 0
                        && desk.cursor() < sequencer.last();
            }
            busy |= !sequencer.isLevel();
        }
    }

    /** The first moment at which something of the house is due, null when nothing is. */
    public @Nullable Instant nextDueAt() {
        return timed().stream()
                .map(Timed::nextDueAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Lets everything act that is due at the clock's time. */
    public void fireDue() {
        Instant now = clock.instant();
        for (var one : timed()) {
            var due = one.nextDueAt();
            if (due != null && !due.isAfter(now)) {
                one.fireDue();
            }
        }
    }
}
