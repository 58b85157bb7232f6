package io.chengyun.platform.evaluation.fact;

import io.chengyun.platform.casework.clock.Pace;
import io.chengyun.platform.casework.clock.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case on one desk, from the entry that laid it there to the one that took it away (一轮办理).
 *
 * @param number of the journal's entry that began it
 * @param who whose it is
 * @param limit until when, as the case's own clock says
 * @param spent the time that counted so far
 * @param end null while it lasts
 */
record DeskTurn(
        String caseId,
        long number,
        Desk desk,
        Who who,
        Instant openedAt,
        Limit limit,
        Spent spent,
        @Nullable End end) {

    /** Id under which the house itself acts, and the post under which its acts stand. */
    private static final String HOUSE = "house";

    private static final String HOUSE_POST = "HOUSE";

    /** Organisation, and the person it was given to; null while to nobody. */
    record Who(String organisation, @Nullable String person) {}

    /** The desk's deadline; null times where no clock runs or none is paused. */
    record Limit(@Nullable Instant dueAt, @Nullable Instant pausedAt) {

        /** The deadline itself is still in time; a desk without a clock cannot be late. */
        boolean keptAt(Instant at) {
            var stopped = pausedAt == null ? at : pausedAt;
            return dueAt == null || !stopped.isAfter(dueAt);
        }
    }

    /**
     * How long it has taken, pauses aside.
     *
     * @param since from when time counts again; null while it does not
     */
    record Spent(@Nullable Instant since, Duration working, Duration elapsed) {

        Spent until(Instant at, WorkCalendar calendar) {
            return since == null
                    ? this
                    : new Spent(
                            at,
                            working.plus(calendar.between(since, at, Pace.WORKING)),
                            elapsed.plus(calendar.between(since, at, Pace.CONTINUOUS)));
        }

        Spent counting(boolean counts, Instant at) {
            return new Spent(counts ? (since == null ? at : since) : null, working, elapsed);
        }
    }

    /** How it ended: which event, whether within the limit, and by whom where it was the desk's own answer. */
    record End(Instant at, String outcome, boolean inTime) {}

    /** Whose work it counts as: the desk's post, or the house's where the house did it by itself. */
    String post() {
        return HOUSE.equals(who.person()) ? HOUSE_POST : desk.post();
    }

    DeskTurn standing(Who now, Limit newLimit, Spent newSpent) {
        return new DeskTurn(caseId, number, desk, now, openedAt, newLimit, newSpent, null);
    }

    /** Over, by this event; the last known limit decides whether in time. */
    DeskTurn ended(String outcome, String by, Instant at, WorkCalendar calendar) {
        var last = spent.until(at, calendar).counting(false, at);
        // what happens while the desk waits for another is not its own answer
        boolean own = desk.answers(outcome) && limit.pausedAt() == null;
        var whose = own ? new Who(who.organisation(), by) : who;
        return new DeskTurn(caseId, number, desk, whose, openedAt, limit, last, new End(at, outcome, limit.keptAt(at)));
    }
}
