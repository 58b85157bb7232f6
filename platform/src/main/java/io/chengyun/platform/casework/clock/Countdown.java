package io.chengyun.platform.casework.clock;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A running limit (计时): since when, how much is allowed, how much did not count, and so when it is due.
 *
 * <p>The deadline is always the moment by which {@code allowed + paused} has counted since the start; nothing but a
 * pause, an extension or a new limit moves it.
 *
 * @param allowed time allowed, extensions included, at this pace
 * @param paused time at this pace that passed in pauses already ended
 * @param pausedAt since when it does not count; null while it runs
 * @param told how many levels have been told that it passed
 */
public record Countdown(
        Instant startedAt,
        Pace pace,
        Duration allowed,
        Duration paused,
        @Nullable Instant pausedAt,
        Instant dueAt,
        int told) {

    public static Countdown start(Instant at, Limit limit, WorkCalendar calendar) {
        return start(at, limit.pace(), limit.length(), calendar);
    }

    public static Countdown start(Instant at, Pace pace, Duration allowed, WorkCalendar calendar) {
        return new Countdown(at, pace, allowed, Duration.ZERO, null, calendar.after(at, allowed, pace), 0);
    }

    /** Whether its time was over at that moment; the deadline itself is still in time. */
    public boolean overdueAt(Instant at) {
        return (pausedAt == null ? at : pausedAt).isAfter(dueAt);
    }

    public boolean runs() {
        return pausedAt == null;
    }

    /** Stops counting; pausing twice changes nothing. */
    public Countdown paused(Instant at) {
        return runs() ? new Countdown(startedAt, pace, allowed, paused, at, dueAt, told) : this;
    }

    /** Counts again: the deadline moves by exactly the time that did not count, unless it had passed before. */
    public Countdown resumed(Instant at, WorkCalendar calendar) {
        if (pausedAt == null) {
            return this;
        }
        var gone = overdueAt(at) ? Duration.ZERO : calendar.between(pausedAt, at, pace);
        return due(pace, allowed, paused.plus(gone), null, calendar);
    }

    /** 延期: so much more on top of the current deadline. */
    public Countdown extended(Duration more, WorkCalendar calendar) {
        return due(pace, allowed.plus(more), paused, pausedAt, calendar);
    }

    /** Another limit from the same start, such as when a graver grade leaves less time. */
    public Countdown relimited(Pace newPace, Duration newAllowed, WorkCalendar calendar) {
        return due(newPace, newAllowed, newPace == pace ? paused : Duration.ZERO, pausedAt, calendar);
    }

    public Countdown told(int levels) {
        return new Countdown(startedAt, pace, allowed, paused, pausedAt, dueAt, levels);
    }

    private Countdown due(
            Pace newPace, Duration newAllowed, Duration newPaused, @Nullable Instant since, WorkCalendar calendar) {
        var due = calendar.after(startedAt, newAllowed.plus(newPaused), newPace);
        return new Countdown(startedAt, newPace, newAllowed, newPaused, since, due, told);
    }
}
