package io.chengyun.platform.casework;

import static io.chengyun.platform.casework.Walk.DRAINAGE;
import static io.chengyun.platform.casework.Walk.NINE;
import static io.chengyun.platform.casework.Walk.ROADS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Grade;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.casework.clock.Countdown;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Both clocks of a case, by the rules alone. */
@NullUnmarked
class CaseClocksTest {

    private final Walk walk = new Walk();

    private Countdown holder() {
        return Objects.requireNonNull(walk.file().clocks().holder());
    }

    @Test
    void bothClocksStartWithTheReport() {
        assertThat(walk.file().clocks().business().startedAt()).isEqualTo(NINE);
        assertThat(walk.file().clocks().business().dueAt()).isEqualTo(NINE.plus(Duration.ofMinutes(75 + 120)));
        assertThat(holder().dueAt()).isEqualTo(NINE.plus(Duration.ofMinutes(15)));
    }

    @Test
    void handlingClockStartsAtDispatchAndNotAtSigning() {
        var dispatchedAt = walk.minutes(10).dispatched().now;
        walk.minutes(50).act(CaseAction.SIGN, Role.HANDLER);
        assertThat(holder().startedAt()).isEqualTo(dispatchedAt);
        assertThat(walk.left()).isEqualTo(Duration.ofMinutes(70));
    }

    @Test
    void handlingClockStopsWhenTheDepartmentHandsBack() {
        walk.handling().minutes(30).act(CaseAction.SUBMIT, Role.HANDLER, Walk.done("a"));
        assertThat(Objects.requireNonNull(walk.file().clocks().handling())
                        .clock()
                        .runs())
                .isFalse();
        assertThat(walk.left()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void workSentBackGoesOnWithWhatWasLeft() {
        walk.handling().minutes(30).act(CaseAction.SUBMIT, Role.HANDLER, Walk.done("a"));
        walk.minutes(10).act(CaseAction.SEND_BACK_WORK, Role.DISPATCHER, Given.note("look again"));
        assertThat(walk.left()).isEqualTo(Duration.ofMinutes(90));
        assertThat(walk.file().holder().organisation()).isEqualTo(DRAINAGE);
    }

    @Test
    void returnedAndSentToTheSameDepartmentItResumes() {
        walk.dispatched().minutes(40).act(CaseAction.RETURN, Role.HANDLER, Walk.ground());
        walk.minutes(10).act(CaseAction.REDISPATCH, Role.DISPATCHER, Walk.to(DRAINAGE));
        assertThat(walk.left()).isEqualTo(Duration.ofMinutes(80));
    }

    @Test
    void returnedAndSentToAnotherDepartmentItRestarts() {
        walk.dispatched().minutes(40).act(CaseAction.RETURN, Role.HANDLER, Walk.ground());
        walk.minutes(10).act(CaseAction.REDISPATCH, Role.DISPATCHER, Walk.to(ROADS));
        assertThat(walk.left()).isEqualTo(Duration.ofMinutes(120));
    }

    @Test
    void reworkBySameDepartmentGoesOnWithWhatWasLeft() {
        walk.handling().minutes(30).act(CaseAction.SUBMIT, Role.HANDLER, Walk.done("a"));
        walk.act(CaseAction.CONFIRM, Role.DISPATCHER)
                .minutes(20)
                .act(CaseAction.INSPECT_FAIL, Role.INSPECTOR, Given.note("still wet"));
        assertThat(walk.file().state()).isEqualTo(CaseState.INSPECTION_FAILED);
        walk.act(CaseAction.REDISPATCH, Role.DISPATCHER, Walk.to(DRAINAGE));
        assertThat(walk.left()).isEqualTo(Duration.ofMinutes(90));
        assertThat(walk.file().course().tally().rounds()).isEqualTo(2);
    }

    @Test
    void acceptorsClockWaitsForVerification() {
        walk.minutes(5).act(CaseAction.REQUEST_VERIFICATION, Role.ACCEPTOR);
        assertThat(walk.left()).isEqualTo(Duration.ofMinutes(30));
        walk.minutes(25).act(CaseAction.VERIFY, Role.INSPECTOR);
        assertThat(walk.left()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void acceptorsClockWaitsForInspection() {
        walk.handedIn().act(CaseAction.CONFIRM, Role.DISPATCHER);
        assertThat(walk.left()).isEqualTo(Duration.ofMinutes(30));
        walk.minutes(29).act(CaseAction.INSPECT_PASS, Role.INSPECTOR);
        assertThat(walk.left()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void businessClockIsNeverReset() {
        walk.inspected().act(CaseAction.CLOSE, Role.ACCEPTOR);
        var closed = walk.file().clocks().business();
        walk.minutes(600).act(CaseAction.REOPEN, Role.COMMANDER, Given.note("wet again"));
        var reopened = walk.file().clocks().business();
        assertThat(reopened.startedAt()).isEqualTo(NINE);
        assertThat(reopened.dueAt()).isEqualTo(closed.dueAt().plus(Duration.ofMinutes(600)));
    }

    @Test
    void extensionAddsOneOriginalLimitToTheDeadlineThatStands() {
        walk.handling().minutes(30).act(CaseAction.EXTEND, Role.HANDLER, Given.note("pump broken"));
        assertThat(walk.left()).isEqualTo(Duration.ofMinutes(90));
        var business = walk.file().clocks().business().dueAt();
        walk.act(CaseAction.GRANT, Role.DISPATCHER);
        assertThat(walk.left()).isEqualTo(Duration.ofMinutes(210));
        assertThat(walk.file().clocks().business().dueAt()).isEqualTo(business.plus(Duration.ofHours(2)));
    }

    @Test
    void extensionIsGrantedTwiceAtMostAndARefusalDoesNotCount() {
        walk.handling();
        walk.act(CaseAction.EXTEND, Role.HANDLER, Given.note("x")).act(CaseAction.GRANT, Role.DISPATCHER);
        walk.act(CaseAction.EXTEND, Role.HANDLER, Given.note("x"))
                .act(CaseAction.REFUSE, Role.DISPATCHER, Given.note("no"));
        walk.act(CaseAction.EXTEND, Role.HANDLER, Given.note("x")).act(CaseAction.GRANT, Role.DISPATCHER);
        assertThatThrownBy(() -> walk.act(CaseAction.EXTEND, Role.HANDLER, Given.note("x")))
                .hasMessageContaining("casework:extended-too-often");
    }

    @Test
    void nothingIsExtendedOnceOverdue() {
        walk.handling().minutes(121);
        assertThatThrownBy(() -> walk.act(CaseAction.EXTEND, Role.HANDLER, Given.note("x")))
                .hasMessageContaining("casework:overdue");
    }

    @Test
    void whatWasAskedInTimeIsNotGrantedOnceOverdue() {
        walk.handling().act(CaseAction.EXTEND, Role.HANDLER, Given.note("x")).minutes(121);
        assertThatThrownBy(() -> walk.act(CaseAction.GRANT, Role.DISPATCHER)).hasMessageContaining("casework:overdue");
    }

    @Test
    void nothingIsAskedWhileAnotherRequestIsPending() {
        walk.handling().act(CaseAction.EXTEND, Role.HANDLER, Given.note("x"));
        assertThatThrownBy(() -> walk.act(CaseAction.EXTEND, Role.HANDLER, Given.note("x")))
                .hasMessageContaining("casework:not-allowed-now");
        assertThatThrownBy(() -> walk.act(CaseAction.SUSPEND, Role.HANDLER, Walk.until(NINE.plusSeconds(9999))))
                .hasMessageContaining("casework:not-allowed-now");
    }

    @Test
    void suspensionPausesBothClocksUntilItIsOver() {
        var until = NINE.plus(Duration.ofDays(10));
        walk.handling().minutes(30).act(CaseAction.SUSPEND, Role.HANDLER, Walk.until(until));
        walk.act(CaseAction.GRANT, Role.DISPATCHER);
        assertThat(walk.file().state()).isEqualTo(CaseState.SUSPENDED);
        assertThatThrownBy(() -> walk.act(CaseAction.EXTEND, Role.HANDLER, Given.note("x")))
                .hasMessageContaining("casework:not-allowed-now");
        var business = walk.file().clocks().business().dueAt();
        walk.minutes(1000).act(CaseAction.RESUME, Role.DISPATCHER);
        assertThat(walk.left()).isEqualTo(Duration.ofMinutes(90));
        assertThat(walk.file().clocks().business().dueAt()).isEqualTo(business.plus(Duration.ofMinutes(1000)));
    }

    @Test
    void caseIsSuspendedOnceAndForAYearAtMost() {
        walk.handling();
        assertThatThrownBy(
                        () -> walk.act(CaseAction.SUSPEND, Role.HANDLER, Walk.until(NINE.plus(Duration.ofDays(366)))))
                .hasMessageContaining("casework:suspended-too-long");
        assertThatThrownBy(() -> walk.act(CaseAction.SUSPEND, Role.HANDLER, Walk.until(NINE)))
                .hasMessageContaining("casework:suspended-too-long");
        walk.act(CaseAction.SUSPEND, Role.HANDLER, Walk.until(NINE.plus(Duration.ofDays(365))))
                .act(CaseAction.GRANT, Role.DISPATCHER)
                .act(CaseAction.RESUME, Role.DISPATCHER);
        assertThatThrownBy(() -> walk.act(CaseAction.SUSPEND, Role.HANDLER, Walk.until(NINE.plusSeconds(9))))
                .hasMessageContaining("casework:suspended-before");
    }

    @Test
    void requestFallsWithTheAssignment() {
        walk.handling().act(CaseAction.EXTEND, Role.HANDLER, Given.note("x"));
        walk.act(CaseAction.RETURN, Role.HANDLER, Walk.ground());
        assertThat(walk.file().course().request()).isNull();
    }

    @Test
    void graverGradeMayShortenTheLimitAndAMilderOneNeverLengthensIt() {
        walk.handling();
        var shorter = walk.rules
                .regrade(walk.file(), Grade.RED, Walk.ONE_HOUR, walk.turn())
                .orElseThrow();
        assertThat(Duration.between(
                        walk.now,
                        Objects.requireNonNull(shorter.now().clocks().holder()).dueAt()))
                .isEqualTo(Duration.ofHours(1));
        assertThat(shorter.now().course().standard()).isEqualTo(Walk.ONE_HOUR);
        var milder = walk.rules
                .regrade(shorter.now(), Grade.BLUE, Walk.TWO_HOURS, walk.turn())
                .orElseThrow();
        assertThat(milder.now().clocks()).isEqualTo(shorter.now().clocks());
        assertThat(milder.now().matter().grade()).isEqualTo(Grade.BLUE);
    }
}
