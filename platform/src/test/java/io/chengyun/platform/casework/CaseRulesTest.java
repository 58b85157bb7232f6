package io.chengyun.platform.casework;

import static io.chengyun.platform.casework.Walk.DRAINAGE;
import static io.chengyun.platform.casework.Walk.ROADS;
import static io.chengyun.platform.casework.Walk.actor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.casework.CaseFile.Source;
import io.chengyun.platform.casework.Turn.Actor;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who may do what when, and what must be given, by the rules alone. */
class CaseRulesTest {

    private final Walk walk = new Walk();

    private List<String> allowed(Role role) {
        return walk.rules.allowed(walk.file(), actor(role), walk.now).stream()
                .map(way -> way.action().word())
                .toList();
    }

    @Test
    void whatIsAllowedFollowsFromStateAndRole() {
        assertThat(allowed(Role.ACCEPTOR))
                .containsExactly("accept", "reject", "request-verification", "reclassify", "merge");
        assertThat(allowed(Role.HANDLER)).isEmpty();
        walk.handling();
        assertThat(allowed(Role.ACCEPTOR)).isEmpty();
        assertThat(allowed(Role.HANDLER)).containsExactly("assign", "revoke", "extend", "suspend", "return", "submit");
        assertThat(allowed(Role.COMMANDER)).containsExactly("share", "force-close");
    }

    @Test
    void anotherRoleIsToldWhatItMayDo() {
        assertThatThrownBy(() -> walk.act(CaseAction.ACCEPT, Role.HANDLER))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.refusal()).isEqualTo(CaseRefusal.NOT_YOUR_ROLE);
                    assertThat(refused.allowed()).isEmpty();
                });
    }

    @Test
    void onlyTheHoldersPeopleHandle() {
        walk.dispatched();
        var roads = new Actor("r", ROADS, Set.of(Role.HANDLER), Set.of(ROADS));
        assertThatThrownBy(() -> walk.act(CaseAction.SIGN, roads, Given.nothing()))
                .hasMessageContaining("casework:not-your-case");
    }

    @Test
    void noFilingWithoutAFilingStandard() {
        walk.act(CaseAction.ACCEPT, Role.ACCEPTOR);
        assertThatThrownBy(() -> walk.act(CaseAction.FILE, Role.ACCEPTOR))
                .isInstanceOfSatisfying(
                        Malformed.class, wrong -> assertThat(wrong.field()).isEqualTo("standard"));
        assertThatThrownBy(() -> walk.act(CaseAction.FILE, Role.ACCEPTOR, Given.standard("none")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.allowed()).containsExactly("s-2h", "s-1h"));
    }

    @Test
    void returnNeedsReasonAndLegalGroundAndRevokesTheAssignmentFirst() {
        walk.handling();
        assertThatThrownBy(() -> walk.act(CaseAction.RETURN, Role.HANDLER, Given.note("not ours")))
                .isInstanceOfSatisfying(
                        Malformed.class, wrong -> assertThat(wrong.field()).isEqualTo("legalGround"));
        walk.act(CaseAction.RETURN, Role.HANDLER, Walk.ground());
        var last = walk.events.subList(walk.events.size() - 2, walk.events.size());
        assertThat(last.get(0)).isInstanceOf(CaseEvent.Revoked.class);
        assertThat(last.get(1)).isInstanceOf(CaseEvent.Returned.class);
        assertThat(last.get(1).act().legalGround()).isEqualTo("duty list, row 3");
        assertThat(walk.file().holder().person()).isNull();
    }

    @Test
    void noClosingWithFewerPhotosThanTheStandardAsks() {
        walk.handling().act(CaseAction.SUBMIT, Role.HANDLER, Walk.done("a"));
        walk.act(CaseAction.CONFIRM, Role.DISPATCHER).act(CaseAction.INSPECT_PASS, Role.INSPECTOR);
        assertThatThrownBy(() -> walk.act(CaseAction.CLOSE, Role.ACCEPTOR))
                .hasMessageContaining("casework:evidence-missing");
        assertThatThrownBy(() -> walk.act(CaseAction.CLOSE, Role.ACCEPTOR, Walk.done("a")))
                .hasMessageContaining("casework:evidence-missing");
        walk.act(CaseAction.CLOSE, Role.ACCEPTOR, Walk.done("b"));
        assertThat(walk.file().state()).isEqualTo(CaseState.CLOSED);
    }

    @Test
    void whoHandledItDoesNotInspectIt() {
        walk.handedIn().act(CaseAction.CONFIRM, Role.DISPATCHER);
        var both = new Actor(Role.HANDLER.name(), "T310112102", Set.of(Role.INSPECTOR), Set.of());
        assertThatThrownBy(() -> walk.act(CaseAction.INSPECT_PASS, both, Given.nothing()))
                .hasMessageContaining("casework:own-work");
        var colleague = new Actor("colleague", DRAINAGE, Set.of(Role.INSPECTOR), Set.of(DRAINAGE));
        assertThatThrownBy(() -> walk.act(CaseAction.INSPECT_PASS, colleague, Given.nothing()))
                .hasMessageContaining("casework:own-work");
    }

    @Test
    void whoFixedItOnTheSpotDoesNotInspectItEither() {
        var given = Given.standard("s-1h").saying("swept").showing(List.of("a", "b"));
        walk.act(CaseAction.SELF_HANDLE, Role.INSPECTOR, given);
        assertThat(walk.file().state()).isEqualTo(CaseState.PENDING_INSPECTION);
        assertThatThrownBy(() -> walk.act(CaseAction.INSPECT_PASS, Role.INSPECTOR))
                .hasMessageContaining("casework:own-work");
        var other = new Actor("other", "D310112", Set.of(Role.INSPECTOR), Set.of());
        walk.act(CaseAction.INSPECT_PASS, other, Given.nothing()).act(CaseAction.CLOSE, Role.ACCEPTOR);
        assertThat(walk.file().state()).isEqualTo(CaseState.CLOSED);
    }

    @Test
    void secondReturnIsADisputeThatOnlyTheCommanderDecides() {
        walk.dispatched().act(CaseAction.RETURN, Role.HANDLER, Walk.ground());
        assertThatThrownBy(() -> walk.act(CaseAction.ARBITRATE, Role.COMMANDER, Walk.ground()))
                .hasMessageContaining("casework:not-allowed-now");
        walk.act(CaseAction.REDISPATCH, Role.DISPATCHER, Walk.to(ROADS));
        walk.act(CaseAction.RETURN, Role.HANDLER, Walk.ground());
        assertThat(walk.rules.byItself(walk.file())).contains(CaseAction.FALL_BACK);
        assertThatThrownBy(() -> walk.act(CaseAction.REDISPATCH, Role.DISPATCHER, Walk.to(ROADS)))
                .hasMessageContaining("casework:disputed");
        var ruling = Given.note("roads").to(ROADS).on("roads act");
        walk.act(CaseAction.ARBITRATE, Role.COMMANDER, ruling);
        assertThatThrownBy(() -> walk.act(CaseAction.RETURN, Role.HANDLER, Walk.ground()))
                .hasMessageContaining("casework:ruled");
    }

    @Test
    void houseTakesRoutineStepsForWarningsOnly() {
        var warned = new Walk(Source.WARNING).filed();
        assertThat(warned.rules.byItself(warned.file())).contains(CaseAction.DISPATCH);
        walk.filed();
        assertThat(walk.rules.byItself(walk.file())).isEmpty();
    }

    @Test
    void houseDoesNotCloseWithoutTheEvidence() {
        var warned = new Walk(Source.WARNING);
        warned.handling().act(CaseAction.SUBMIT, Role.HANDLER, Walk.done("a"));
        warned.act(CaseAction.CONFIRM, Role.DISPATCHER).act(CaseAction.INSPECT_PASS, Role.INSPECTOR);
        assertThat(warned.rules.byItself(warned.file())).isEmpty();
    }

    @Test
    void peopleDoNotActAsTheHouse() {
        walk.filed();
        assertThatThrownBy(() -> CaseAction.of("hand-over")).hasMessageContaining("casework:no-such-action");
        assertThatThrownBy(() -> CaseAction.of("fall-back")).hasMessageContaining("casework:no-such-action");
    }

    @Test
    void everyEventRaisesTheRevisionByOne() {
        walk.inspected().act(CaseAction.CLOSE, Role.ACCEPTOR);
        assertThat(walk.events.stream().map(event -> event.now().revision().number()))
                .isSorted()
                .doesNotHaveDuplicates()
                .startsWith(1L)
                .endsWith((long) walk.events.size());
    }
}
