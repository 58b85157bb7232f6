package io.chengyun.platform.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.casework.CaseFile.Source;
import io.chengyun.platform.casework.Turn.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Whoever asked is spoken to first: in time, once, by who holds the case. */
@NullUnmarked
class FirstContactTest {

    private static final Given SAID = Given.note("已电话联系，约定上午到场");

    private final Walk walk = new Walk(Source.CITIZEN);

    private Course.FirstContact contact() {
        return walk.file().course().contact();
    }

    private static void refused(ThrowingCallable what, CaseRefusal why) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal()).isEqualTo(why));
    }

    @Test
    void itIsDueSoMuchWorkingTimeAfterTheRequestBecameACase() {
        // two working days from Monday, nine o'clock: nine hours to the end of that day's session, seven of the next
        assertThat(contact()).isEqualTo(new Course.FirstContact(Instant.parse("2026-11-24T07:00:00Z"), null, null));
    }

    @Test
    void aCaseForWhichNobodyAskedHasNobodyToContact() {
        var patrol = new Walk().handling();
        assertThat(patrol.file().course().contact()).isNull();
        refused(() -> patrol.act(CaseAction.CONTACT, Role.HANDLER, SAID), CaseRefusal.NOBODY_ASKED);
    }

    @Test
    void theHandlerWhoHoldsItContactsOnceAndNothingElseChanges() {
        walk.dispatched().minutes(30);
        var before = walk.file();
        walk.act(CaseAction.CONTACT, Role.HANDLER, SAID);
        assertThat(contact().at()).isEqualTo(walk.now);
        assertThat(contact().by()).isEqualTo("HANDLER");
        assertThat(walk.file().state()).isEqualTo(before.state());
        assertThat(walk.file().clocks()).isEqualTo(before.clocks());
        assertThat(walk.file().holder()).isEqualTo(before.holder());
        refused(() -> walk.act(CaseAction.CONTACT, Role.HANDLER, SAID), CaseRefusal.CONTACTED);
    }

    @Test
    void theAcceptorWhoHoldsItMayToo() {
        walk.act(CaseAction.CONTACT, Role.ACCEPTOR, SAID).filed().act(CaseAction.DISPATCH, Role.DISPATCHER);
        refused(() -> walk.act(CaseAction.CONTACT, Role.HANDLER, SAID), CaseRefusal.CONTACTED);
    }

    @Test
    void anotherOrganisationDoesNotContactForTheHolder() {
        walk.dispatched();
        var roads = new Actor("r-1", Walk.ROADS, Set.of(Role.HANDLER), Set.of(Walk.ROADS));
        refused(() -> walk.act(CaseAction.CONTACT, roads, SAID), CaseRefusal.NOT_YOUR_CASE);
        refused(() -> walk.act(CaseAction.CONTACT, Role.ACCEPTOR, SAID), CaseRefusal.NOT_YOUR_ROLE);
    }

    @Test
    void whatWasSaidIsWrittenDown() {
        assertThatThrownBy(() -> walk.act(CaseAction.CONTACT, Role.ACCEPTOR, Given.nothing()))
                .isInstanceOfSatisfying(
                        Malformed.class, wrong -> assertThat(wrong.field()).isEqualTo("note"));
    }

    @Test
    void lateContactIsStillWrittenAndStaysThroughARework() {
        walk.handling().after(Duration.ofDays(2)).act(CaseAction.CONTACT, Role.HANDLER, SAID);
        var made = contact();
        assertThat(made.at()).isAfter(made.dueAt());
        walk.act(CaseAction.SUBMIT, Role.HANDLER, Walk.done("a", "b"))
                .act(CaseAction.CONFIRM, Role.DISPATCHER)
                .act(CaseAction.INSPECT_FAIL, Role.INSPECTOR, Given.note("still wet"))
                .act(CaseAction.REDISPATCH, Role.DISPATCHER, Walk.to(Walk.ROADS));
        assertThat(contact()).isEqualTo(Objects.requireNonNull(made));
    }

    @Test
    void afterTheEndItIsTooLate() {
        walk.inspected().act(CaseAction.CLOSE, Role.ACCEPTOR);
        refused(() -> walk.act(CaseAction.CONTACT, Role.ACCEPTOR, SAID), CaseRefusal.NOT_ALLOWED_NOW);
    }
}
