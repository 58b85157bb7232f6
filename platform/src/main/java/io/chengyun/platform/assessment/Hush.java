package io.chengyun.platform.assessment;

import io.chengyun.platform.assessment.StreamWatch.Said;
import io.chengyun.platform.sensing.Datastream;
import io.chengyun.platform.sensing.Sensing;
import io.chengyun.platform.sensing.quality.Maintenance;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps back what rules find where somebody works (静默), and says when the work is over what is still so: a danger that
 * came meanwhile, or one that passed. Guarded by {@link Watches}, but for {@link #nextDueAt}.
 */
@Component
class Hush {

    private final UnsaidStore store;
    private final Maintenance maintenance;
    private final Sensing sensing;
    private final Signaller signaller;
    private final Clock clock;
    /** Streams of which something is unsaid, as it stands in the drawer; null when that must be read. */
    private volatile @Nullable Set<Long> streams;

    private @Nullable Due due;

    /** When something is to be said, as far as the windows of that edition tell. */
    private record Due(long edition, @Nullable Instant at) {}

    Hush(UnsaidStore store, Maintenance maintenance, Sensing sensing, Signaller signaller, Clock clock) {
        this.store = store;
        this.maintenance = maintenance;
        this.sensing = sensing;
        this.signaller = signaller;
        this.clock = clock;
    }

    /** Whether a finding must not be said now; then it is kept. What is said takes the place of what was kept before. */
    boolean keepsBack(Datastream stream, Said said) {
        boolean hushed = maintenance.hushes(stream, said.finding().at());
        boolean warns = said.rule().spec().danger() != null;
        if (hushed && warns) {
            signaller.draft(stream, said).ifPresent(this::keep);
        } else if (warns) {
            forget(List.of(said.rule().voice(stream.id())));
        }
        return hushed;
    }

    /**
     * What is unsaid of a stream that moved will be said of where it stands.
     *
     * @param anew what is to be said of it there
     * @return what of this may be said at once
     */
    List<Signal> move(Datastream stream, List<Signal> anew) {
        var unsaid = streams().contains(stream.id()) ? store.list(stream.id()) : List.<Signal>of();
        boolean hushed = maintenance.hushes(stream, clock.instant());
        if (hushed) {
            anew.forEach(this::keep);
        }
        // what was kept back is newer than what was said
        unsaid.stream().flatMap(one -> signaller.placed(one, stream).stream()).forEach(this::keep);
        return hushed ? List.of() : anew;
    }

    private void keep(Signal unsaid) {
        streams().add(unsaid.source().stream());
        store.save(unsaid);
        lookAgainAfterEnd();
    }

    /** Forgets what was kept of these. */
    void forget(Collection<Voice> voices) {
        var kept = voices.stream()
                .filter(voice -> streams().contains(voice.stream()))
                .toList();
        if (!kept.isEmpty()) {
            store.remove(kept);
            lookAgainAfterEnd();
        }
    }

    /** Says of each stream on which the work is over what differs from what was said last. */
    void sayDue() {
        var now = clock.instant();
        var over = streams().stream()
                .filter(stream -> !dueAt(stream, now).isAfter(now))
                .sorted()
                .toList();
        for (long stream : over) {
            var unsaid = store.list(stream);
            unsaid.stream().filter(signaller::isNews).forEach(signaller::say);
            forget(unsaid.stream().map(Voice::of).toList());
        }
        lookAgainAfterEnd();
    }

    /** When work ends on a stream of which something is unsaid; null when there is none. Any thread may ask. */
    synchronized @Nullable Instant nextDueAt() {
        long edition = maintenance.edition();
        var known = due;
        if (known == null || known.edition() != edition) {
            var now = clock.instant();
            known = new Due(
                    edition,
                    store.streams().stream()
                            .map(stream -> dueAt(stream, now))
                            .min(Comparator.naturalOrder())
                            .orElse(null));
            due = known;
        }
        return known.at();
    }

    /** The end of the work on a stream; at once where there is none, or where the stream is no more. */
    private Instant dueAt(long stream, Instant now) {
        return sensing.findStream(stream)
                .flatMap(one -> maintenance.find(one.thingId(), one.position(), now))
                .map(window -> window.until())
                .orElse(Instant.EPOCH);
    }

    private Set<Long> streams() {
        var known = streams;
        if (known == null) {
            known = new TreeSet<>(store.streams());
            streams = known;
        }
        return known;
    }

    private void lookAgainAfterEnd() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                lookAgain();
            }
        });
    }

    /** Reads anew what is unsaid: it was committed, or it was not. */
    private synchronized void lookAgain() {
        streams = null;
        due = null;
    }
}
