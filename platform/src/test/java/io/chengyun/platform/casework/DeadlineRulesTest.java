package io.chengyun.platform.casework;

import static io.chengyun.platform.casework.clock.Level.DISTRICT;
import static io.chengyun.platform.casework.clock.Level.GRID;
import static io.chengyun.platform.casework.clock.Level.TOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.platform.access.Role;
import io.chengyun.platform.casework.clock.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the passing of time does to a case, by the rules alone. */
class DeadlineRulesTest {

    private final Walk walk = new Walk();

    /** Lets everything happen that is due, and says which levels were told. */
    private List<Level> pass(Duration time) {
        walk.after(time);
        var levels = new ArrayList<Level>();
        var event = walk.deadlines.onDue(walk.file(), walk.now);
        while (event.isPresent()) {
            walk.events.add(event.get());
            if (event.get() instanceof CaseEvent.Escalated escalated) {
                levels.add(escalated.level());
            }
            event = walk.deadlines.onDue(walk.file(), walk.now);
        }
        return levels;
    }

    @Test
    void theDeadlineItselfIsInTime() {
        walk.dispatched();
        assertThat(pass(Duration.ofHours(2))).isEmpty();
        assertThat(pass(Duration.ofMillis(1))).containsExactly(GRID);
    }

    @Test
    void levelsAreToldOneAfterAnotherAndOnceEach() {
        walk.dispatched();
        assertThat(pass(Duration.ofMinutes(121))).containsExactly(GRID);
        assertThat(pass(Duration.ofMinutes(10))).isEmpty();
        assertThat(pass(Duration.ofMinutes(20))).containsExactly(TOWN);
        assertThat(pass(Duration.ofMinutes(90))).containsExactly(DISTRICT);
        assertThat(pass(Duration.ofDays(9))).isEmpty();
        assertThat(walk.deadlines.nextDueAt(walk.file())).isEmpty();
    }

    @Test
    void afterALongSleepAllLevelsAreToldAtOnceInOrder() {
        walk.dispatched();
        assertThat(pass(Duration.ofDays(2))).containsExactly(GRID, TOWN, DISTRICT);
    }

    @Test
    void escalationLeavesTheHolderAndMarksTheCaseOverdue() {
        walk.dispatched();
        var before = walk.file().holder();
        assertThat(walk.file().overdue()).isFalse();
        pass(Duration.ofMinutes(121));
        assertThat(walk.file().holder()).isEqualTo(before);
        assertThat(walk.file().state()).isEqualTo(CaseState.PENDING_HANDLING);
        assertThat(walk.file().overdue()).isTrue();
    }

    @Test
    void nextDeskIsNotLateBecauseTheLastOneWas() {
        walk.handling();
        pass(Duration.ofMinutes(121));
        walk.act(CaseAction.SUBMIT, Role.HANDLER, Walk.done("a", "b"));
        assertThat(walk.file().overdue()).isFalse();
        assertThat(pass(Duration.ofMinutes(16))).containsExactly(GRID);
    }

    @Test
    void departmentThatGetsItBackIsNotToldTheSameTwice() {
        walk.dispatched();
        pass(Duration.ofMinutes(121));
        walk.act(CaseAction.RETURN, Role.HANDLER, Walk.ground());
        walk.act(CaseAction.REDISPATCH, Role.DISPATCHER, Walk.to(Walk.DRAINAGE));
        assertThat(pass(Duration.ofMinutes(1))).isEmpty();
        assertThat(pass(Duration.ofMinutes(40))).containsExactly(TOWN);
    }

    @Test
    void wholeCaseOverrunsOnce() {
        walk.dispatched();
        pass(Duration.ofDays(1));
        pass(Duration.ofDays(1));
        assertThat(walk.events).filteredOn(CaseEvent.Overran.class::isInstance).hasSize(1);
    }

    @Test
    void suspendedCaseWaitsForItsDayOnly() {
        var until = Walk.NINE.plus(Duration.ofDays(10));
        walk.handling().act(CaseAction.SUSPEND, Role.HANDLER, Walk.until(until));
        walk.act(CaseAction.GRANT, Role.DISPATCHER);
        assertThat(walk.deadlines.nextDueAt(walk.file())).contains(until);
        assertThat(pass(Duration.ofDays(9))).isEmpty();
        assertThat(walk.deadlines.byItself(walk.file(), walk.now)).isEmpty();
        assertThat(walk.deadlines.byItself(walk.file(), until)).contains(CaseAction.RESUME);
    }

    @Test
    void endedCaseWaitsForNothing() {
        walk.inspected().act(CaseAction.CLOSE, Role.ACCEPTOR);
        assertThat(walk.deadlines.nextDueAt(walk.file())).isEmpty();
        assertThat(pass(Duration.ofDays(30))).isEmpty();
    }
}
