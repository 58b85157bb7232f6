package io.chengyun.platform.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.casework.Turn.Actor;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** When the shift of whoever was asked to look ends, who is on shift then is asked, by the rules alone. */
@NullUnmarked
class RelievedTest {

    private final Walk walk = new Walk();

    private Walk toVerify() {
        return walk.act(CaseAction.REQUEST_VERIFICATION, Role.ACCEPTOR);
    }

    private Walk relieve() {
        return walk.act(CaseAction.RELIEVE, Actor.house(Walk.DESK), Given.nothing());
    }

    @Test
    void theHouseLooksAtItAgainTheMomentTheShiftEnds() {
        toVerify();
        var until = walk.now.plus(Walk.SHIFT_LEFT);
        assertThat(walk.deadlines.nextDueAt(walk.file())).contains(until);
        assertThat(walk.deadlines.byItself(walk.file(), until.minusMillis(1))).isEmpty();
        assertThat(walk.deadlines.byItself(walk.file(), until)).contains(CaseAction.RELIEVE);
    }

    @Test
    void anotherHasItAndItIsToldWhoHadItAndWhy() {
        toVerify();
        var before = walk.file();
        walk.after(Walk.SHIFT_LEFT);
        relieve();
        var told = (CaseEvent.Relieved) walk.events.get(walk.events.size() - 1);
        var now = told.now();
        assertThat(told.from()).isEqualTo(before.course().errand());
        assertThat(now.holder().person())
                .isEqualTo(now.course().errand().person())
                .isNotEqualTo(before.holder().person());
        assertThat(told.act().note())
                .isEqualTo(before.holder().person() + " → " + now.holder().person());
        assertThat(told.act().by()).isEqualTo(Actor.HOUSE);
        assertThat(walk.deadlines.nextDueAt(now))
                .contains(before.clocks().holder().dueAt().plusMillis(1));
    }

    @Test
    void noClockHearsOfIt() {
        toVerify();
        var before = walk.file();
        walk.after(Walk.SHIFT_LEFT);
        relieve();
        assertThat(walk.file().clocks()).isEqualTo(before.clocks());
        assertThat(walk.file().state()).isEqualTo(before.state());
        assertThat(walk.file().course().errand(null)).isEqualTo(before.course().errand(null));
    }

    @Test
    void whatIsInspectedAfterHandlingIsGivenAnewToo() {
        walk.handedIn().act(CaseAction.CONFIRM, Role.DISPATCHER).after(Walk.SHIFT_LEFT);
        assertThat(walk.deadlines.byItself(walk.file(), walk.now)).contains(CaseAction.RELIEVE);
        var before = walk.file();
        relieve();
        assertThat(walk.file().clocks()).isEqualTo(before.clocks());
        assertThat(walk.file().holder().person()).isNotEqualTo(before.holder().person());
    }

    @Test
    void withNobodyOnShiftThePostHasItAndNoTimerRuns() {
        toVerify().after(Walk.SHIFT_LEFT).atNight();
        var had = walk.file().holder().person();
        relieve();
        var now = walk.file();
        assertThat(now.holder()).isEqualTo(new CaseFile.Holder(Walk.DESK, null));
        assertThat(walk.events.get(walk.events.size() - 1).act().note()).isEqualTo(had + " → " + Walk.DESK);
        assertThat(walk.deadlines.byItself(now, walk.after(Walk.SHIFT_LEFT).now))
                .isEmpty();
    }

    @Test
    void whatWasLookedAtInTimeIsLeftAlone() {
        toVerify().minutes(10).act(CaseAction.VERIFY, Role.INSPECTOR).after(Walk.SHIFT_LEFT);
        assertThat(walk.deadlines.byItself(walk.file(), walk.now)).isEmpty();
        assertThatThrownBy(this::relieve).isInstanceOf(Refused.class);
    }

    @Test
    void nobodyIsRelievedBeforeTheShiftEndsNorByAPerson() {
        toVerify();
        assertThatThrownBy(this::relieve)
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal()).isEqualTo(CaseRefusal.NOT_ALLOWED_NOW));
        walk.after(Walk.SHIFT_LEFT);
        assertThatThrownBy(() -> walk.act(CaseAction.RELIEVE, Role.COMMANDER))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal()).isEqualTo(CaseRefusal.NOT_YOUR_ROLE));
    }

    @Test
    void whenAReporterIsErasedTheIdsOfStaffAreNot() {
        toVerify().after(Walk.SHIFT_LEFT);
        relieve();
        var told = (CaseEvent.Relieved) walk.events.get(walk.events.size() - 1);
        var ids = new CaseEvent.Act(Actor.HOUSE, Walk.DESK, "inspector-310112103 → T310112103", null, List.of());
        assertThat(ids.erased(told.type())).isEqualTo(ids);
        assertThat(Objects.requireNonNull(ids.erased("casework.Returned").note()))
                .doesNotContain("310112103");
    }
}
