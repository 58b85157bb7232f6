package io.chengyun.platform.replay;

import io.chengyun.kernel.DomainEvent;
import io.chengyun.platform.casework.CaseEvent;
import io.chengyun.platform.casework.CaseState;
import io.chengyun.platform.journal.Follower;
import io.chengyun.platform.journal.Timed;
import io.chengyun.platform.warning.WarningEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Staff who act by themselves in a replay (演练人员): after the delays of their plan, or when the file says that a request was
 * closed. Only for the one thread that drives the replay.
 */
final class Actors implements Follower<DomainEvent>, Timed {

    private final Staff staff;
    private final @Nullable Closings closings;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final TreeMap<Turn, Runnable> turns = new TreeMap<>();

    /**
     * @param closings when the file's requests were closed; null when the plan's delays drive all cases
     */
    Actors(Staff staff, @Nullable Closings closings, Clock clock, TransactionTemplate transaction) {
        this.staff = staff;
        this.closings = closings;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** When something is to be done, those heard of first going first. */
    private record Turn(Instant at, long number) implements Comparable<Turn> {
        @Override
        public int compareTo(Turn other) {
            int byTime = at.compareTo(other.at);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }

    @Override
    public String name() {
        return "replay.actors";
    }

    @Override
    public Class<DomainEvent> hears() {
        return DomainEvent.class;
    }

    @Override
    public boolean heeds(DomainEvent event) {
        return event instanceof WarningEvent.Raised
                || (event instanceof CaseEvent happened
                        && (event instanceof CaseEvent.Reported || !closesByFile(happened)));
    }

    private boolean closesByFile(CaseEvent event) {
        return closings != null && closings.knows(event.now().origin().request());
    }

    @Override
    public void on(long number, DomainEvent event) {
        if (event instanceof WarningEvent.Raised raised) {
            var at = event.at().plus(staff.plan().receiveWarnings().after());
            turns.put(new Turn(at, number), () -> staff.receive(raised.now()));
        }
        if (event instanceof CaseEvent happened) {
            if (closesByFile(happened)) {
                goByFile(number, happened);
            } else {
                goByPlan(number, happened);
            }
        }
    }

    private void goByPlan(long number, CaseEvent event) {
        staff.plan()
                .stepIn(event.now().state())
                .ifPresent(step -> turns.put(
                        new Turn(event.at().plus(step.after()), number), () -> staff.act(event.subject(), step)));
    }

    /** The file knows two moments, and nothing is made up between them: the case comes to be handled at one and is closed at the other. */
    private void goByFile(long number, CaseEvent event) {
        var file = event.subject();
        turns.put(new Turn(event.at(), number), () -> advance(file, CaseState.HANDLING::equals));
        var closedAt =
                closings == null ? null : closings.of(event.now().origin().request());
        if (closedAt != null) {
            turns.put(new Turn(closedAt, number), () -> advance(file, CaseState::ended));
        }
    }

    /** What happens at one moment is committed at once. */
    private void advance(String file, Predicate<CaseState> enough) {
        transaction.executeWithoutResult(status -> staff.advance(file, enough));
    }

    @Override
    public @Nullable Instant nextDueAt() {
        return turns.isEmpty() ? null : turns.firstKey().at();
    }

    @Override
    public void fireDue() {
        Instant now = clock.instant();
        while (!turns.isEmpty() && !turns.firstKey().at().isAfter(now)) {
            turns.pollFirstEntry().getValue().run();
        }
    }
}
