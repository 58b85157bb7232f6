package io.chengyun.platform.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.casework.CaseFile.Source;
import io.chengyun.platform.casework.Turn.Actor;
import io.chengyun.platform.casework.clock.Level;
import io.chengyun.platform.casework.service.ServiceTerms;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
        assertThat(contact())
                .isEqualTo(new Course.FirstContact(Instant.parse("2026-11-24T07:00:00Z"), null, null, null));
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

    /** What time tells of the contact by then, in order. */
    private List<CaseEvent.ContactMissed> pass(Instant at) {
        walk.now = at;
        var told = walk.deadlines.onPassing(walk.file(), at);
        walk.events.addAll(told);
        return told.stream()
                .filter(CaseEvent.ContactMissed.class::isInstance)
                .map(CaseEvent.ContactMissed.class::cast)
                .toList();
    }

    @Test
    void missedIsToldOnceJustAfterTheLimitAndToWhomTheDistrictSays() {
        var due = contact().dueAt();
        assertThat(pass(due)).isEmpty();
        assertThat(walk.deadlines.nextDueAt(walk.file())).contains(due.plusMillis(1));
        var told = pass(due.plusMillis(1));
        assertThat(told).singleElement().satisfies(missed -> {
            assertThat(missed.level()).isEqualTo(Level.TOWN);
            assertThat(missed.act().note()).isEqualTo("TOWN");
            assertThat(missed.now().course().contact().missedAt()).isEqualTo(walk.now);
        });
        assertThat(pass(due.plus(Duration.ofDays(9)))).isEmpty();
        assertThat(walk.deadlines.nextDueAt(walk.file())).isEmpty();
    }

    @Test
    void missedMovesNothing() {
        pass(contact().dueAt());
        var before = walk.file();
        pass(contact().dueAt().plusMillis(1));
        assertThat(walk.file().clocks()).isEqualTo(before.clocks());
        assertThat(walk.file().holder()).isEqualTo(before.holder());
        assertThat(walk.file().state()).isEqualTo(before.state());
    }

    @Test
    void contactASecondBeforeLeavesNothingToTell() {
        var due = contact().dueAt();
        pass(due.minusSeconds(1));
        walk.act(CaseAction.CONTACT, Role.ACCEPTOR, SAID);
        assertThat(pass(due.plus(Duration.ofDays(9)))).isEmpty();
        assertThat(walk.file().contactDueAt()).isNull();
    }

    @Test
    void anEndBeforeLeavesNothingToTellAndNoContactWaits() {
        walk.inspected().act(CaseAction.CLOSE, Role.ACCEPTOR);
        assertThat(walk.file().contactDueAt()).isNull();
        assertThat(pass(contact().dueAt().plus(Duration.ofDays(9)))).isEmpty();
    }

    @Test
    void missedMarksTheCaseOverdueUntilTheContactIsMade() {
        walk.handling().act(CaseAction.SUSPEND, Role.HANDLER, Walk.until(Walk.NINE.plus(Duration.ofDays(10))));
        walk.act(CaseAction.GRANT, Role.DISPATCHER);
        assertThat(pass(contact().dueAt())).isEmpty();
        assertThat(walk.file().overdue()).isFalse();
        assertThat(pass(contact().dueAt().plusMillis(1))).hasSize(1);
        assertThat(walk.file().overdue()).isTrue();
        walk.act(CaseAction.CONTACT, Role.HANDLER, SAID);
        assertThat(contact().missedAt()).isEqualTo(contact().dueAt().plusMillis(1));
        assertThat(walk.file().overdue()).isFalse();
    }

    @Test
    void whomToTellSaysTheDayOnWhichTheLimitPassed() {
        // Tuesday, three o'clock in the afternoon
        var due = contact().dueAt();
        assertThat(told(due, LocalDate.of(2026, 11, 24))).isEqualTo(Level.DISTRICT);
        assertThat(told(due, LocalDate.of(2026, 11, 25))).isEqualTo(Level.TOWN);
    }

    /** Found a week too late, where from this day on another level is told. */
    private Level told(Instant due, LocalDate changed) {
        var later = new ServiceTerms.Term(changed, "2 working days", Level.DISTRICT, 100, 50);
        var rules = Walk.deadlines(new ServiceTerms(List.of(Walk.TERMS, later)));
        return rules.onPassing(walk.file(), due.plus(Duration.ofDays(7))).stream()
                .filter(CaseEvent.ContactMissed.class::isInstance)
                .map(event -> ((CaseEvent.ContactMissed) event).level())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void afterTheEndItIsTooLate() {
        walk.inspected().act(CaseAction.CLOSE, Role.ACCEPTOR);
        refused(() -> walk.act(CaseAction.CONTACT, Role.ACCEPTOR, SAID), CaseRefusal.NOT_ALLOWED_NOW);
    }
}
