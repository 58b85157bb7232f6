package io.chengyun.platform.casework;

import static io.chengyun.platform.casework.Walk.NINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.casework.CaseEvent.Reclassified;
import io.chengyun.platform.casework.Given.Answer;
import io.chengyun.platform.casework.Given.Named;
import io.chengyun.platform.casework.Turn.Facts;
import io.chengyun.platform.casework.Turn.Found;
import io.chengyun.platform.casework.clock.Limit;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Another class, another limit, a call-back: what holds before and after. */
@NullUnmarked
class ReclassifyingTest {

    private final Walk walk = new Walk();

    private static Given as(String caseClass, String standard) {
        return Given.note("it is rubbish").naming(new Named(null, null, standard, caseClass, null));
    }

    private Reclassified last() {
        return (Reclassified) walk.events.get(walk.events.size() - 1);
    }

    @Test
    void beforeFilingItCountsByTheOtherClassFromIntake() {
        walk.minutes(20).act(CaseAction.RECLASSIFY, Role.ACCEPTOR, as("0507", null));
        assertThat(walk.file().matter().caseClass()).isEqualTo("0507");
        assertThat(walk.file().state()).isEqualTo(CaseState.REPORTED);
        assertThat(walk.file().clocks().business().startedAt()).isEqualTo(NINE);
        assertThat(last().former().caseClass()).isEqualTo("0506");
        assertThat(last().former().standard()).isNull();
    }

    @Test
    void afterFilingTheStandardIsNamedAndBothAreOnRecord() {
        walk.filed();
        assertThatThrownBy(() -> walk.act(CaseAction.RECLASSIFY, Role.DISPATCHER, as("0507", null)))
                .isInstanceOfSatisfying(
                        Malformed.class, wrong -> assertThat(wrong.getMessage()).contains("standard"));
        var due = walk.file().clocks().business().dueAt();
        walk.minutes(20).act(CaseAction.RECLASSIFY, Role.DISPATCHER, as("0507", "s-1h"));
        assertThat(walk.file().clocks().business().dueAt()).isEqualTo(due.minus(Duration.ofHours(1)));
        assertThat(last().former().standard()).isEqualTo(Walk.TWO_HOURS);
        assertThat(last().former().dueAt()).isEqualTo(due);
        assertThat(walk.file().course().standard()).isEqualTo(Walk.ONE_HOUR);
    }

    @Test
    void theSameClassIsRefused() {
        assertThatThrownBy(() -> walk.act(CaseAction.RECLASSIFY, Role.ACCEPTOR, as("0506", null)))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal()).isEqualTo(CaseRefusal.SAME_CLASS));
    }

    @Test
    void theDepartmentsClockIsRelimitedFromItsOwnStart() {
        walk.minutes(10).dispatched().minutes(30).act(CaseAction.RETURN, Role.HANDLER, Walk.ground());
        walk.act(CaseAction.RECLASSIFY, Role.DISPATCHER, as("0507", "s-1h"));
        walk.act(CaseAction.REDISPATCH, Role.DISPATCHER, Walk.to(Walk.DRAINAGE));
        assertThat(walk.left()).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void aChangedLimitReachesTheOpenCaseAndTheOldOneStaysOnRecord() {
        walk.handling().minutes(10);
        var before = walk.file();
        var facts = walk.turn().facts();
        var longer =
                new CaseFile.Standard("s-2h", "x", Duration.ofMinutes(75), Limit.of("3 urgent hours"), List.of("x"), 2);
        var turn = new Turn(
                walk.turn().actor(),
                Given.nothing(),
                new Facts(facts.desk(), facts.stages(), List.of(longer), Found.NOTHING, facts.terms()),
                walk.now);
        var event = walk.rules.relimit(before, turn).orElseThrow();
        var now = event.now().clocks();
        assertThat(now.business().dueAt())
                .isEqualTo(before.clocks().business().dueAt().plus(Duration.ofHours(1)));
        assertThat(Objects.requireNonNull(now.holder()).dueAt())
                .isEqualTo(
                        Objects.requireNonNull(before.clocks().holder()).dueAt().plus(Duration.ofHours(1)));
        assertThat(event)
                .isInstanceOfSatisfying(
                        CaseEvent.Relimited.class,
                        told -> assertThat(told.former().standard()).isEqualTo(Walk.TWO_HOURS));
        assertThat(walk.rules.relimit(event.now(), turn)).isEmpty();
        assertThat(walk.rules.relimit(before, walk.turn())).isEmpty();
    }

    @Test
    void whoAskedIsCalledBackOnceAfterEachEnd() {
        walk.inspected().act(CaseAction.CLOSE, Role.ACCEPTOR);
        var no = Given.note("still wet").answering(new Answer(false, false));
        walk.act(CaseAction.CALL_BACK, Role.ACCEPTOR, no);
        assertThat(walk.file().state()).isEqualTo(CaseState.CLOSED);
        assertThat(Objects.requireNonNull(walk.file().course().callBack()).resolved())
                .isFalse();
        assertThatThrownBy(() -> walk.act(CaseAction.CALL_BACK, Role.ACCEPTOR, no))
                .hasMessageContaining("casework:called-back");
        walk.act(CaseAction.REOPEN, Role.ACCEPTOR, Given.note("still wet"));
        assertThat(walk.file().course().callBack()).isNull();
    }

    @Test
    void aCallBackWithoutAnAnswerIsMalformed() {
        walk.inspected().act(CaseAction.CLOSE, Role.ACCEPTOR);
        assertThatThrownBy(() -> walk.act(CaseAction.CALL_BACK, Role.ACCEPTOR, Given.note("nobody there")))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("resolved");
    }
}
