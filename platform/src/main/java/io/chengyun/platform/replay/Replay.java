package io.chengyun.platform.replay;

import io.chengyun.kernel.Fault;
import io.chengyun.platform.journal.House;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Drives the house through what files say happened, in virtual time: nothing sleeps, every timer fires (重演). */
@Component
@ConditionalOnProperty(name = "chengyun.clock", havingValue = "virtual")
class Replay {

    /** How long it goes on behind the last that the files speak of when no end was named. */
    static final Duration AFTERMATH = Duration.ofDays(7);

    private static final int STUCK = 10_000;

    private final House house;
    private final VirtualClock clock;

    Replay(House house, VirtualClock clock) {
        this.house = house;
        this.clock = clock;
    }

    /** Something that happens at a time (时刻). */
    record Moment(Instant at, Runnable happening) {}

    /**
     * Runs to the end.
     *
     * @param moments in the order of their times; those behind the end do not happen
     */
    void run(List<Moment> moments, Instant until) {
        house.settle();
        for (var moment : moments) {
            if (moment.at().isAfter(until)) {
                break;
            }
            // what is observed or asked at a moment is known before a timer of that moment decides
            fireUntil(moment.at().minusNanos(1));
            clock.advanceTo(moment.at());
            moment.happening().run();
            house.settle();
        }
        fireUntil(until);
        clock.advanceTo(until);
    }

    /** Lets the time pass: whatever is due on the way happens at its own moment. */
    private void fireUntil(Instant goal) {
        int still = 0;
        for (var due = house.nextDueAt(); due != null && !due.isAfter(goal); due = house.nextDueAt()) {
            still = due.isAfter(clock.instant()) ? 0 : still + 1;
            if (still > STUCK) {
                throw new Fault(
                        "replay:stuck", new IllegalStateException("a timer is due at " + due + " again and again"));
            }
            clock.advanceTo(due);
            house.fireDue();
            house.settle();
        }
    }
}
