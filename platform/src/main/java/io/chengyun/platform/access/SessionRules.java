package io.chengyun.platform.access;

import java.time.Duration;
import java.time.Instant;

/** Decides whether a session (会话) still stands. Values in, answers out: no clock, no store. */
record SessionRules(Duration idle, Duration absolute) {

    /** How many parts of the idle time may pass before a request is worth writing down. */
    private static final int PARTS = 120;

    boolean stands(Session session, Instant now) {
        return now.isBefore(session.seenAt().plus(idle))
                && now.isBefore(session.startedAt().plus(absolute));
    }

    /** Whether a request now should be written down; not each one, so that reading costs no write. */
    boolean worthNoting(Session session, Instant now) {
        return !now.isBefore(session.seenAt().plus(idle.dividedBy(PARTS)));
    }

    /** Sessions last seen before this no longer stand. */
    Instant idleBefore(Instant now) {
        return now.minus(idle);
    }

    /** Sessions begun before this no longer stand. */
    Instant startedBefore(Instant now) {
        return now.minus(absolute);
    }
}
