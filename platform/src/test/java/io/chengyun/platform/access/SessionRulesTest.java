package io.chengyun.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SessionRulesTest {

    private static final Instant EIGHT = Instant.parse("2026-11-22T00:00:00Z");
    private static final Caller CALLER = new Caller("acceptor", "甲", "A", Set.of(Role.ACCEPTOR), "D310112", null);

    private final SessionRules rules = new SessionRules(Duration.ofHours(2), Duration.ofHours(12));

    @Test
    void aFreshSessionStands() {
        assertThat(rules.stands(session(EIGHT, EIGHT), EIGHT)).isTrue();
    }

    @Test
    void anIdleSessionStandsUntilItsIdleTimeIsOver() {
        var session = session(EIGHT, EIGHT.plus(Duration.ofHours(1)));

        assertThat(rules.stands(session, EIGHT.plus(Duration.ofHours(3)).minusMillis(1)))
                .isTrue();
        assertThat(rules.stands(session, EIGHT.plus(Duration.ofHours(3)))).isFalse();
    }

    @Test
    void aBusySessionEndsAllTheSameAtItsAbsoluteLimit() {
        var session = session(EIGHT, EIGHT.plus(Duration.ofHours(11).plusMinutes(59)));

        assertThat(rules.stands(session, EIGHT.plus(Duration.ofHours(12)).minusMillis(1)))
                .isTrue();
        assertThat(rules.stands(session, EIGHT.plus(Duration.ofHours(12)))).isFalse();
    }

    @Test
    void aRequestIsNotedOncePerMinuteOfTwoHoursAtMost() {
        var session = session(EIGHT, EIGHT);

        assertThat(rules.worthNoting(session, EIGHT.plusSeconds(59))).isFalse();
        assertThat(rules.worthNoting(session, EIGHT.plusSeconds(60))).isTrue();
    }

    private static Session session(Instant startedAt, Instant seenAt) {
        return new Session("00", CALLER, startedAt, seenAt);
    }
}
