package io.chengyun.platform.access;

import java.time.Duration;
import java.time.Instant;

/** Decides who has guessed too often (登录限制). Values in, answers out: no clock, no store. */
record TryRules(Duration window) {

    /**
     * Wrong passwords under one key.
     *
     * @param since when the first of them was tried
     */
    record Tries(int failures, Instant since) {}

    /** Whether another try must wait; it must for as long as the window is open. */
    boolean mustWait(Tries tries, int limit, Instant now) {
        return !over(tries, now) && tries.failures() >= limit;
    }

    /** The tries with one more, counted as wrong until the password has proven right. */
    Tries another(Tries tries, Instant now) {
        return over(tries, now) ? new Tries(1, now) : new Tries(tries.failures() + 1, tries.since());
    }

    private boolean over(Tries tries, Instant now) {
        return !now.isBefore(tries.since().plus(window));
    }
}
