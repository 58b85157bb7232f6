package io.chengyun.platform.journal;

import io.chengyun.kernel.DomainEvent;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.journal.Follower.Heard;
import java.time.Clock;
import java.util.List;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One follower with its cursor. Not for two threads at once.
 *
 * @param <E> what the follower hears
 */
final class FollowerDesk<E extends DomainEvent> {

    private static final int READ = 1_000;
    private static final int TOGETHER = 300;

    private final Follower<E> follower;
    private final CursorStore cursors;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile long cursor = -1;
    /** As far as the database knows. */
    private long written;
    /** After a failure entries are handled one by one, so that those before the bad one are done with. */
    private boolean careful;

    FollowerDesk(Follower<E> follower, CursorStore cursors, TransactionTemplate transaction, Clock clock) {
        this.follower = follower;
        this.cursors = cursors;
        this.transaction = transaction;
        this.clock = clock;
    }

    String name() {
        return follower.name();
    }

    long cursor() {
        if (cursor < 0) {
            cursor = cursors.get(follower.name());
            written = cursor;
        }
        return cursor;
    }

    /**
     * Handles what is new.
     *
     * @return how many entries it went past
     */
    int step(Sequencer entries) {
        List<Told> fresh = entries.after(cursor(), READ);
        var heard = fresh.stream().filter(this::hears).map(this::heard).toList();
        int together = careful ? 1 : TOGETHER;
        careful = true;
        for (int from = 0; from < heard.size(); from += together) {
            handle(heard.subList(from, Math.min(from + together, heard.size())));
        }
        careful = false;
        if (!fresh.isEmpty()) {
            cursor = fresh.get(fresh.size() - 1).number();
            noteWay();
        }
        return fresh.size();
    }

    /** Writes down now and then how far it went past what it does not hear, so that a restart need not go past it again. */
    private void noteWay() {
        if (cursor - written >= READ) {
            cursors.move(follower.name(), cursor);
            written = cursor;
        }
    }

    private boolean hears(Told entry) {
        var family = follower.hears();
        return family.isInstance(entry.event()) && follower.heeds(family.cast(entry.event()));
    }

    private Heard<E> heard(Told entry) {
        return new Heard<>(entry.number(), follower.hears().cast(entry.event()));
    }

    private void handle(List<Heard<E>> together) {
        try {
            transaction.executeWithoutResult(status -> {
                follower.onAll(together);
                cursors.move(follower.name(), together.get(together.size() - 1).number());
            });
        } catch (Refused oneOfThem) {
            together.forEach(this::handleAlone);
        }
        cursor = together.get(together.size() - 1).number();
        written = cursor;
    }

    private void handleAlone(Heard<E> entry) {
        try {
            transaction.executeWithoutResult(status -> {
                follower.onAll(List.of(entry));
                cursors.move(follower.name(), entry.number());
            });
        } catch (Refused no) {
            transaction.executeWithoutResult(status -> {
                cursors.refused(follower.name(), entry.number(), no.refusal().code(), clock.instant());
                cursors.move(follower.name(), entry.number());
            });
        }
    }
}
